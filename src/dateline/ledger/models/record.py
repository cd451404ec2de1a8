"""A record changes only while a ledger verb runs, so that nothing changes without an entry."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from typing import Any, ClassVar

from django.db import models

from ..canonical import rfc3339

_writing: ContextVar[bool] = ContextVar("dateline_ledger_writing", default=False)


class WriteOutsideLedgerError(RuntimeError):
    """Someone tried to change a record outside a ledger verb."""


@contextmanager
def writing() -> Iterator[None]:
    """Let records be saved inside this block; only `log.verb` and the drafts open one."""
    token = _writing.set(True)
    try:
        yield
    finally:
        _writing.reset(token)


def require_writing() -> None:
    """Raise WriteOutsideLedgerError unless a ledger verb is running."""
    if not _writing.get():
        raise WriteOutsideLedgerError("Records change only through the ledger's verbs.")


class GuardedQuerySet(models.QuerySet[Any]):
    """A queryset whose bulk writes are guarded like a single record's."""

    def update(self, **values: Any) -> int:
        """Update rows, inside a verb only."""
        require_writing()
        return super().update(**values)

    def delete(self) -> tuple[int, dict[str, int]]:
        """Delete rows, inside a verb only: drafts go this way, records never do."""
        require_writing()
        return super().delete()

    def bulk_create(self, *args: Any, **options: Any) -> list[Any]:
        """Create rows, inside a verb only."""
        require_writing()
        return super().bulk_create(*args, **options)

    def bulk_update(self, *args: Any, **options: Any) -> int:
        """Update rows, inside a verb only."""
        require_writing()
        return super().bulk_update(*args, **options)


class Guarded(models.Model):
    """A model that refuses to be written outside a ledger verb."""

    objects = GuardedQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **options: Any) -> None:
        """Save the row, inside a verb only."""
        require_writing()
        super().save(*args, **options)

    def delete(self, *args: Any, **options: Any) -> tuple[int, dict[str, int]]:
        """Delete the row, inside a verb only."""
        require_writing()
        return super().delete(*args, **options)


class Record(Guarded):
    """A thing that the ledger logs: it has an id for good and a content that commitments bind."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    unlogged: ClassVar[frozenset[str]] = frozenset()
    """Fields that follow from other entries and are therefore not part of the content."""
    later: ClassVar[frozenset[str]] = frozenset()
    """Fields that came when records of this kind stood in logs: without a value they are no part of
    the content, so that what was logged before them still verifies."""

    class Meta:
        abstract = True

    @property
    def name_in_log(self) -> str:
        """Return `kind:id`, by which entries name this record."""
        return f"{self._meta.model_name}:{self.pk}"

    def content(self) -> dict[str, Any]:
        """Return the record's fields as JSON values, as the log keeps and verifies them."""
        fields = (f for f in self._meta.concrete_fields if f.name not in self.unlogged)
        values = {field.attname: _json_value(getattr(self, field.attname)) for field in fields}
        unused = {name for name in self.later if values[name] is None}
        return {name: value for name, value in values.items() if name not in unused}


def _json_value(value: Any) -> Any:
    if isinstance(value, datetime):
        return rfc3339(value)
    return str(value) if isinstance(value, date | uuid.UUID) else value
