"""Bringing a data folder up to date before anything uses it."""

from django.core.management import call_command


def prepare() -> None:
    """Make or migrate the database; on one that is up to date this changes nothing."""
    call_command("migrate", verbosity=0, interactive=False)
