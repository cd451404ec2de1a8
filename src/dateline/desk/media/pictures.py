"""Kept pictures, as the text room and the desk's forms want them."""

import uuid
from typing import Any

from django.urls import reverse

from dateline.ledger.models import Media, Person
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.media import bring_media
from dateline.text import Image, heavy, image_ids


def address_of(media: Media) -> str:
    """Return where the desk shows a picture."""
    return reverse("desk:media", args=[media.pk])


def images_of(body: str) -> dict[str, Image]:
    """Return the pictures that a text names and that are still there, by the name it uses."""
    if heavy(body):
        return {}
    named = {name: pk for name in image_ids(body) if (pk := _uuid(name))}
    found = Media.objects.filter(redacted=False).in_bulk(named.values())
    return {name: _image(found[pk]) for name, pk in named.items() if pk in found}


def _image(media: Media) -> Image:
    sources = ((address_of(media), media.width),)
    return Image(sources, media.width, media.height, media.alt, media.credit)


def _uuid(name: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(name)
    except ValueError:
        return None


def bring(*, by: Person, file: Any, alt: str, credit: str) -> Media:
    """Bring an uploaded picture in; the ledger judges its bytes, never its name or type."""
    if not file.size:
        raise Refused("The file is empty. Choose the picture again.")
    return bring_media(by=by, data=file.read(), alt=alt, credit=credit)


def directive(media: Media) -> str:
    """Return the line that puts a picture into an update."""
    said = (f'{key}="{_quoted(getattr(media, key))}"' for key in ("alt", "credit"))
    return f"::media{{id={media.pk} {' '.join(said)}}}"


def _quoted(words: str) -> str:
    return " ".join(words.split()).replace("\\", "\\\\").replace('"', '\\"')
