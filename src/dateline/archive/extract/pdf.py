"""A paper: the text and the title page's facts of a PDF."""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO

from pypdf import PdfReader

from dateline.archive.extract.clean import one_line, whole_text
from dateline.archive.extract.language import guessed
from dateline.archive.extract.moments import moment
from dateline.archive.extract.tree import UnreadableError
from dateline.archive.extract.values import (
    MOST_AUTHOR,
    MOST_EXCERPT,
    MOST_PAGES,
    MOST_TEXT,
    MOST_TITLE,
    Extracted,
)


def pdf(body: bytes) -> Extracted:
    """Read a PDF of which every page may be looked at; raises UnreadableError on a locked one."""
    reader = PdfReader(BytesIO(body))
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableError("locked by a password")
    text = whole_text("\n\n".join(_pages(reader)))
    about = reader.metadata
    return Extracted(
        text=text,
        title=one_line(about.title if about else "", MOST_TITLE),
        author=one_line(about.author if about else "", MOST_AUTHOR),
        excerpt=one_line(about.subject if about else "", MOST_EXCERPT),
        language=guessed(text),
        posted_at=_made(reader),
        looks_like="" if text else "empty",  # a scan: pictures of pages
        media_type="application/pdf",
    )


def _pages(reader: PdfReader) -> Iterator[str]:
    length = 0
    for _, page in zip(range(MOST_PAGES), reader.pages, strict=False):
        text = page.extract_text()
        yield text
        length += len(text)
        if length > MOST_TEXT:
            return


def _made(reader: PdfReader) -> datetime | None:
    made = _date(reader)
    return moment((made if made.tzinfo else made.replace(tzinfo=UTC)).isoformat()) if made else None


def _date(reader: PdfReader) -> datetime | None:
    try:
        return reader.metadata.creation_date if reader.metadata else None
    except ValueError:  # many programs write dates of their own making
        return None
