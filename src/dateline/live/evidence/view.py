"""A report in a line, the desk's findings about it, and a place as an area: as plain values."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Checked:
    """The desk's own finding about a report."""

    question: str
    result: str
    method: str
    evidence: str
    addresses: tuple[str, ...]
    signed: str
    at: datetime
    withdrawn_at: datetime | None = None
    reason: str = ""


@dataclass(frozen=True)
class Evidence:
    """A report as other pages name it."""

    page: str
    """Path of its page from the site's root."""
    title: str
    source: str
    note: str
    """How it stands with its source: "kept since …"."""
    sha256: str = ""
    original: str = ""
    language: str = ""
    private: bool = False
    """It identifies a private person: words and names in it stay on the desk."""
    checks: tuple[Checked, ...] = ()

    @property
    def name(self) -> str:
        """What a list calls it."""
        return self.title or self.source


@dataclass(frozen=True)
class Where:
    """A place as an area, never a bare dot."""

    name: str
    within: tuple[str, ...]
    level: str
    """In words."""
    radius: str
    """How far off it may be, in words: "1.5 km"."""
    held: bool
    """It is shown wider than the desk knows it."""
    disputed: bool = False
