"""Bringing pictures in."""

from .. import storage
from ..checks import check_texts, require_words
from ..log import verb
from ..models import Media, Person
from ..permission import require
from ..picture import judge
from ..refusal import Refused


def bring_media(*, by: Person, data: bytes, alt: str, credit: str) -> Media:
    """Keep a picture's bytes as they came, with words that say what it shows and whose it is."""
    require(by, "bring_media")
    judged = judge(data)
    with verb("bring_media", by=by) as log:
        require(by, "bring_media")
        media = Media(
            sha256=storage.sha256_of(data),
            format=judged.format,
            width=judged.width,
            height=judged.height,
            alt=require_words(alt, "The picture's description, for those who cannot see it,"),
            credit=require_words(credit, "The picture's credit"),
            brought_at=log.now,
        )
        check_texts(media)
        if Media.objects.filter(sha256=media.sha256, redacted=True).exists():
            raise Refused("This very picture was redacted. It may not come back.")
        # Last and under the lock: what is refused leaves no bytes, and no redaction drops them now.
        storage.keep(data)
        media.save()
        log.write(media, before=None)
    return media
