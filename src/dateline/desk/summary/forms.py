"""The window of a summary, told in the column's zone."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils import timezone

from dateline.ledger.models import Column, Summary
from dateline.ledger.verbs.summaries import Window

WRITTEN = "%Y-%m-%dT%H:%M"


class WindowForm(forms.Form):
    """From when to when."""

    since = forms.DateTimeField(input_formats=[WRITTEN], label="From")
    until = forms.DateTimeField(input_formats=[WRITTEN], label="To")

    def __init__(self, *args: Any, column: Column, **options: Any) -> None:
        super().__init__(*args, **options)
        self.zone = column.zone_info
        for field in self.fields.values():
            field.widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format=WRITTEN)

    @classmethod
    def of(cls, column: Column, summary: Summary | None) -> "WindowForm":
        """Return the window of a summary; of none, the day that ends now."""
        now = timezone.now()
        since, until = (summary.since, summary.until) if summary else (now - timedelta(days=1), now)
        zone = column.zone_info
        initial = {"since": _told(since, zone), "until": _told(until, zone)}
        return cls(initial=initial, column=column)

    def window(self) -> Window:
        """Return what was typed, in the column's zone."""
        said = self.cleaned_data
        return Window(since=self._placed(said["since"]), until=self._placed(said["until"]))

    def _placed(self, at: datetime) -> datetime:
        return at.replace(tzinfo=self.zone)


def _told(at: datetime, zone: Any) -> str:
    return at.astimezone(zone).strftime(WRITTEN)
