"""XML that is no page: feeds and data, for the words in it."""

from typing import Final

from lxml.etree import XMLParser, XMLSyntaxError, fromstring

from dateline.archive.extract.clean import one_line, whole_text
from dateline.archive.extract.language import guessed
from dateline.archive.extract.tree import UnreadableError
from dateline.archive.extract.values import MOST_TITLE, Extracted

NOT_READ: Final = "image/svg+xml"


def xml(text: str, *, media_type: str) -> Extracted:
    """Return the words; raises UnreadableError on what is not well formed."""
    if media_type == NOT_READ:
        return Extracted(media_type=media_type)
    # Entities stay unread: a few lines of them grow to gigabytes, or name a file of ours.
    parser = XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=False)
    try:
        root = fromstring(text.encode("utf-8", "replace"), parser=parser)
    except XMLSyntaxError as error:
        raise UnreadableError(str(error)) from error
    title = next(root.iter("{*}title"), None)
    words = whole_text("\n".join(line for part in root.itertext() if (line := part.strip())))
    named = "".join(title.itertext()) if title is not None else ""
    return Extracted(
        text=words,
        title=one_line(named, MOST_TITLE),
        language=guessed(words),
        looks_like="" if words else "empty",
        media_type=media_type,
    )
