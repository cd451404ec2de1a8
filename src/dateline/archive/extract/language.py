"""Which language a text is in: what the page says, unless its letters contradict."""

import re
import unicodedata
from typing import Final

from lxml.html import HtmlElement
from py3langid import classify

TAG: Final = re.compile(r"([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?\b", re.I)
# Themes come with lang="en" and stay so on an Arabic site; these are never written in its letters.
LATIN: Final = frozenset(
    {
        "en", "fr", "de", "es", "it", "pt", "nl", "sv", "da", "no", "nb", "fi", "pl", "cs", "sk",
        "sl", "hr", "hu", "ro", "et", "lt", "lv",
    }
)  # fmt: skip
ENOUGH: Final = 60
"""Fewer letters are too few to guess from."""
SAMPLE: Final = 3_000


def language(tree: HtmlElement, text: str) -> str:
    """Return the BCP 47 tag of a page, by its own word or by its letters."""
    said = _said(tree)
    if not said:
        return guessed(text)
    if said.split("-")[0] in LATIN and _is_foreign(text):
        return guessed(text) or said
    return said


def guessed(text: str) -> str:
    """Return the language that the text reads like, nothing where it is too short."""
    sample = text[:SAMPLE]
    if sum(map(str.isalpha, sample)) < ENOUGH:
        return ""
    return str(classify(sample)[0])


def _said(tree: HtmlElement) -> str:
    places = (
        "/html/@lang",
        "/html/@xml:lang",
        '//meta[@property="og:locale"]/@content',
        '//meta[translate(@http-equiv, "CL", "cl")="content-language"]/@content',
        '//meta[@itemprop="inLanguage"]/@content',
    )
    tags = (tag(str(value)) for place in places for value in tree.getroottree().xpath(place)[:1])
    return next(filter(None, tags), "")


def tag(value: str) -> str:
    """Return en_us as en-US; nothing where it is no tag."""
    found = TAG.match(value.strip()[:40])
    if not found:
        return ""
    primary, script, region = found.groups()
    parts = (primary.lower(), (script or "").title(), (region or "").upper())
    return "-".join(filter(None, parts)) if primary.lower() != "und" else ""


def _is_foreign(text: str) -> bool:
    letters = [sign for sign in text[:SAMPLE] if sign.isalpha()]
    latin = sum(unicodedata.name(sign, "").startswith("LATIN") for sign in letters)
    return len(letters) >= ENOUGH and latin < len(letters) / 2
