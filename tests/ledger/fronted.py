"""Fronts, a summary in each state and a link between updates, for tests."""

from datetime import UTC, datetime

from dateline.ledger.verbs.follow_ups import link_updates
from dateline.ledger.verbs.fronts import FrontText, add_front, retire_front
from dateline.ledger.verbs.summaries import Clause, Window, publish_summary, save_summary

IDLIB = FrontText(name="Idlib", areas=("Idlib",))
DRAWN = ((36.0, 35.0), (37.0, 35.0), (37.0, 36.0))
WEEK = Window(since=datetime(2015, 10, 14, tzinfo=UTC), until=datetime(2015, 10, 21, tzinfo=UTC))


def quiet(front, words="Nothing new since 16:40."):
    """Return a clause that says that a front is silent."""
    return Clause(front=front.pk, sort="silence", words=words)


def fronted(editor, column, one, other):
    """Return one object in each state, by name."""
    front = add_front(
        by=editor, column=column, text=FrontText(name="Hama", areas=("Hama",), rings=(DRAWN,))
    )
    gone = add_front(
        by=editor, column=column, text=FrontText(name="Homs", areas=("Homs",), rings=(DRAWN,))
    )
    of = {"by": editor, "column": column, "window": WEEK, "clauses": (quiet(front),)}
    standing = publish_summary(by=editor, summary=save_summary(**of, based_on=0), based_on=1)
    return {
        "front": front,
        "retired_front": retire_front(by=editor, front=gone),
        "summary": standing,
        "drafted": save_summary(**of, based_on=0),
        "linked": link_updates(by=editor, update=other, on=one, kind="follows"),
    }
