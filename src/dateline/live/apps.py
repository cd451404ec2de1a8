"""Live as a Django app."""

from django.apps import AppConfig


class LiveConfig(AppConfig):
    """See the room's own docstring."""

    name = "dateline.live"
