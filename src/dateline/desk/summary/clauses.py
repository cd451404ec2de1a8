"""The clauses of a summary while an editor works on them: as stored, and as a form sends them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import QueryDict

from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.summaries import Clause
from dateline.weighing.summary import Clause as Drafted

FIELDS = ("front", "sort", "words", "claims", "incidents", "basis")
MANGLED = "The form came back incomplete. Nothing was saved; reload the page, and try again."


@dataclass(frozen=True)
class Row:
    """A clause in the form."""

    n: int
    front: str
    front_name: str
    sort: str
    words: str
    claims: str
    """Ids with blanks between them, as the form carries them."""
    incidents: str
    basis: str
    outdated: bool
    cited: Sequence[str]
    """Ids of its claims."""


def rows_of(
    clauses: Iterable[Mapping[str, Any]], names: Mapping[str, str], outdated: set[int]
) -> list[Row]:
    """Return clauses as the form shows them; `names` are those of the fronts."""
    return [
        Row(
            n,
            one["front"],
            names.get(one["front"], "a front that was retired"),
            one["sort"],
            one["words"],
            " ".join(one["claims"]),
            " ".join(one["incidents"]),
            one["basis"],
            n in outdated,
            [pk for pk in one["claims"] if _is_id(pk)],
        )
        for n, one in enumerate(clauses)
    ]


def _is_id(words: str) -> bool:
    try:
        return str(UUID(words)) == words
    except ValueError:
        return False


def sent_clauses(post: QueryDict) -> list[dict[str, Any]]:
    """Return the clauses that a form holds, as the ledger stores them."""
    columns = [post.getlist(name) for name in FIELDS]
    if len({len(column) for column in columns}) > 1:
        raise Refused(MANGLED)
    found = [dict(zip(FIELDS, values, strict=True)) for values in zip(*columns, strict=True)]
    return [
        one | {"claims": one["claims"].split(), "incidents": one["incidents"].split()}
        for one in found
    ]


def stored(clause: Drafted) -> dict[str, Any]:
    """Return a drafted clause as the ledger stores it."""
    lists = {"claims": list(clause.claims), "incidents": list(clause.incidents)}
    return {name: getattr(clause, name) for name in FIELDS} | lists


def taken(clauses: Iterable[Mapping[str, Any]]) -> tuple[Clause, ...]:
    """Return clauses as the ledger's verb takes them. Raises Refused for an id that is none."""
    try:
        return tuple(
            Clause(
                front=UUID(one["front"]),
                sort=one["sort"],
                words=one["words"],
                claims=tuple(map(UUID, one["claims"])),
                incidents=tuple(map(UUID, one["incidents"])),
                basis=one["basis"][:64],
            )
            for one in clauses
        )
    except ValueError:
        raise Refused(MANGLED) from None


def changed(clauses: list[dict[str, Any]], act: str, post: QueryDict) -> list[dict[str, Any]]:
    """Do to clauses what a button says: move or drop one, add an assessment or a drafted one."""
    name, _, where = act.partition("-")
    at = int(where) if where.isascii() and where.isdecimal() else -1
    if name in ("up", "down", "drop") and 0 <= at < len(clauses):
        one, rest = clauses[at], clauses[:at] + clauses[at + 1 :]
        if name == "drop":
            return rest
        to = at - 1 if name == "up" else at + 1
        return [*rest[: max(0, to)], one, *rest[max(0, to) :]]
    if act == "assess":
        new = {"front": post.get("new_front", ""), "sort": "assessment", "basis": ""}
        return within(clauses, new | {"words": post.get("new_words", ""), **NOTHING})
    return clauses


NOTHING: Mapping[str, list[str]] = {"claims": [], "incidents": []}


def within(clauses: list[dict[str, Any]], new: dict[str, Any]) -> list[dict[str, Any]]:
    """Return clauses with a new one after the last of its front."""
    same = [n for n, one in enumerate(clauses) if one["front"] == new["front"]]
    at = same[-1] + 1 if same else len(clauses)
    return [*clauses[:at], new, *clauses[at:]]
