"""What bytes are, by their own evidence: a name or a header may say anything."""

import json
import re
from typing import Final

MAGIC: Final = (
    (b"%PDF-", "application/pdf"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"\x1aE\xdf\xa3", "video/webm"),
    (b"ID3", "audio/mpeg"),
    (b"OggS", "audio/ogg"),
    (b"PK\x03\x04", "application/zip"),
    (b"PK\x05\x06", "application/zip"),
    (b"\x1f\x8b", "application/gzip"),
)
BRANDS: Final = {b"avif": "image/avif", b"avis": "image/avif", b"qt  ": "video/quicktime"}
FORMS: Final = {b"WEBP": "image/webp", b"WAVE": "audio/wav", b"AVI ": "video/x-msvideo"}
MARKS: Final = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")

HTML: Final = re.compile(
    r"<(?:!doctype\s+html|html|head|body|title|meta|link|script|style|div|p|h1|table|a|br|span"
    r"|section|article|main|iframe|img)\b",
    re.IGNORECASE,
)
ROOT: Final = re.compile(r"<(?![?!])(?:[\w.-]+:)?([\w.-]+)")
XHTML: Final = "http://www.w3.org/1999/xhtml"
ROOTS: Final = {
    "rss": "application/rss+xml",
    "RDF": "application/rdf+xml",
    "feed": "application/atom+xml",
    "svg": "image/svg+xml",
}
NOT_TEXT: Final = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
LOOK: Final = 4096


def binary_type(body: bytes) -> str:
    """Return the media type of a picture, a film, a sound, a paper or an archive, else nothing."""
    for magic, media_type in MAGIC:
        if body.startswith(magic):
            return media_type
    if body[4:8] == b"ftyp":
        return BRANDS.get(body[8:12], "video/mp4")
    if body[:4] == b"RIFF":
        return FORMS.get(body[8:12], "")
    if _is_mpeg(body):
        return "audio/mpeg"
    # A PDF may stand behind a few bytes of rubbish; its readers look that far.
    return "application/pdf" if b"\n%PDF-" in body[:1024] else ""


def text_type(text: str) -> str:
    """Return the media type of decoded bytes; application/octet-stream where they are no text."""
    start = text[:LOOK].lstrip("\ufeff \t\r\n")
    if len(NOT_TEXT.findall(start)) > len(start) // 100:
        return "application/octet-stream"
    if start.startswith("<?xml") or (start.startswith("<") and not HTML.match(start)):
        return _xml_type(start)
    if HTML.search(start) and start.startswith("<"):
        return "text/html"
    if start[:1] in ("{", "[") and _is_json(text):
        return "application/json"
    return "text/html" if len(HTML.findall(start)) > 2 else "text/plain"


def has_mark(body: bytes) -> bool:
    """Say whether a byte order mark says that this is text."""
    return body.startswith(MARKS)


def _is_mpeg(body: bytes) -> bool:
    """Look for two frame heads' signs: eleven set bits, a layer and rates that exist."""
    if len(body) < 4 or body[0] != 0xFF or body[1] & 0xE0 != 0xE0:
        return False
    layer, rate, frequency = body[1] & 0x06, body[2] & 0xF0, body[2] & 0x0C
    return layer != 0 and body[1] & 0x18 != 0x08 and rate not in (0, 0xF0) and frequency != 0x0C


def _xml_type(start: str) -> str:
    root = ROOT.search(start)
    name = root.group(1) if root else ""
    if name.lower() == "html":
        return "application/xhtml+xml" if XHTML in start else "text/html"
    if name in ROOTS:
        return ROOTS[name]
    if start.startswith("<?xml"):
        return "application/xml"
    return "text/html" if HTML.search(start) else "application/xml" if name else "text/plain"


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True
