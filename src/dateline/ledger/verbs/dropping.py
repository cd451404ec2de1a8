"""Dropping a text that was typed and never saved, and taking it back: in no log, its writer's."""

import uuid
from datetime import timedelta

from django.utils import timezone

from ..lock import write_lock
from ..models import Draft, Person
from ..models.record import writing
from ..refusal import Refused

KEPT = timedelta(days=1)
"""How long a dropped text can be taken back."""


def drop_draft(*, by: Person, draft: uuid.UUID) -> None:
    """Drop one's own text for good in a day; one that is gone already is no error."""
    with write_lock(), writing():
        mine = Draft.objects.filter(pk=draft, person=by, dropped_at=None)
        mine.update(dropped_at=timezone.now())


def take_back_draft(*, by: Person, draft: uuid.UUID) -> Draft:
    """Undo a drop. Raises Refused where the text is gone by now, or was never one's own."""
    with write_lock(), writing():
        found: Draft | None = Draft.objects.filter(pk=draft, person=by).first()
        if not found:
            raise Refused("This text is gone. A dropped text is kept for a day.")
        found.dropped_at = None
        found.save()
    return found


def forget_dropped() -> None:
    """Forget what was dropped over a day ago. For the worker."""
    old = Draft.objects.filter(dropped_at__lte=timezone.now() - KEPT)
    if old.exists():
        with write_lock(), writing():
            old.delete()
