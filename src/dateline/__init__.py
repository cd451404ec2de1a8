"""Dateline: a live desk for contested events."""

__version__ = "0.1.0"
