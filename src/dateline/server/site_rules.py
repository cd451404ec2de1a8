"""What is said with a file of the site: its type, how long it keeps, what it may do."""

from typing import Final

from dateline.text import PLAYER_HOSTS

YEAR = b"max-age=31536000, immutable"
TEXT: Final = {
    "html": b"text/html; charset=utf-8",
    "css": b"text/css; charset=utf-8",
    "js": b"text/javascript; charset=utf-8",
    "mjs": b"text/javascript; charset=utf-8",
    "json": b"application/json; charset=utf-8",
    "jsonl": b"application/jsonl; charset=utf-8",
    "geojson": b"application/geo+json; charset=utf-8",
    "atom": b"application/atom+xml; charset=utf-8",
    "xml": b"application/xml; charset=utf-8",
    "svg": b"image/svg+xml; charset=utf-8",
    "csv": b"text/csv; charset=utf-8",
    "txt": b"text/plain; charset=utf-8",
}
BINARY: Final = {
    "jpg": b"image/jpeg",
    "jpeg": b"image/jpeg",
    "png": b"image/png",
    "webp": b"image/webp",
    "avif": b"image/avif",
    "gif": b"image/gif",
    "ico": b"image/x-icon",
    "mp4": b"video/mp4",
    "webm": b"video/webm",
    "woff2": b"font/woff2",
    "gz": b"application/gzip",
}
UNKNOWN = b"application/octet-stream"

PAGE_POLICY = (
    b"default-src 'none'; script-src 'self'; style-src 'self'%s; img-src 'self' data:; "
    b"connect-src 'self'; font-src 'self'; frame-src "
    + " ".join(PLAYER_HOSTS).encode()
    + b"; base-uri 'none'; form-action 'none'; frame-ancestors %s"
)
# An SVG or XML file opened by its own address is a document that may carry scripts, on the desk's
# origin. Sandboxed it can do nothing; inside an <img> it never could.
DOCUMENT_POLICY = b"default-src 'none'; style-src 'unsafe-inline'; sandbox"


def suffix_of(parts: list[str]) -> str:
    """Return what stands after the last dot of a file's name, in small letters."""
    return parts[-1].rpartition(".")[2].lower()


def is_text(parts: list[str]) -> bool:
    """Tell whether a file is worth compressing."""
    return suffix_of(parts) in TEXT


def headers_for(parts: list[str], *, immutable: bool) -> list[tuple[bytes, bytes]]:
    """Return what is said with this file, whatever its bytes are."""
    suffix = suffix_of(parts)
    headers = [
        (b"content-type", TEXT.get(suffix) or BINARY.get(suffix, UNKNOWN)),
        (b"cache-control", YEAR if immutable else keeping(parts, suffix)),
        (b"x-content-type-options", b"nosniff"),
        (b"referrer-policy", b"strict-origin-when-cross-origin"),
    ]
    if suffix == "html":
        headers.append((b"content-security-policy", page_policy(parts)))
    elif suffix in ("svg", "xml", "atom"):
        headers.append((b"content-security-policy", DOCUMENT_POLICY))
    if suffix in TEXT:
        headers.append((b"vary", b"Accept-Encoding"))
    return headers


def keeping(parts: list[str], suffix: str) -> bytes:
    """Return how long a cache may keep the file.

    A delta is written once but for a redaction, which must not wait a year to take effect.
    """
    if parts[-1] == "head.json":
        return b"max-age=2"
    if len(parts) > 1 and parts[-2] == "rev" and suffix == "json":
        return b"max-age=86400"
    # Only names that hold a hash never change: a column that is called "media" stays a column.
    if parts[0] in ("assets", "media") and suffix not in ("html", "atom", "json"):
        return YEAR
    return b"max-age=10, must-revalidate"


def page_policy(parts: list[str]) -> bytes:
    """Return a page's policy: its own scripts alone, and no frame but the embed page's."""
    embed = len(parts) > 2 and parts[-2:] == ["embed", "index.html"]
    style = b" 'unsafe-inline'" if parts[-1] == "day.html" else b""
    return PAGE_POLICY % (style, b"*" if embed else b"'none'")
