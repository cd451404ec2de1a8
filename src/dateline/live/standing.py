"""How a report stands with its source, in words."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.translation import gettext

from dateline.ledger.showing import Shown

from .templatetags.moments import moment_words


def standing(one: Shown, zone: ZoneInfo, day: datetime | None = None) -> str:
    """Say in the active language how a report stands with its source, and since when.

    Of the date stands only what differs from the page's `day`.
    """
    if one.captured_at is None:
        return ""
    said, since = gettext("kept since {time}"), one.captured_at
    if one.unchanged:
        said = gettext("unchanged since {time}")
    if one.gone_since:
        said, since = gettext("deleted at source since {time}"), one.gone_since
    return said.format(time=moment_words(since, zone, day))
