"""How allauth behaves here: nobody signs up, people are invited."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest

from dateline.ledger.models import Person


class InvitedOnly(DefaultAccountAdapter):  # type: ignore[misc]
    """Closes sign-up, and changes of an account touch only its sign-in state."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Answer no: people come in by invitation."""
        return False

    def set_password(self, user: Person, password: str) -> None:
        """Set a password without touching what the ledger logs."""
        user.set_password(password)
        user.save(update_fields=["password"])

    def reauthenticate(self, user: Person, password: str) -> bool:
        """Check a password again; allauth would look for the address among its own records."""
        return user.check_password(password)

    def save_user(self, *args: Any, **options: Any) -> Person:
        """Refuse: see `is_open_for_signup`."""
        raise PermissionError("Nobody signs up here; people are invited.")

    def send_mail(self, *args: Any, **options: Any) -> None:
        """Send nothing: this desk has no mail."""
