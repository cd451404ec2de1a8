"""The syntax of one directive: `::name{key=bare key="quoted" flag}`, always on one line."""

import re
from dataclasses import dataclass
from typing import Final

from dateline.text.address import is_link
from dateline.text.direction import is_tag

LOOKS: Final = re.compile(r"(:{2,}+)([ \t]*+)([A-Za-z][A-Za-z0-9_-]*+)([ \t]*+)(\{.*)?", re.DOTALL)
ATTRIBUTE: Final = re.compile(
    r"""([A-Za-z][A-Za-z0-9_-]*+)(?:=(?:"((?:[^"\\]|\\.)*+)"|([^\s"'={}<>`]++)))?(?=[\s}])"""
)
ESCAPE: Final = re.compile(r'\\(["\\])')
BLANKS: Final = re.compile(r"[ \t]*+")
CATEGORY: Final = re.compile(r"[a-z_]{1,20}")
ID: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
NOT_BROUGHT: Final = "this report is not brought in yet; saving the text brings it in."
WAY_OUT: Final = "take it out or keep the update as a draft."


@dataclass(frozen=True)
class Kind:
    """What a directive of this name may hold."""

    colons: int
    keys: frozenset[str]
    flags: frozenset[str] = frozenset()


KINDS: Final = {
    "media": Kind(2, frozenset({"id", "alt", "credit"})),
    "card": Kind(2, frozenset({"report"})),
    "quote": Kind(
        3, frozenset({"lang", "report", "source", "translation", "by"}), frozenset({"machine"})
    ),
    "incident": Kind(2, frozenset({"id"})),
    "toll": Kind(2, frozenset({"incident", "category"})),
    "front": Kind(2, frozenset({"id"})),
}
BOARDS: Final = frozenset({"incident", "toll", "front"})
"""What an update embeds live: it changes when what it names does."""
NEEDS: Final = {
    "::media": ("id", '::media needs the id of a picture: ::media{id=… alt="…" credit="…"}.'),
    "::card": ("report", "::card needs the id of a report: ::card{report=…}."),
    "::incident": ("id", "::incident needs the id of an incident: ::incident{id=…}."),
    "::toll": (
        "incident",
        "::toll needs an incident and a category: ::toll{incident=… category=killed}.",
    ),
    "::front": ("id", "::front needs the id of a front: ::front{id=…}."),
}


class RefusedError(ValueError):
    """The line is meant as a directive and cannot be one; the message says what to do."""


@dataclass(frozen=True)
class Directive:
    """A directive that is well formed and known."""

    name: str
    attributes: tuple[tuple[str, str], ...] = ()
    flags: frozenset[str] = frozenset()

    @property
    def board(self) -> str:
        """Return the name under which callers hand in what is embedded: `toll:ID:killed`."""
        if self.name not in BOARDS:
            return ""
        named = (self.get("id") or self.get("incident"), self.get("category"))
        return ":".join(filter(None, (self.name, *named)))

    def get(self, key: str) -> str:
        """Return an attribute's value without outer blanks, empty where it is absent."""
        return dict(self.attributes).get(key, "").strip()


def is_directive(line: str) -> bool:
    """Tell whether a line is meant as a directive: a brace follows, or the name is known."""
    found = LOOKS.fullmatch(line.rstrip())
    return bool(found and (found[5] or found[3] in KINDS))


def read(line: str) -> Directive:
    """Read a line that `is_directive`, or raise RefusedError."""
    found = LOOKS.fullmatch(line.rstrip())
    if not found:
        raise RefusedError("this is not a directive.")
    colons, gap, name, second_gap, braces = found.groups()
    kind = _kind(colons, name)
    if gap or (second_gap and braces):
        raise RefusedError(f"write {colons}{name}{{…}} without blanks before the brace.")
    attributes, flags = read_attributes(braces or "{}")
    _judge_names(colons + name, kind, attributes, flags)
    _judge_values(colons + name, attributes)
    return Directive(name, tuple(attributes.items()), frozenset(flags))


def read_attributes(braces: str) -> tuple[dict[str, str], set[str]]:
    """Split `{key=bare key="quoted" flag}` into attributes and flags."""
    attributes: dict[str, str] = {}
    flags: set[str] = set()
    at = _skip(braces, 1)
    while braces[at : at + 1] != "}":
        found = ATTRIBUTE.match(braces, at)
        if not found:
            raise RefusedError(_what_is_wrong(braces[at:]))
        key, quoted, bare = found.groups()
        if key in attributes or key in flags:
            raise RefusedError(f"{key} is given twice; keep one.")
        if quoted is None and bare is None:
            flags.add(key)
        else:
            attributes[key] = ESCAPE.sub(r"\1", quoted) if quoted is not None else bare
        at = _skip(braces, found.end())
    if braces[at + 1 :].strip():
        raise RefusedError("nothing may follow the closing brace; put the words on the next line.")
    return attributes, flags


def _skip(text: str, at: int) -> int:
    found = BLANKS.match(text, at)
    return found.end() if found else at


def _what_is_wrong(rest: str) -> str:
    if "}" not in rest:
        return "the closing brace } is missing; a directive stands on one line."
    return (
        f"“{rest[:20]}” cannot be read; inside the braces write key=word,"
        ' key="several words" (a quotation mark as \\"), with blanks between them.'
    )


def _kind(colons: str, name: str) -> Kind:
    if name not in KINDS:
        raise RefusedError(f"{colons}{name[:40]} is not a directive; {WAY_OUT}")
    kind = KINDS[name]
    if len(colons) != kind.colons:
        raise RefusedError(f"write {':' * kind.colons}{name} with {kind.colons} colons.")
    return kind


def _judge_names(shown: str, kind: Kind, attributes: dict[str, str], flags: set[str]) -> None:
    for key in sorted(attributes.keys() - kind.keys):
        raise RefusedError(f"{shown} has no {key[:40]}=; take {key[:40]}= out.")
    for flag in sorted(flags - kind.flags):
        raise RefusedError(
            f"{shown} has no bare {flag[:40]}; take it out, or give it a value with =."
        )


def _judge_values(shown: str, attributes: dict[str, str]) -> None:
    key, needed = NEEDS.get(shown, ("report", "report must be the id of a report."))
    value = attributes.get(key, "")
    if (shown in NEEDS or key in attributes) and not ID.fullmatch(value):
        raise RefusedError(NOT_BROUGHT if key == "report" and is_link(value) else needed)
    if shown == "::toll" and not CATEGORY.fullmatch(attributes.get("category", "")):
        raise RefusedError("::toll needs a category such as killed, injured or displaced.")
    if "lang" in attributes and not is_tag(attributes["lang"]):
        raise RefusedError("lang must be a language tag such as ar, fa or ku-Arab.")
