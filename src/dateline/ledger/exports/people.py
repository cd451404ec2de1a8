"""Names of private persons: who they are, and a claim without them."""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final

from dateline.codebook import Claim as Said

from ..keys import folded, name_digest, names_in
from ..models import Source, SourceKey

A_PERSON: Final = "a person"
PRIVATE_TARGETS: Final = frozenset(
    (
        *("people", "civilian", "refugee", "detainee", "activist", "journalist"),
        *("rescuer", "medical", "aid_worker", "other"),
    )
)
"""Kinds of target of which a name may be a private person's, so that quotes do not keep it."""
WORDS: Final = frozenset({"quote", "words", "event_words", "negation_words"})
"""Keys under which a claim has words of its report."""
LETTERS: Final = 3
"""Fewer make no part of a name: they would be taken out of other words' company."""
Json = dict[str, Any]


def private_names(said: Iterable[Said]) -> frozenset[str]:
    """Return the folded names in claims that a person, or a confidential source, has on the desk.

    A name that somebody else bears as well is among them.
    """
    names = {folded(name) for one in said for name in names_in(one)}
    digests = {name_digest(name): name for name in names}
    rows = SourceKey.objects.filter(key__in=digests)
    rows = rows.select_related("source__merged_into__merged_into")
    return frozenset(digests[row.key] for row in rows if is_private(row.source))


def is_private(source: Source) -> bool:
    """Tell whether a source's name is a private person's, or held in confidence."""
    return source.is_held or source.whole.kind == Source.Kind.PERSON


def without_names(claim: Json, private: frozenset[str]) -> Json:
    """Return a claim's JSON without these names and that of its target, in its quote either.

    The quote keeps its sense by "[a person]"; its offsets stay those of the report's text.
    """
    gone: list[str] = []
    found = dict(claim)
    found["speakers"] = [_nameless(one, private, A_PERSON, gone) for one in claim["speakers"]]
    found["actor"] = _nameless(claim["actor"], private, None, gone)
    if target := claim["target"]:
        if target["kind"] in PRIVATE_TARGETS and target["name"]:
            gone += [target["name"], target["words"]]
            private |= {folded(target["name"])}
        found["target"] = target | {"name": None}
    pattern = _pattern(gone, private)
    return _masked(found, pattern) if pattern else found


def without_words(claim: Json) -> Json:
    """Return a claim's JSON without any words and names: its report identifies somebody."""
    found: Json = _emptied(claim)
    found["speakers"] = [one | {"name": A_PERSON} for one in found["speakers"]]
    for part in ("actor", "target"):
        if found[part]:
            found[part] = found[part] | {"name": None}
    return found


def _nameless(
    part: Json | None, private: frozenset[str], instead: str | None, gone: list[str]
) -> Json | None:
    """Return a part without a private name, which is noted in `gone`."""
    names = [part["name"] or "", part["words"]] if part else []
    if part is None or not any(folded(name) in private for name in names):
        return part
    gone += names
    return part | {"name": instead}


def _pattern(names: Collection[str], private: frozenset[str]) -> re.Pattern[str] | None:
    """Return what finds names, whole or in part, also behind a letter that Arabic joins to them."""
    parts = {part.strip(".,;:()\"'“”«»") for name in names for part in (name, *name.split())}
    whole = {name for name in names if folded(name) in private}
    found = whole | {part for part in parts if _is_name(part)}
    known = sorted(found, key=lambda one: (-len(one), one))
    if not known:
        return None
    either = "|".join(map(re.escape, known))
    return re.compile(rf"(?<!\w)([وفبلك]?)(?:{either})(?!\w)", re.IGNORECASE)


def _is_name(part: str) -> bool:
    """Tell whether some letters are part of a name: small ones, as in "a resident", are not."""
    return len(part) >= LETTERS and not part.islower()


def _masked(value: Any, pattern: re.Pattern[str], key: str = "") -> Any:
    if isinstance(value, Mapping):
        kept = {"place"} & value.keys()
        return {k: v if k in kept else _masked(v, pattern, k) for k, v in value.items()}
    if isinstance(value, list):
        return [_masked(one, pattern) for one in value]
    if isinstance(value, str) and key in WORDS | {"name"}:
        return pattern.sub(rf"\1[{A_PERSON}]", value)
    return value


def _emptied(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {k: "" if k in WORDS else _emptied(v) for k, v in value.items()}
    return [_emptied(one) for one in value] if isinstance(value, list) else value
