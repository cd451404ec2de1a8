"""What changed in the ledger since a page last asked, so that it renews only that."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from dateline.desk.wire.knowing import Knowing
from dateline.ledger.models import Claim, Entry, LiveBlog, Person, Update

MOST = 200
"""Entries that are looked through; after more the page renews everything."""
ON_THE_WIRE = frozenset({"report", "capture", "reporttext", "derivation", "reading", "source"})
"""Not claims: each decision would renew the wire of everyone, for a count that can wait."""
IN_GROUPS = frozenset({"incident", "grouping", "apart"})


@dataclass(frozen=True)
class Changed:
    """What a page has to ask for anew; `claims`: ids of reports whose claims others changed."""

    updates: bool = False
    wire: bool = False
    claims: tuple[str, ...] = ()
    grouping: bool = False


@dataclass(frozen=True)
class Since:
    """What changed since an entry of the ledger; `bounded` where it was too much to look at."""

    sequence: int
    changed: Changed
    bounded: bool = False

    def as_json(self) -> dict[str, Any]:
        """Return it as the page reads it."""
        return asdict(self)


def changed_since(person: Person, blog: LiveBlog, since: int | None) -> Since:
    """Return what changed since an entry; nothing where the page asks for the first time."""
    newest = _newest()
    if since is None or since >= newest:
        return Since(newest, Changed())
    # One walk along the primary key, whatever the ledger's length.
    after = Entry.objects.filter(sequence__gt=since).order_by("sequence")
    named = list(after.values_list("sequence", "object", "who")[: MOST + 1])
    if len(named) > MOST:
        return Since(newest, Changed(updates=True, wire=True, grouping=True), bounded=True)
    of: dict[str, set[str]] = {}
    for _, name, who in named:
        kind, _, pk = name.partition(":")
        if kind != "claim" or who != person.pk:  # one's own page shows what one did to a claim
            of.setdefault(kind, set()).add(pk)
    return Since(named[-1][0], _changed(person, blog, of))


def _newest() -> int:
    found = Entry.objects.order_by("-sequence").values_list("sequence", flat=True).first()
    return found or 0


def _changed(person: Person, blog: LiveBlog, of: dict[str, set[str]]) -> Changed:
    updates, claims = of.get("update", ()), of.get("claim", ())
    return Changed(
        updates=bool(updates) and Update.objects.filter(pk__in=updates, blog=blog).exists(),
        wire=not ON_THE_WIRE.isdisjoint(of),
        claims=_reports_of(claims, person) if claims else (),
        grouping=not IN_GROUPS.isdisjoint(of),
    )


def _reports_of(claims: Iterable[str], person: Person) -> tuple[str, ...]:
    known = Claim.objects.filter(Knowing.of(person).open("report__"), pk__in=claims)
    return tuple(str(pk) for pk in known.values_list("report", flat=True).distinct())
