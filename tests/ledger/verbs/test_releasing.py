"""What was held until a time is let go when it has come, by an entry that pages follow."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone

from dateline.ledger.models import Claim, Entry
from dateline.ledger.verbs import releasing
from dateline.ledger.verbs.counting import hold_claim
from dateline.ledger.verbs.releasing import release_due

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def held(desk, alice):
    until = timezone.now() + timedelta(hours=1)
    return hold_claim(by=alice, claim=desk.claim("Twelve people died."), until=until)


@pytest.fixture
def in_two_hours(monkeypatch):
    later = timezone.now() + timedelta(hours=2)
    monkeypatch.setattr(timezone, "now", lambda: later)


def test_before_its_time_nothing_is_let_go(held):
    assert release_due() == []
    assert Claim.objects.get(pk=held.pk).hold_until is not None


def test_it_is_let_go_at_its_time_and_the_log_says_so(held, in_two_hours, holds):
    assert release_due() == [held]
    assert Claim.objects.get(pk=held.pk).hold_until is None
    entry = Entry.objects.latest("sequence")
    assert (entry.verb, entry.object, entry.who) == ("release_claim", held.name_in_log, None)
    assert holds()


def test_it_is_let_go_once(held, in_two_hours):
    assert len(release_due()) == 1
    count = Entry.objects.count()
    assert release_due() == []
    assert Entry.objects.count() == count


def test_one_that_was_held_for_longer_since_it_was_looked_for_stays(held, monkeypatch):
    """The look and the verb are two moments: what counts is the second."""
    ahead = SimpleNamespace(now=lambda: timezone.now() + timedelta(hours=2))
    monkeypatch.setattr(releasing, "timezone", ahead)
    assert release_due() == []
    assert Claim.objects.get(pk=held.pk).hold_until is not None
