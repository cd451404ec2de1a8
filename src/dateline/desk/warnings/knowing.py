"""What the column knows of what a text tells: the claims that it marks, and those near them.

Nothing of a report that is held, nor of a claim that is not let go yet, comes in here: a warning's
words, and its fix above all, end in a text that is published.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final
from uuid import UUID

from django.db.models import Q

from dateline.codebook import Claim as Said
from dateline.codebook.claim_json import from_json
from dateline.desk.reports.cards import canonical_id
from dateline.ledger.grouped import members, wholes
from dateline.ledger.keys import digest_of, name_digest
from dateline.ledger.models import Claim, Column, Grouping, GroupingKey
from dateline.ledger.readable import readable
from dateline.ledger.voices import Voices, voices_in
from dateline.reading.warning import Draft, Known, sightings
from dateline.weighing.grouping import asked, signature_of

SAME: Final = Grouping.Answer.SAME
DENYING: Final = Q(said__kind="denial") | Q(said__negated=True) | Q(said__hedge__class="denied")
MOST_MARKED: Final = 60
MOST_BESIDE: Final = 300
"""Claims of the marked claims' incidents that are looked through for denials."""
MOST_ROWS: Final = 400
"""Index rows that are read for what is near, the newest."""
MOST_PLACES: Final = 200
MOST_NEAR: Final = 30
"""Claims that are read whole, of each sort."""


@dataclass(frozen=True)
class Theatre:
    """Where a column's story is set."""

    country: str = ""
    """ISO 3166-1, two letters."""
    names: frozenset[str] = frozenset()
    """Places that its claims name."""


def theatre_of(column: Column) -> Theatre:
    """Return where a column's claims lie, by some of them: a bias for reading names, no more."""
    rows = Claim.objects.filter(column=column, status=Claim.Status.ACCEPTED)
    told = rows.values_list("said__place__country", "said__place__name")[:MOST_PLACES]
    countries = Counter(country for country, _ in told if country)
    return Theatre(
        country=str(next(iter(countries.most_common(1)), ("",))[0]),
        names=frozenset(str(name) for _, name in told if name),
    )


def known(column: Column, names: Iterable[str], draft: Draft) -> Known:
    """Return what is known of what a draft tells, whose marks name these claims.

    It is read by index: the cost does not grow with what the column holds.
    """
    marked = [pk for name in dict.fromkeys(names) if (pk := canonical_id(name))][:MOST_MARKED]
    beside = _beside(marked)
    near = _near(draft)
    denials = _denials({pk for ids in beside.values() for pk in ids}.union(near))
    wanted = {*marked, *denials, *near[:MOST_NEAR]}
    # Asked for the column beside the ids, SQLite would walk through all of the column.
    found = readable(Q(pk__in=wanted)) if wanted else []
    rows = {str(one.pk): one for one in found if one.column_id == column.pk}
    said = _said(rows | _waiting(rows.values()))
    mine = {str(pk) for pk in marked}.intersection(rows)
    return Known(
        claims={pk: one for pk, one in said.items() if pk in mine},
        nearby={pk: one for pk, one in said.items() if pk not in mine},
        accepted=frozenset(rows),
        beside={str(pk): frozenset(map(str, ids)) for pk, ids in beside.items()},
    )


def _beside(marked: list[UUID]) -> dict[UUID, set[UUID]]:
    """Return, for each marked claim, the others of its incident."""
    mine = Grouping.objects.filter(claim__in=marked, answer=SAME)
    pairs = list(mine.values_list("claim", "incident")) if marked else []
    if not pairs:
        return {}
    whole = wholes(incident for _, incident in pairs)
    all_of = members(whole.values())
    rows = Grouping.objects.filter(incident__in=list(all_of), answer=SAME).order_by("-pk")
    of: dict[UUID, set[UUID]] = {}
    for claim, incident in rows.values_list("claim", "incident")[:MOST_BESIDE]:
        of.setdefault(all_of[incident], set()).add(claim)
    return {claim: of.get(whole[incident], set()) - {claim} for claim, incident in pairs}


def _near(draft: Draft) -> list[UUID]:
    """Return the accepted claims that share a place and day with what a sentence tells."""
    told = (signature_of(one, id="") for one in sightings(draft))
    keys = {digest_of(key) for signature in told for key in asked(signature)}
    if not keys:
        return []
    rows = GroupingKey.objects.filter(key__in=keys).order_by("-pk").values_list("claim", flat=True)
    return list(dict.fromkeys(rows[:MOST_ROWS]))


def _denials(ids: Collection[UUID]) -> list[UUID]:
    """Return those of some claims that deny something."""
    rows = Claim.objects.filter(DENYING, pk__in=ids)
    return list(rows.values_list("pk", flat=True)[:MOST_NEAR]) if ids else []


def _waiting(rows: Iterable[Claim]) -> dict[str, Claim]:
    """Return the denials that wait for review in the reports of these claims."""
    reports = {one.report_id for one in rows}
    if not reports:
        return {}
    waiting = Claim.objects.filter(DENYING, report__in=reports, status=Claim.Status.PROPOSED)
    waiting = waiting.select_related("report__source__merged_into__merged_into")
    return {str(one.pk): one for one in waiting[:MOST_NEAR] if not one.protected}


def _said(rows: Mapping[str, Claim]) -> dict[str, Said]:
    if not rows:
        return {}
    said = {pk: from_json(one.said) for pk, one in rows.items()}
    voices = voices_in(said.values(), {one.report.source_id for one in rows.values()})
    return {pk: _nameless(one, rows[pk], voices) for pk, one in said.items()}


def _nameless(said: Said, row: Claim, voices: Voices) -> Said:
    """Return what a claim says without the names of speakers whom readers must not learn of."""
    speakers = tuple(
        replace(one, name="", words="")
        if row.report.identifies or _is_held(one.name, voices)
        else one
        for one in said.speakers
    )
    return replace(said, speakers=speakers)


def _is_held(name: str, voices: Voices) -> bool:
    return voices.is_held(voices.named.get(name_digest(name)))
