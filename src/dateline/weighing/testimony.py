"""What is weighed: an accepted claim, with who speaks in it and the report that it stands in."""

from dataclasses import dataclass
from datetime import datetime

from dateline.codebook import Claim

Order = tuple[datetime, int, str]


@dataclass(frozen=True)
class Voice:
    """Somebody who speaks: a source that the desk knows, or a name that only the text has."""

    id: str
    """The source's id; `name:` and the folded name where the desk has no such source."""
    name: str
    kind: str = ""
    """As the ledger's sources have it: "ministry", "rescue_service", "agency"; "" where unknown."""
    party: str = ""
    """Id of the party that it speaks for, else ""."""


@dataclass(frozen=True)
class Testimony:
    """One accepted claim as weighing sees it. Redacted and protected ones never come here."""

    id: str
    """The claim's."""
    claim: Claim
    report: str
    """The report's id."""
    voices: tuple[Voice, ...]
    """From the origin outwards to the report's own source: at least one, the first is the node."""
    said_at: datetime
    """When it was said: `said_when` where it is known to the day, else the report's own time."""
    party: str = ""
    """Id of the party that its actor is, where the desk knows it, else ""; never the speaker's."""
    set_aside: str = ""
    """Why it counts in no range; "" where it counts."""
    supersedes: str = ""
    """Id of the claim whose figure it replaces, else ""."""
    may_be: bool = False
    """Whether it only may belong to this incident: shown, counted in nothing."""

    @property
    def order(self) -> Order:
        """What puts it among others: when it was said, then where it stands in its report."""
        return self.said_at, self.claim.start, self.id

    @property
    def own(self) -> bool:
        """Whether the report says it in its own voice."""
        return self.voices[0].id == self.voices[-1].id

    @property
    def dated(self) -> bool:
        """Whether only the day is known on which it was said; `said_at` is then its noon."""
        when = self.claim.said_when
        return when is not None and bool(when.start) and when.start[:10] == when.end[:10]

    @property
    def counts(self) -> bool:
        """Whether it may count in anything."""
        return not self.set_aside and not self.may_be


@dataclass(frozen=True)
class Derivation:
    """A report that rests on another one, or may."""

    report: str
    on: str
    sure: bool
    """An editor confirmed it, or it is a plain fact; otherwise origins are given as a range."""
