"""From an incident's view to the text of its file, in the active language."""

from django.template.loader import render_to_string

from dateline.live import address
from dateline.live.publish import Site
from dateline.live.render import plain_context
from dateline.live.view import ColumnView, Link

from .view import IncidentView


def incident(view: IncidentView, site: Site) -> str:
    """Return an incident's page; where nothing is left of it, a stone."""
    folder = address.incident(view.id)
    context = {"one": view, "column": view.column, "folder": folder}
    context |= plain_context(view.column.language, folder, site.assets, site.public_url)
    return render_to_string("live/incident.html", context)


def moved(column: ColumnView, pk: str, into: Link, reason: str, site: Site) -> str:
    """Return the page at the address of an incident that was merged into another."""
    folder = address.incident(pk)
    context = {"column": column, "into": into, "reason": reason, "folder": folder}
    context |= plain_context(column.language, folder, site.assets, site.public_url)
    return render_to_string("live/incident_moved.html", context)
