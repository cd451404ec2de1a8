"""What may be stored: checked where it is written, so that no way in goes round it."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db.models import Model

from .refusal import Refused

UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
"""NUL, which PostgreSQL refuses, and lone surrogates, which are no characters."""

MAX_REASON = 300
"""Characters in a reason; readers see some of them in one line."""

RESERVED_SLUGS = frozenset(
    {"desk", "assets", "media", "page", "u", "rev", "embed", "stream"}
    | {"reports", "incidents", "claims"}
)
"""Names that the site folder and the server use themselves."""

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*")


def check_texts(record: Model) -> None:
    """Raise Refused where a text field is too long or holds what cannot be stored."""
    for field in record._meta.concrete_fields:
        value = getattr(record, field.attname)
        if not isinstance(value, str):
            continue
        if UNSTORABLE.search(value):
            raise Refused(
                f"The {field.verbose_name} holds a character that cannot be stored "
                "(a NUL or half a surrogate pair). Delete it and type the text again."
            )
        if field.max_length and len(value) > field.max_length:
            raise Refused(
                f"The {field.verbose_name} has {len(value):,} characters; "
                f"{field.max_length:,} is the most. Shorten it."
            )


def storable(text: str) -> str:
    """Return a text that the program itself notes, without what cannot be stored."""
    return UNSTORABLE.sub("", text)


def check_reason(reason: str) -> None:
    """Raise Refused where a reason, which no field of a record holds, is as `check_texts` says."""
    if UNSTORABLE.search(reason):
        raise Refused("The reason holds a character that cannot be stored. Type it again.")
    if len(reason) > MAX_REASON:
        raise Refused(f"The reason has {len(reason):,} characters; {MAX_REASON} is the most.")


def check_slug(slug: str) -> None:
    """Raise Refused unless a slug can stand in an address."""
    if not SLUG.fullmatch(slug) or len(slug) > 60:
        raise Refused("An address has small letters a–z, digits and single hyphens, 60 at most.")
    if slug in RESERVED_SLUGS:
        raise Refused(f"“{slug}” is an address that Dateline uses itself. Choose another.")


def check_zone(zone: str) -> None:
    """Raise Refused unless the zone is one of the IANA database's."""
    try:
        ZoneInfo(zone)
    except (KeyError, ValueError, OSError):
        raise Refused(f"“{zone}” is no time zone. Use a name such as Asia/Damascus.") from None


def check_language(language: str) -> None:
    """Raise Refused unless the language looks like a BCP 47 tag."""
    if not LANGUAGE.fullmatch(language):
        raise Refused(f"“{language}” is no language tag. Use one such as en, ar or pt-BR.")


def require_words(text: str, what: str) -> str:
    """Return the text without outer white space; raise Refused where nothing is left."""
    stripped = text.strip()
    if not stripped:
        raise Refused(f"{what} is missing.")
    return stripped


def require_aware(moment: datetime, what: str) -> None:
    """Raise Refused for a time without a zone, which would mean something else elsewhere."""
    if moment.tzinfo is None:
        raise Refused(f"{what} needs a time zone.")
