"""The words of events, of speech and of doubt, each in the forms in which a sentence has them."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from dateline.codebook.targets import TARGET_OF

IRREGULAR: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        **{"strike": ("struck",), "hit": ("hit",), "shoot": ("shot",), "fight": ("fought",)},
        **{"slay": ("slew", "slain"), "flee": ("fled",), "take": ("took", "taken")},
        **{"say": ("said",), "tell": ("told",), "think": ("thought",), "hear": ("heard",)},
        **{"hold": ("held",), "withdraw": ("withdrew", "withdrawn"), "blow": ("blew", "blown")},
        **{"set": ("set",), "die": ("died",), "understand": ("understood",), "see": ("saw",)},
        **{"overrun": ("overran", "overrun"), "beat": ("beat", "beaten"), "find": ("found",)},
        **{"retake": ("retook", "retaken"), "write": ("wrote", "written"), "swear": ("swore",)},
        **{"kidnap": ("kidnapped",), "nab": ("nabbed",), "waylay": ("waylaid",)},
        **{"machine-gun": ("machine-gunned",)},
        **{"know": ("known", "knew"), "speak": ("spoke", "spoken"), "forget": ("forgot",)},
    }
)


def past(verb: str) -> tuple[str, ...]:
    """Return the past forms of an English verb in its dictionary form."""
    if verb in IRREGULAR:
        return IRREGULAR[verb]
    if verb.endswith("e"):
        return (f"{verb}d",)
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return (f"{verb[:-1]}ied",)
    return (f"{verb}ed",)


def third(verb: str) -> str:
    """Return what a verb is of someone else now: "says", "denies"."""
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "z")) else f"{verb}s"


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a data file of `dateline.reading`."""
    text = (files("dateline.reading") / "data" / f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def any_of(words: Iterable[str]) -> str:
    """Return the pattern of any of some words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=len, reverse=True))


HARMFUL: Final = frozenset(
    {
        *("attack", "bombing", "air_strike", "shelling", "rocket_attack", "missile_strike"),
        *("drone_strike", "ied", "shooting", "ambush", "anti_armour_strike", "siege", "capture"),
        *("killing", "execution", "casualties", "abduction", "sexual_violence", "abuse", "arrest"),
        *("displacement", "destruction", "looting", "suicide_attack", "sniping", "aircraft_loss"),
    }
)
"""Codes of events that nobody should tell of without a source."""
NOT_BY_ITSELF: Final = frozenset(
    {"rocket", "gas", "choke", "suffocate", "storm", "target", "blast", "hammer", "mortar", "beat"}
    | {"abuse", "occupy", "intern", "ravage", "gut", "catch", "book", "expose", "violate", "leave"}
)
"""Verbs that mean such an event only with words beside them that take a parse to find."""
BESIDES: Final[Mapping[str, str]] = MappingProxyType(
    {
        **dict.fromkeys(("seized", "took control of", "taken control of"), "capture"),
        **dict.fromkeys(("destroyed", "razed"), "destruction"),
        **{"shot down": "aircraft_loss", "blew up": "bombing", "blown up": "bombing"},
        **{"went off": "ied"},
    }
)
"""Past forms of verbs that do so nearly always, though the data ask for more."""


def _event_words() -> Iterator[tuple[str, str]]:
    for row in rows("triggers"):
        if row["pos"] == "V" and row["code"] in HARMFUL:
            for pattern in row["patterns"].split("|"):
                verb, *needs = pattern.split("+")
                alone = all(need == ">" or need.startswith("!") for need in needs)
                if alone and verb not in NOT_BY_ITSELF:
                    yield from ((form, row["code"]) for form in past(verb))
    yield from BESIDES.items()


EVENT_OF: Final[Mapping[str, str]] = MappingProxyType(dict(reversed(list(_event_words()))))
"""Past form → code of the event that it tells of."""
EVENT: Final = re.compile(rf"\b(?:{any_of(EVENT_OF)})\b", re.IGNORECASE)


def _refused() -> Mapping[str, frozenset[str]]:
    """Return, by past form, the words beside a verb that make it tell of no harm.

    What can be hit is none of them: goods hit the market, but shells do too.
    """
    members = {row["class"]: row["words"].split("|") for row in rows("classes")}
    found: dict[str, set[str]] = {}
    for row in rows("triggers"):
        if row["pos"] != "V" or row["code"] not in HARMFUL:
            continue
        for pattern in row["patterns"].split("|"):
            verb, *needs = pattern.split("+")
            words = [need.lstrip("!>") for need in needs if need.startswith("!")]
            every = {each for word in words for each in members.get(word.lstrip("@"), [word])}
            for form in past(verb):
                found.setdefault(form, set()).update(every.difference(TARGET_OF))
    return MappingProxyType({form: frozenset(words) for form, words in found.items()})


REFUSED: Final[Mapping[str, frozenset[str]]] = _refused()
