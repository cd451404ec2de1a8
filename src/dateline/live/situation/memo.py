"""A column's incidents, weighed once and kept until the ledger changes them.

Writing a blog's page takes the situation from here: an update costs nothing of it.
"""

import json
from collections.abc import Iterable
from uuid import UUID

from django.template.loader import render_to_string
from django.utils.translation import override

from dateline.ledger.models import Column, Entry, Front, Incident, LiveBlog, Summary
from dateline.live.incidents.happened import Happened, happened

from .labels import labels
from .read import situation

ON_THE_SITE = frozenset({"front", "summary", "column"})
ROOT = "../../"
"""Each blog's page one lies so deep."""


class Situations:
    """What stands beside the updates of each column, as HTML in its blogs' languages."""

    def __init__(self, worker: str = "") -> None:
        self._worker = worker
        self._happened: dict[UUID, Happened] = {}
        self._html: dict[tuple[UUID, str], str] = {}

    def forget(self, entries: Iterable[Entry], incidents: set[UUID]) -> set[UUID]:
        """Forget what entries changed, these incidents among it; return the columns to renew."""
        for pk in incidents:
            self._happened.pop(pk, None)
        columns = _columns(entries, incidents)
        for key in [key for key in self._html if key[0] in columns]:
            del self._html[key]
        return columns

    def of(self, column: Column) -> list[Happened]:
        """Return the column's whole incidents of which readers may see anything, weighed."""
        rows = Incident.objects.filter(column=column, merged_into=None).exclude(title="")
        wanted = list(rows.order_by("pk").values_list("pk", flat=True))
        new = rows.filter(pk__in=[pk for pk in wanted if pk not in self._happened])
        for one in happened(new.select_related("column")):
            self._happened[one.incident.pk] = one
        known = (self._happened[pk] for pk in wanted if pk in self._happened)
        return [one for one in known if one.weighed.counted]

    def html(self, blog: LiveBlog) -> str:
        """Return the region of page one, as safe HTML; one without anything to show is hidden."""
        key = (blog.column_id, blog.language)
        if key not in self._html:
            with override(blog.language):
                self._html[key] = self._render(blog)
        return self._html[key]

    def _render(self, blog: LiveBlog) -> str:
        shown = situation(blog.column, self.of(blog.column))
        context = {"one": shown, "root": ROOT, "day": blog.started_at}
        context |= {"worker": self._worker, "labels": json.dumps(labels(), ensure_ascii=False)}
        return render_to_string("live/situation/_situation.html", context).strip()


def _columns(entries: Iterable[Entry], incidents: set[UUID]) -> set[UUID]:
    """Return the columns beside whose updates something changed."""
    named = [entry.object.partition(":") for entry in entries]
    ids = {kind: [UUID(pk) for one, _, pk in named if one == kind] for kind in ON_THE_SITE}
    found = set(Incident.objects.filter(pk__in=incidents).values_list("column", flat=True))
    found |= set(Front.objects.filter(pk__in=ids["front"]).values_list("column", flat=True))
    found |= set(Summary.objects.filter(pk__in=ids["summary"]).values_list("column", flat=True))
    return found | set(ids["column"])
