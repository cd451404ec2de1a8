"""The way out: guarded, bounded, without cookies, one request a host at a time."""

from .exchange import Exchange, Fetched
from .failure import FetchError
from .fetcher import Fetcher
from .guard import Guard
from .limits import Limits

__all__ = ["Exchange", "FetchError", "Fetched", "Fetcher", "Guard", "Limits"]
