"""The archive's way out, as the newsroom set it."""

from ipaddress import ip_network
from pathlib import Path

from django.conf import settings

from .fetch import Fetcher
from .guard import Guard
from .seal import Authority


def fetcher() -> Fetcher:
    """Return what goes out: through the guard, and the proxy where one is set."""
    allowed = [ip_network(network, strict=False) for network in settings.DATELINE_ALLOW]
    return Fetcher(Guard(allowed), proxy=settings.DATELINE_PROXY)


def authority() -> Authority | None:
    """Return the time-stamp authority, where one is set."""
    if not settings.DATELINE_TSA:
        return None
    return Authority(settings.DATELINE_TSA, Path(settings.DATELINE_TSA_ROOTS).read_bytes())
