"""Follow-ups: an update takes up another, readers see it at both, and it is taken back."""

import pytest

from dateline.ledger.models import FollowUp
from tests.desk.conftest import words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair(publish):
    return publish("Twelve killed"), publish("Fifteen killed")


def at(update):
    return f"/desk/updates/{update.pk}/follow-ups/"


def test_a_link_is_made_shown_both_ways_and_taken_back(enter, alice, pair):
    older, newer = pair
    here = enter(alice)
    assert "Twelve killed" in words_of(here.get(at(newer), {"q": "twelve"}))
    assert here.post(at(newer), {"on": older.pk, "kind": "corrects"}).status_code == 302
    assert "This one corrects" in words_of(here.get(at(newer)))
    assert "corrects this one" in words_of(here.get(at(older)))
    here.post(f"/desk/follow-ups/{FollowUp.objects.get().pk}/take-back/")
    assert not FollowUp.objects.get().standing
    assert "linked with no other" in words_of(here.get(at(newer)))


@pytest.mark.parametrize("on", ["", "no id", "itself", "draft"])
def test_what_cannot_be_linked_is_refused_in_words(enter, alice, pair, write, on):
    update = pair[0]
    chosen = {"itself": update.pk, "draft": write("A draft").pk}.get(on, on)
    assert enter(alice).post(at(update), {"on": chosen, "kind": "follows"}).status_code == 400
    assert enter(alice).post(at(update), {"on": pair[1].pk, "kind": "likes"}).status_code == 400


def test_contributors_and_strangers_link_nothing(enter, carl, sam, pair):
    assert enter(carl).get(at(pair[0])).status_code == 403
    assert enter(sam).get(at(pair[0])).status_code == 404
