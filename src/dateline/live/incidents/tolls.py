"""The figures of an incident: every number with the claims that it stands in."""

from django.utils.translation import gettext

from dateline.live import codes
from dateline.weighing.figures import Figure as FigureOf
from dateline.weighing.tolls import Tally as TallyOf

from . import view
from .sayings import Teller


def tally(one: TallyOf, teller: Teller) -> view.Tally:
    """Return what is said about one category of toll, in the active language."""
    return view.Tally(
        code=one.category,
        category=codes.words(codes.CATEGORIES, one.category),
        number=codes.number(one.range),
        figures=tuple(figure(each, teller) for each in one.figures),
        groups=tuple(
            view.GroupToll(
                codes.words(codes.GROUPS, each.group),
                codes.number(each.range),
                teller.claims(_claims_of(each.figures)),
            )
            for each in one.groups
        ),
        labels=tuple(figure(each.figure, teller) for each in one.labels),
        status_disputed=one.status_disputed,
        totals=tuple(figure(each, teller, _until(each)) for each in one.cumulative),
        left_out=tuple(
            figure(each.figure, teller, codes.words(codes.LEFT_OUT, each.why))
            for each in one.left_out
        ),
    )


def figure(one: FigureOf, teller: Teller, note: str = "") -> view.Figure:
    """Return a figure with its words; of a report that identifies somebody without them."""
    told = [teller.told[claim] for claim in one.claims if claim in teller.told]
    private = any(teller.reports[each.report].private for each in told)
    return view.Figure(
        speaker=teller.name(one.voice),
        number=codes.number(one.range),
        words="" if private else one.words,
        claims=teller.claims(one.claims),
        said_at=one.said_at,
        said_day=any(each.dated for each in told if each.said_at == one.said_at),
        note=note,
    )


def _claims_of(figures: tuple[FigureOf, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(claim for one in figures for claim in one.claims))


def _until(one: FigureOf) -> str:
    return gettext("as of {date}").format(date=one.as_of) if one.as_of else ""
