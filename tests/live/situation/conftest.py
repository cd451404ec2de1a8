"""Strikes that sources tell of, as a desk groups them, and what stands beside a blog."""

from datetime import UTC, datetime

import pytest

from dateline.ledger.summarising import fresh_clauses
from dateline.ledger.verbs.fronts import FrontText, add_front
from dateline.ledger.verbs.summaries import Clause, Window, publish_summary, save_summary
from tests.ledger.happened import Desk, strike, toll
from tests.live.site import BLOG

SINCE = datetime(2015, 10, 20, tzinfo=UTC)
UNTIL = datetime(2015, 10, 23, tzinfo=UTC)


@pytest.fixture
def desk(alice, column):
    return Desk(alice, column)


@pytest.fixture
def struck(desk):
    """Open an incident of one claim: `struck(9, title=…, site=…)`."""

    def _struck(dead=9, *, title="A strike on Sarmin", **more):
        words = f"Jets bombed Sarmin on Tuesday; {dead} people died."
        claim = strike(desk, words, tolls=(toll(f"{dead} people", words, dead),), **more)
        return desk.incident(claim, title=title), claim

    return _struck


@pytest.fixture
def idlib(alice, column):
    """A front that holds Sarmin."""
    return add_front(by=alice, column=column, text=FrontText(name="Idlib", areas=("Idlib",)))


@pytest.fixture
def summarise(alice, column):
    """Publish the summary as templates write it now, and more clauses: `summarise(*clauses)`."""

    def _summarise(*more):
        clauses = map(Clause.of, fresh_clauses(column, SINCE, UNTIL))
        window = Window(since=SINCE, until=UNTIL)
        summary = save_summary(
            by=alice, column=column, window=window, clauses=(*clauses, *more), based_on=0
        )
        return publish_summary(by=alice, summary=summary, based_on=summary.revision)

    return _summarise


@pytest.fixture
def region(site):
    """Return what stands beside the updates on page one: `region()`."""

    def _region():
        (found,) = site.parsed(f"{BLOG}/index.html").xpath("//*[@id='situation']")
        return found

    return _region
