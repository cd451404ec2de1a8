"""Watched addresses: look once, say what is new. Nothing here knows the database."""
