"""What came of the day, as plain values."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dateline.codebook import Claim
from dateline.codebook.claim_json import from_json
from dateline.ledger.models import Apart
from dateline.ledger.models import Claim as Record
from dateline.ledger.summarising import told_by
from dateline.weighing.figures import Figure
from dateline.weighing.incident import Weighed
from tests.live.site import BLOG, Site, words_of

from .playing import Player


@dataclass(frozen=True)
class Outcome:
    """The weighed ledger by the names of the record, and the published pages."""

    counts: Mapping[str, int]
    undecided: list[str]
    claims: Mapping[str, Claim]
    ids: Mapping[str, str]
    """Of claims and incidents."""
    weighed: Mapping[str, Weighed]
    """As readers may know them."""
    apart: list[set[str]]
    site: Site

    @classmethod
    def of(cls, player: Player, site: Site) -> "Outcome":
        """Look at what a player left in the ledger."""
        names = {one.pk: name for name, one in player.incidents.items()}
        now = {one.pk: one for one in Record.objects.filter(report=player.report)}
        ids = {name: str(one.pk) for name, one in (player.claims | player.incidents).items()}
        return cls(
            counts=player.counts,
            undecided=player.undecided(),
            claims={name: from_json(now[one.pk].said) for name, one in player.claims.items()},
            ids=ids | {f"claim {name}": str(one.pk) for name, one in player.claims.items()},
            weighed={names[one.incident]: one.weighed for one in told_by(player.column)},
            apart=[
                {names[one.one_id], names[one.other_id]}
                for one in Apart.objects.filter(standing=True)
            ],
            site=site,
        )

    def named(self, ids: tuple[str, ...]) -> set[str]:
        """Return the record's names of some claims."""
        names = {pk: name.removeprefix("claim ") for name, pk in self.ids.items()}
        return {names[pk] for pk in ids}

    def figures(self) -> Iterator[tuple[str, Figure]]:
        """Yield every figure that is in a range, with its incident."""
        for name, one in self.weighed.items():
            for tally in one.tallies:
                yield from ((name, each) for each in tally.figures)

    def situation(self) -> Any:
        """Return what stands beside the updates."""
        (found,) = self.site.parsed(f"{BLOG}/index.html").xpath("//*[@id='situation']")
        return found

    def incident(self, name: str) -> Any:
        """Return an incident's page."""
        return self.site.parsed(f"incidents/{self.ids[name]}/index.html")

    def may_be(self, name: str) -> str:
        """Return what an incident's page says that may belong to it."""
        found = self.incident(name).xpath("//*[@id='may-be']")
        return words_of(found[0]) if found else ""
