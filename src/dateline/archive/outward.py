"""The archive's way out, as the newsroom set it."""

import logging
from ipaddress import ip_network
from pathlib import Path

from django.conf import settings

from dateline.archive.fetch.fetcher import Fetcher
from dateline.archive.fetch.guard import Guard
from dateline.archive.rendering import Renderer, why_not
from dateline.archive.seal import Authority
from dateline.ledger.refusal import Refused

log = logging.getLogger(__name__)


def fetcher() -> Fetcher:
    """Return what goes out: through the guard, and the proxy where one is set.

    Raises Refused where a setting cannot be read.
    """
    try:
        allowed = [ip_network(network, strict=False) for network in settings.DATELINE_ALLOW]
    except ValueError as error:
        raise Refused(f"DATELINE_ALLOW lists networks such as 10.2.0.0/16: {error}.") from None
    try:
        return Fetcher(Guard(allowed), proxy=settings.DATELINE_PROXY)
    except ValueError as error:
        raise Refused(f"DATELINE_PROXY: {error}") from None


def require_settings() -> None:
    """Raise Refused where a setting of the way out cannot be read."""
    fetcher().close()
    roots()


def renderer(fetcher: Fetcher) -> Renderer | None:
    """Return what shows pages in a browser, where one is set; say so where it cannot work."""
    chromium = settings.DATELINE_BROWSER
    if not chromium:
        return None
    if words := why_not(chromium):
        log.warning("DATELINE_BROWSER is set, but %s Pages are kept without being shown.", words)
        return None
    return Renderer(fetcher, chromium)


def authority() -> Authority | None:
    """Return the time-stamp authority, where one is set."""
    return Authority(settings.DATELINE_TSA, roots()) if settings.DATELINE_TSA else None


def roots() -> bytes:
    """Return the root certificates that seals must lead to; nothing where none are set.

    Raises Refused where they cannot be read.
    """
    if not settings.DATELINE_TSA_ROOTS and not settings.DATELINE_TSA:
        return b""
    try:
        return Path(settings.DATELINE_TSA_ROOTS).read_bytes()
    except OSError as error:
        words = "DATELINE_TSA_ROOTS names the file of the authority's root certificates (PEM)"
        raise Refused(f"{words}: {error.strerror}.") from None
