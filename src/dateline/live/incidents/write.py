"""Writing incidents' pages. An id never dies: merged into another, its page leads there."""

from uuid import UUID

from django.utils.translation import override

from dateline.ledger.models import Incident
from dateline.live import address
from dateline.live.publish import Site
from dateline.live.read import column_view

from . import render
from .happened import happened, shown_incidents
from .read import incident_view, link


def write(site: Site, pk: UUID) -> None:
    """Write an incident's page as it stands now; what was merged leads on, and says why."""
    chosen = Incident.objects.select_related("column__logo", "merged_into", "part_of")
    incident = chosen.get(pk=pk)
    with override(incident.column.language):
        text = _moved(site, incident) if incident.merged_into_id else _page(site, incident)
    site.folder.write(f"{address.incident(pk)}index.html", text)


def _page(site: Site, incident: Incident) -> str:
    (found,) = happened([incident])
    return render.incident(incident_view(found), site)


def _moved(site: Site, incident: Incident) -> str:
    column, whole = column_view(incident.column), incident.whole
    into = next(iter(shown_incidents([whole.pk])), Incident(pk=whole.pk))
    reason = incident.reason if into.title else ""  # it may tell what is held of the whole
    return render.moved(column, str(incident.pk), link(into), reason, site)
