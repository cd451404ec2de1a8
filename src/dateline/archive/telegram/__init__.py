"""Telegram's public posts: their addresses, and the markup that carries them."""

from dateline.archive.telegram.address import fetched_as, shown_as

__all__ = ["fetched_as", "shown_as"]
