"""Tags of the desk's templates: built files, times in a zone, roles."""

import json
from datetime import datetime
from functools import cache
from pathlib import Path

from django import template
from django.conf import settings
from django.utils import timezone

from dateline.ledger.models import Column, Person, Update
from dateline.ledger.permission import may as person_may

register = template.Library()

MANIFEST = Path(__file__).parent.parent / "static" / "manifest.json"


@cache
def _built() -> dict[str, str]:
    names: dict[str, str] = json.loads(MANIFEST.read_text()) if MANIFEST.is_file() else {}
    return names


@register.simple_tag
def asset(name: str) -> str:
    """Return the address of a built file: `desk.js`, `desk.css` by their hashed names.

    The build's manifest calls them `script` and `style`.
    """
    key = {"js": "script", "css": "style"}[name.rpartition(".")[2]]
    names = _built()
    return f"{settings.STATIC_URL}{names.get(name) or names.get(key) or name}"


@register.filter
def clock(moment: datetime | None, column: Column) -> str:
    """Return a time as the column tells it: `18:33` today, `21 Oct 18:33` on another day."""
    if moment is None:
        return ""
    local = moment.astimezone(column.zone_info)
    today = timezone.now().astimezone(column.zone_info)
    if local.date() == today.date():
        return f"{local:%H:%M}"
    year = f" {local:%Y}" if local.year != today.year else ""
    return f"{local.day} {local:%b}{year} {local:%H:%M}"


@register.simple_tag
def may(person: Person, action: str, column: Column | None = None) -> bool:
    """Tell whether to show what a person could do; the verbs themselves refuse."""
    return person_may(person, action, column)


@register.filter
def in_words(update: Update) -> str:
    """Return an update's standing in words."""
    column = update.blog.column
    match update.status:
        case Update.Status.SCHEDULED:
            return f"scheduled for {clock(update.scheduled_for, column)}"
        case Update.Status.PUBLISHED:
            if update.day:  # imported: its hour is not known
                return f"published {update.day:%d %b %Y}"
            return f"published {clock(update.published_at, column)}"
        case Update.Status.WITHDRAWN | Update.Status.REDACTED:
            return f"{update.get_status_display()} {clock(update.gone_at, column)}"
    return str(update.get_status_display())
