"""The page that lists every incident of a column, where the live blogs' lists leave some out."""

from collections.abc import Sequence

from django.template.loader import render_to_string
from django.utils.translation import override

from dateline.ledger.models import Column
from dateline.live.files import SiteFolder
from dateline.live.incidents.happened import Happened
from dateline.live.render import plain_context
from dateline.live.view import Assets

from .paths import every_incident
from .read import MOST, situation


def write(
    folder: SiteFolder, column: Column, happened: Sequence[Happened], built: Assets, public_url: str
) -> None:
    """Write a column's page, or take it away where the lists have room for all."""
    path = every_incident(column)
    if len(happened) <= MOST:
        folder.remove(path)
        return
    context = plain_context(column.language, f"{column.slug}/", built, public_url)
    with override(column.language):
        context |= {"one": situation(column, happened, most=None), "column": column}
        folder.write(path, render_to_string("live/situation/whole.html", context))
