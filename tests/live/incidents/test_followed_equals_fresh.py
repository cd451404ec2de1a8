"""However it came to be, a site that followed each change holds what a new one would hold."""

from datetime import timedelta

import pytest
from django.utils import timezone

from dateline.ledger.verbs.claims import mend_claim, restore_claim, withdraw_claim
from dateline.ledger.verbs.columns import ColumnText, edit_column
from dateline.ledger.verbs.counting import hold_claim, put_back_claim, set_aside_claim
from dateline.ledger.verbs.merging import (
    mark_apart,
    merge_incidents,
    part_incident,
    split_incident,
)
from dateline.ledger.verbs.redacting import redact_words
from dateline.ledger.verbs.ruling import assess_incident
from dateline.ledger.verbs.sources import SourceText, edit_source
from tests.ledger.claimed import said
from tests.ledger.happened import strike

pytestmark = pytest.mark.django_db
FOLDERS = ("incidents/", "claims/", "reports/")


@pytest.fixture
def as_fresh(site, fresh, follow):
    """Follow, and return the pages of evidence in which a new site differs from this one."""
    made = iter(range(100))

    def _as_fresh():
        follow()
        ours, new = site.files(), fresh(f"fresh{next(made)}").files()
        paths = {path for path in ours | new if path.startswith(FOLDERS)}
        assert paths
        return sorted(path for path in paths if ours.get(path) != new.get(path))

    return _as_fresh


def test_after_each_change(rivals, desk, alice, owner, column, flag, as_fresh):
    incident, claim = rivals.incident, rivals.agency
    other = desk.incident(strike(desk, "Jets bombed Sarmin on Tuesday at noon."), title="At noon")
    source = rivals.rescuers.report.source
    text = ColumnText(name="Renamed", publisher="Someone else", zone="Asia/Tokyo")
    steps = [
        lambda: set_aside_claim(by=alice, claim=claim, reason="Wrong."),
        lambda: put_back_claim(by=alice, claim=claim),
        lambda: mark_apart(by=alice, one=incident, other=other),
        lambda: assess_incident(by=alice, incident=incident, sentence="It is so."),
        lambda: split_incident(by=alice, incident=incident, claims=[claim], title="Split"),
        lambda: mend_claim(
            by=alice, claim=claim, said=said("nine people", claim.said["quote"]), based_on=1
        ),
        lambda: edit_source(by=alice, source=source, text=SourceText(name="White Helmets")),
        lambda: edit_column(by=owner, column=column, text=text),
        lambda: withdraw_claim(by=alice, claim=claim, based_on=2, reason="Wrong."),
        lambda: restore_claim(by=alice, claim=claim),
        lambda: hold_claim(by=alice, claim=claim, until=timezone.now() + timedelta(days=1)),
        lambda: flag("graphic", one=rivals.rescuers.report),
        lambda: flag("protected", one=rivals.ministry.report),
        lambda: redact_words(by=owner, words=["noon"], reason="It must go."),
    ]
    assert as_fresh() == []
    for n, step in enumerate(steps):
        step()
        assert (n, as_fresh()) == (n, [])


def test_after_a_merge_and_its_undoing(rivals, desk, alice, as_fresh):
    other = desk.incident(strike(desk, "Jets bombed Sarmin on Tuesday at noon."), title="At noon")
    assert as_fresh() == []
    merge_incidents(by=alice, incident=other, into=rivals.incident, reason="One.", based_on=1)
    assert as_fresh() == []
    part_incident(by=alice, incident=other, based_on=2)
    assert as_fresh() == []


def test_batches_of_one_entry_end_in_the_same(rivals, desk, flag, site, as_fresh, monkeypatch):
    monkeypatch.setattr("dateline.live.follow.BATCH", 1)
    flag("protected", one=rivals.ministry.report)
    assert as_fresh() == []
