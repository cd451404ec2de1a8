"""Whether a sentence says who says so, and how sure it is: by its words, without a parse."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from dateline.codebook import HedgeClass
from dateline.codebook.counts.tokens import fold
from dateline.reading.warning.lexicon import any_of, past, rows, third

OTHERWISE: Final = frozenset(
    {"call", "order", "direct", "list", "judge", "charge", "rule", "paint", "determine", "read"}
    | {"continue", "counter", "project", "point", "address", "attack", "pressure", "convince"}
    | {"see", "find", "know", "feel", "view", "discover", "remember", "forget", "sue", "blast"}
)
"""Verbs that tell of speech only in frames that take a parse to find."""
NOUNS: Final = frozenset(
    {"state", "post", "order", "text", "note", "report", "list", "snap", "voice", "forecast"}
    | {"project", "answer", "call", "promise", "request", "address", "comment", "smile", "sigh"}
    | {"shout", "laugh", "joke", "cry", "stress", "reference", "praise", "brief", "contest"}
)
"""Verbs whose form of now is more often a noun: "the Islamic State", "two posts"."""


def _said() -> list[str]:
    verbs = [
        row["word"]
        for row in rows("cue-verbs")
        if row["act"] in ("says", "thinks", "seems", "shows", "doubts")
        and row["word"] not in OTHERWISE
    ]
    now = [form for verb in verbs if verb not in NOUNS for form in (verb, third(verb))]
    return [*now, *(form for verb in verbs for form in past(verb))]


NAMED: Final = (
    *(
        "according to",
        "reports",
        "report",
        "statement",
        "video",
        "footage",
        "photographs",
        "photos",
    ),
    *("images", "sources", "allegations", "rumours", "rumors", "accounts", "in the words of"),
    *(
        "citing",
        "cites",
        "saying",
        "claiming",
        "alleging",
        "showing",
        "shows",
        "showed",
        "by the count of",
    ),
)
VOICED: Final[Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {
        "en": re.compile(rf"\b(?:{any_of([*_said(), *NAMED])})\b", re.IGNORECASE),
        "ru": re.compile(
            r"\b(?:сообщ\w+|заяв\w+|говор\w+|сказа\w+|утвержд\w+|по (?:словам|данным|сведениям"
            r"|информации|версии)|рассказ\w+|подтверд\w+|отме[тч]\w+|пиш[еу]т|написал\w*|переда[её]т"
            r"|со ссылкой|согласно|обвин\w+|опроверг\w+|отрица\w+|якобы|по подсчетам|отчит\w+)\b",
            re.IGNORECASE,
        ),
        "uk": re.compile(
            r"\b(?:повідом\w+|заяв\w+|каж\w+|сказа\w+|стверджу\w+|за (?:словами|даними|інформацією"
            r"|версією)|розпов\w+|підтверд\w+|зазнач\w+|пиш[еу]т?ь?|написа\w+|переда[єю]\w*"
            r"|з посиланням|згідно|звинува\w+|спросту\w+|запереч\w+|нібито|за підрахунками)\b",
            re.IGNORECASE,
        ),
        "ar": re.compile(
            r"\b[وف]?(?:قال\w*|[يت]قول\w*|[اي]علن\w*|ذكر\w*|افاد\w*|اكد\w*|صرح\w*|زعم\w*|[يت]زعم\w*"
            r"|نقل\w*|اضاف\w*|اشار\w*|وفقا?|ب?حسب|نفي|نفت|اوضح\w*|اتهم\w*|[يت]فيد\w*|مصادر|مصدر|بيان)\b"
        ),
    }
)
"""Words that say who says it, by language."""
PLAIN: Final = frozenset({"likely", "go", "plan", "schedule", "set", "planned", "clear", "certain"})
"""They stand too often for something else."""


def _unsure() -> list[str]:
    found: list[str] = []
    for row in rows("hedges"):
        words = [word for word in row["words"].split("|") if word not in PLAIN]
        if row["how"] in ("adverb", "adjective", "noun", "unclear"):
            found += [*words, *(third(word) for word in words if row["how"] == "noun")]
        if row["how"] in ("raised", "faulting"):
            found += [form for word in words for form in (*past(word), third(word))]
    return [*found, "may", "might", "could", "seem", "appear", "unlikely", "would"]


_UNVERIFIED: Final = (
    r"(?:not|never|n[o']t (?:yet )?been|cannot|could not|yet to) (?:\w+ ){0,3}"
    r"(?:confirmed|verified|certain|sure|clear|known|confirm|verify|corroborated?)"
)
_DOUBTS: Final = {
    language: "|".join(
        row["patterns"] for row in rows("doubt-words") if row["language"] == language
    )
    for language in ("ar", "ru", "uk")
}
HEDGED: Final[Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {
        "en": re.compile(rf"\b(?:{any_of(_unsure())}|{_UNVERIFIED})\b", re.IGNORECASE),
        **{
            language: re.compile(rf"\b(?:{patterns})\b", re.IGNORECASE)
            for language, patterns in _DOUBTS.items()
        },
    }
)
"""Words that leave it open whether it is so, by language."""
DENYING: Final[Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {
        "en": re.compile(
            r"\b(?:den(?:y|ies|ied|ying|ial)|reject(?:s|ed)?|dismiss(?:es|ed)?|refut(?:es?|ed)"
            r"|disput(?:es?|ed)|contradict(?:s|ed)?|says? otherwise|said otherwise|disagrees?)\b",
            re.IGNORECASE,
        ),
        "ru": re.compile(r"\b(?:отрица\w+|опроверг\w+|отверг\w+|опроверж\w+)\b", re.IGNORECASE),
        "uk": re.compile(r"\b(?:запереч\w+|спростов\w+|спросту\w+|відкида\w+)\b", re.IGNORECASE),
        "ar": re.compile(r"\b[وف]?(?:نفت|ينفي|تنفي|نفي|نفوا|كذب\w*)\b"),
    }
)
"""Words of a denial, by language."""
OPEN: Final[frozenset[HedgeClass]] = frozenset({"unconfirmed", "possible", "predicted"})
"""What a speaker's name alone does not make good: the speaker was not sure either."""
QUOTED: Final = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|„[^“”]*[“”]")


def is_voiced(sentence: str, language: str) -> bool:
    """Tell whether a sentence says who says so, or quotes."""
    return bool(VOICED[language].search(_folded(sentence, language)))


def is_hedged(sentence: str, language: str) -> bool:
    """Tell whether a sentence leaves it open whether it is so."""
    return bool(HEDGED[language].search(_folded(sentence, language)))


def denies(sentence: str, language: str) -> bool:
    """Tell whether a sentence tells of a denial."""
    return bool(DENYING[language].search(_folded(sentence, language)))


def _folded(sentence: str, language: str) -> str:
    """Return a sentence as the patterns of its language are spelt."""
    return sentence if language == "en" else fold(sentence)


def is_quoted(sentence: str, at: int) -> bool:
    """Tell whether a place in a sentence lies between quotation marks."""
    return any(quote.start() < at < quote.end() for quote in QUOTED.finditer(sentence))
