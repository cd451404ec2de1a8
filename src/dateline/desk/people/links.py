"""Sign-in links: made by the site's owner, handed over by hand, good for one sign-in."""

from datetime import timedelta
from uuid import UUID

from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.urls import reverse
from django.utils.http import base36_to_int

from dateline.ledger.models import Person

LIFETIME = timedelta(hours=24)


class SignInTokens(PasswordResetTokenGenerator):
    """Tokens that die by age, by a sign-in, by a new password and by being shut out."""

    key_salt = "dateline.desk.people.links.SignInTokens"

    def _make_hash_value(self, user: Person, timestamp: int) -> str:
        return f"{super()._make_hash_value(user, timestamp)}{user.is_active}"

    def check_token(self, user: Person | None, token: str | None) -> bool:
        """Tell whether a token lets this person in now."""
        if user is None or not user.is_active or not super().check_token(user, token):
            return False
        made = base36_to_int(str(token).partition("-")[0])
        age: int = self._num_seconds(self._now()) - made
        return age <= LIFETIME.total_seconds()


_tokens = SignInTokens()


def sign_in_link(person: Person) -> str:
    """Return the path by which a person signs in once, within 24 hours."""
    return reverse("desk:sign_in", args=[person.pk, _tokens.make_token(person)])


def person_of_link(pk: UUID, token: str) -> Person | None:
    """Return the person whom a link lets in; None for one that is used, old or made up."""
    person = Person.objects.filter(pk=pk).first()
    return person if person and _tokens.check_token(person, token) else None
