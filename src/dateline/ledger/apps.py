"""The ledger as a Django app."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """The records and the only code that writes them."""

    name = "dateline.ledger"
    default_auto_field = "django.db.models.BigAutoField"
