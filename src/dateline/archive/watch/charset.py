"""Bytes to text: what a server says of its charset is believed only where it fits."""

import codecs
import re
from collections.abc import Iterator
from typing import Final

MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
STARTS: Final = ((b"<\x00", "utf-16-le"), (b"\x00<", "utf-16-be"))
DECLARED: Final = re.compile(rb"(?:encoding|charset)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})")
# Python knows codecs that decompress or that take quadratic time; only charsets are meant.
CHARSETS: Final = re.compile(
    r"utf-8|utf-16(-[lb]e)?|iso8859-\d+|cp(125\d|437|85\d|866|874|932|949|950)|koi8-[rtu]"
    r"|gb2312|gbk|gb18030|big5(hkscs)?|euc_(jp|kr)|shift_jis|iso2022_(jp|kr)|tis-620"
    r"|mac-(cyrillic|roman|greek|turkish)|ascii"
)
SEVEN_BITS: Final = ("iso2022_jp", "iso2022_kr")  # their bytes are good UTF-8 too, of nonsense


def decoded(body: bytes, declared: str = "") -> str:
    """Return the text; where no charset fits, the bytes are read as windows-1252."""
    for mark, name in MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace")
    for start, name in STARTS:
        if body.startswith(start):
            return body.decode(name, "replace")
    for name in _candidates(body, declared):
        try:
            return body.decode(name)
        except UnicodeDecodeError:
            continue
    return body.decode("cp1252", "replace")


def _candidates(body: bytes, declared: str) -> Iterator[str]:
    """Yield UTF-8 first: other charsets' bytes are hardly ever good UTF-8 by accident."""
    inside = DECLARED.search(body[:2_000])
    said = [_charset(declared), _charset(inside[1].decode("ascii")) if inside else ""]
    yield from (name for name in said if name in SEVEN_BITS)
    yield "utf-8"
    yield from filter(None, said)


def _charset(name: str) -> str:
    try:
        found = codecs.lookup(name.strip().lower()).name
    except (LookupError, ValueError):
        return ""
    return found if CHARSETS.fullmatch(found) else ""
