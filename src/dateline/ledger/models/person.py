"""The people at the desk, and what each may do where."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from .column import Column
from .record import GuardedQuerySet, Record, require_writing

SIGN_IN_STATE = frozenset({"last_login", "password"})
"""Fields that signing in changes; they are no content and need no entry."""


class PersonManager(BaseUserManager["Person"].from_queryset(GuardedQuerySet)):  # type: ignore[misc]
    """Finds people as Django's sign-in expects, and guards their bulk writes like any record's."""


class Person(AbstractBaseUser, Record):
    """Someone who works at the desk; readers see only the public name."""

    unlogged = SIGN_IN_STATE

    email = models.EmailField(unique=True)
    public_name = models.CharField(max_length=80, blank=True)
    """The byline this person chose; empty means the column's own, "the desk" by default."""
    is_active = models.BooleanField(default=True)

    objects = PersonManager()  # type: ignore[misc]

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def __str__(self) -> str:
        return self.public_name or self.email

    def save(self, *args: Any, **options: Any) -> None:
        """Save inside a verb; signing in may touch its own two fields."""
        touched = options.get("update_fields")
        if touched is None or not set(touched) <= SIGN_IN_STATE:
            require_writing()
        models.Model.save(self, *args, **options)


class Role(Record):
    """What a person may do: in one column, or on the whole site where `column` is empty."""

    class Name(models.TextChoices):
        OWNER = "owner", "owner"
        EDITOR = "editor", "editor"
        CONTRIBUTOR = "contributor", "contributor"

    person = models.ForeignKey(Person, models.PROTECT, related_name="roles")
    column = models.ForeignKey(Column, models.PROTECT, null=True, blank=True, related_name="roles")
    name = models.CharField(max_length=12, choices=Name.choices)
    active = models.BooleanField(default=True)
    """A role taken away stays as a record, inactive."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "column"], name="one_role_a_column"),
            # NULLs are distinct to a database: the site-wide role needs its own constraint.
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(column=None), name="one_role_for_the_site"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.name} of {self.column or 'the site'}"
