"""A column's incidents in a list, the newest first."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import F, Max, QuerySet

from dateline.ledger.models import Column, Incident
from dateline.ledger.weighed import told_of_each
from dateline.weighing.area import area
from dateline.weighing.span import span
from dateline.weighing.testimony import Testimony

from . import words

PAGE = 30


@dataclass(frozen=True)
class Row:
    """An incident in the list."""

    incident: Incident
    place: str
    days: str
    counts: str


def titled(column: Column, asked: str) -> QuerySet[Incident]:
    """Return a column's incidents whose titles hold all these words."""
    rows = Incident.objects.filter(column=column, merged_into=None)
    for word in asked.split()[:8]:
        rows = rows.filter(title__icontains=word)
    return rows


def page_of(column: Column, asked: str, number: str) -> Page[Incident]:
    """Return one page of a column's incidents, those whose titles hold all the words asked for."""
    rows = titled(column, asked)
    newest = Max("groupings__claim__text__capture__captured_at")
    ordered: QuerySet[Any] = rows.annotate(newest=newest)
    ordered = ordered.order_by(F("newest").desc(nulls_last=True), "pk")
    return Paginator(ordered, PAGE).get_page(number)


def rows_of(page: Page[Incident]) -> list[Row]:
    """Return the incidents of a page in words."""
    told = told_of_each([one.pk for one in page])
    return [_row(one, told[one.pk]) for one in page]


def _row(incident: Incident, told: list[Testimony]) -> Row:
    sure = [one for one in told if not one.may_be]
    where = area(sure)
    reports = len({one.report for one in sure})
    counts = f"{_many(len(sure), 'claim')} in {_many(reports, 'report')}"
    unsure = len(told) - len(sure)
    return Row(
        incident,
        where.name if where else "place not known",
        words.days(span(sure)),
        f"{counts}, {unsure} more may be" if unsure else counts,
    )


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
