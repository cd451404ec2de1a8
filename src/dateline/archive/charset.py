"""Bytes to text, where what is said about their encoding may be missing or a lie."""

import codecs
import re
from typing import Final

from charset_normalizer import from_bytes

MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What browsers take a name for; the left is a subset of the right, or is used as if it were.
WIDER: Final = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    "utf-16": "utf-16-le",
}
# Only what browsers read. Python knows more, and some of it is a weapon: punycode and idna take
# quadratic time, utf-7 hides markup.
READ: Final = {
    "utf-8", "utf-16-le", "utf-16-be", "cp866", "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic",
    "cp874", "cp932", "cp949", "gb18030", "big5hkscs", "euc_jp", "iso2022_jp",
    *(f"cp{number}" for number in range(1250, 1259)),
    *(f"iso8859-{number}" for number in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)),
}  # fmt: skip
META: Final = re.compile(rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w:.-]{2,40})""", re.I)
XML: Final = re.compile(rb"""^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w:.-]{2,40})""")
HIGH: Final = re.compile(rb"[\x80-\xff]+")
LETTERS: Final = re.compile(rb"[A-Za-z\x80-\xff]")
TAGS: Final = re.compile(rb"<[^<>]*>")
LOOK: Final = 8192
SAMPLE: Final = 20_000
MOSTLY: Final = 0.3
"""Above this share of signs beyond ASCII a text is not of a Western language."""


def decode(body: bytes, *, declared: str = "") -> str:
    """Return the text; what no encoding explains becomes U+FFFD instead of failing."""
    for mark, name in MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace")
    wide = _unmarked_utf16(body)
    if wide:
        return body.decode(wide, "replace")
    named = _named(body, declared)
    if "iso2022_jp" in named and b"\x1b" in body:  # seven bits: it would pass for ASCII
        return body.decode("iso2022_jp", "replace")
    # Other encodings' letters next to never form valid UTF-8, so it needs nobody's word.
    strict = _strictly(body, "utf-8")
    if strict is not None:
        return strict
    return _by_word_or_evidence(body, named)


def _by_word_or_evidence(body: bytes, named: list[str]) -> str:
    if named[:1] == ["utf-8"] and _mostly_utf8(body):
        return body.decode("utf-8", "replace")  # one broken sign must not cost the others
    able = [name for name in named if name != "utf-8" and _strictly(body, name) is not None]
    if len(able) == 1 and not (able == ["cp1252"] and _is_foreign(body)):
        return body.decode(able[0])
    return body.decode(_detected(body, able if able != ["cp1252"] else []), "replace")


def _named(body: bytes, declared: str) -> list[str]:
    """List the encodings that the server and the page name, without repeats."""
    said = [declared.encode("ascii", "replace")]
    said += [found.group(1) for found in (META.search(body[:LOOK]), XML.match(body)) if found]
    known = [_known(name.decode("ascii")) for name in said]
    return list(dict.fromkeys(name for name in known if name))


def _known(label: str) -> str:
    try:
        name = codecs.lookup(label.strip(" \"'")).name
    except (LookupError, ValueError):
        return ""
    name = WIDER.get(name, name)
    return name if name in READ else ""


def _strictly(body: bytes, name: str) -> str | None:
    try:
        return body.decode(name)
    except UnicodeDecodeError:
        return None


def _unmarked_utf16(body: bytes) -> str:
    """Markup in UTF-16 has a NUL in every other byte of its tags."""
    if body[:4].count(0) != 2 or len(body) < 4:
        return ""
    return (
        "utf-16-le" if body[1] == body[3] == 0 else "utf-16-be" if body[0] == body[2] == 0 else ""
    )


def _mostly_utf8(body: bytes) -> bool:
    runs = HIGH.findall(body[: SAMPLE * 10])
    good = sum(_strictly(run, "utf-8") is not None for run in runs)
    return good >= 0.9 * len(runs)


def _seen(body: bytes) -> bytes:
    """Return a sample of what a reader would see: script and tags speak Latin on every page."""
    start = _without(b"script", _without(b"style", body[: SAMPLE * 20]))
    return TAGS.sub(b" ", start)[:SAMPLE]


def _without(name: bytes, body: bytes) -> bytes:
    """Take elements out by splitting: an expression for it takes hours on many unclosed ones."""
    before, *parts = body.split(b"<" + name)
    return b" ".join([before, *(part.partition(b"</" + name)[2] for part in parts)])


def _is_foreign(body: bytes) -> bool:
    """Say whether text called Western is not: servers say so by habit, of Arabic as well."""
    letters: list[bytes] = LETTERS.findall(_seen(body))
    high = sum(letter > b"\x7f" for letter in letters)
    return high > MOSTLY * len(letters)


def _detected(body: bytes, among: list[str]) -> str:
    best = from_bytes(_seen(body), cp_isolation=among or sorted(READ)).best()
    return best.encoding if best else among[0] if among else "cp1252"
