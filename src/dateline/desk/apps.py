"""Desk as a Django app."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """See the room's own docstring."""

    name = "dateline.desk"
