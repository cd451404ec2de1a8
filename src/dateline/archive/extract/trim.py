"""Lines around a main text that belong to the page, not to the text."""

import re
import unicodedata
from collections.abc import Collection
from typing import Final

SHORTEST_TITLE: Final = 8
"""Letters and digits; less might be the text's own first word."""
MOST_ABOVE: Final = 4
MOST_BELOW: Final = 5
LONGEST_BELOW: Final = 300

LABELS: Final = re.compile(
    r"(?:tags?|topics|filed under|related(?: \w+)?|read more|more (?:on this|from).{0,30}"
    r"|see also|most read.{0,30}|you may also like|leggi anche|lire aussi|mehr zum thema"
    r"|lea también|leia (?:também|mais)|читайте также|اقرأ أيضا|(?:\d+ )?comments?|___+)\W*",
    re.IGNORECASE,
)
CALLS: Final = re.compile(
    r"\b(?:sign up|subscribe|subscription|newsletter|suscríbe\w+|abonn\w+|iscriviti|inscreva-se"
    r"|follow (?:us|me|him|her|them|@)|like this story\?|share (?:it|this) (?:with|on)"
    r"|click here (?:for more|to subscribe)|app store|all rights reserved"
    r"|on (?:facebook|twitter|instagram)\b.{0,60}\b(?:facebook|twitter|instagram|youtube))"
    r"|подпи(?:шитесь|сывайтесь)|اشترك",
    re.IGNORECASE,
)


def trim(lines: list[str], titles: Collection[str]) -> list[str]:
    """Take the headline off the top, and calls to subscribe, share and follow off the end."""
    return _without_calls(_without_headline(lines, titles))


def _without_headline(lines: list[str], titles: Collection[str]) -> list[str]:
    known = [letters for title in titles if len(letters := _letters(title)) >= SHORTEST_TITLE]
    for number, line in enumerate(lines[:MOST_ABOVE]):
        if _is_title(_letters(line), known):
            return lines[number + 1 :]
    return lines


def _is_title(line: str, titles: Collection[str]) -> bool:
    """Compare letters alone; the page's own title often has the site's name behind it."""
    long = len(line) >= SHORTEST_TITLE
    return long and any(t.startswith(line) and len(line) >= 0.6 * len(t) for t in titles)


def _without_calls(lines: list[str]) -> list[str]:
    end = len(lines)
    # Two lines stay whatever they say: a short post may be a call itself.
    while end > max(2, len(lines) - MOST_BELOW) and _is_call(lines[end - 1].strip()):
        end -= 1
    return lines[:end]


def _is_call(line: str) -> bool:
    short = len(line) <= LONGEST_BELOW
    return short and bool(LABELS.fullmatch(line) or CALLS.search(line))


def _letters(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(sign for sign in folded if sign.isalnum())
