"""Whether an accepted claim counts: set aside, superseded, held."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from dateline.ledger.models import Claim, Entry
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.claims import accept_claim
from dateline.ledger.verbs.counting import (
    hold_claim,
    put_back_claim,
    set_aside_claim,
    supersede_claim,
)
from dateline.ledger.verbs.proposing import make_claim
from tests.ledger.claimed import said
from tests.ledger.happened import speaker
from tests.ledger.kept import TEXT

pytestmark = pytest.mark.django_db
WHY = "The agency corrected it."


@pytest.fixture
def make(alice, capture, column):
    """Make an accepted claim: `make(words)`."""

    def _make(words, column=column):
        return make_claim(by=alice, text=capture.text, said=said(words), column=column)

    return _make


@pytest.fixture
def claim(make):
    return make("twelve people died")


def test_it_is_set_aside_with_a_public_reason_and_put_back(claim, alice, holds):
    found = set_aside_claim(by=alice, claim=claim, reason=f"{WHY} ")
    assert (found.set_aside, found.status) == (WHY, "accepted")
    with pytest.raises(Refused, match="already"):
        set_aside_claim(by=alice, claim=claim, reason=WHY)
    assert put_back_claim(by=alice, claim=claim).set_aside == ""
    with pytest.raises(Refused, match="not set aside"):
        put_back_claim(by=alice, claim=claim)
    with pytest.raises(Refused, match="missing"):
        set_aside_claim(by=alice, claim=claim, reason=" ")
    assert holds()


def test_what_is_only_proposed_counts_not_and_so_is_not_set_aside(alice, carl, capture, make):
    proposed = make_claim(by=carl, text=capture.text, said=said("people"))
    for act in (
        lambda: set_aside_claim(by=alice, claim=proposed, reason=WHY),
        lambda: supersede_claim(by=alice, claim=proposed, older=None),
        lambda: supersede_claim(by=alice, claim=make("died"), older=proposed),
    ):
        with pytest.raises(Refused, match="Accept it first"):
            act()


def test_a_newer_figure_supersedes_an_older_one_until_that_is_taken_back(make, alice, holds):
    older, newer = make("twelve people"), make("people died")
    assert supersede_claim(by=alice, claim=newer, older=older).supersedes == older
    assert supersede_claim(by=alice, claim=newer, older=older).supersedes == older
    assert supersede_claim(by=alice, claim=newer, older=None).supersedes is None
    assert holds()


def test_no_ring_closes_and_nothing_is_superseded_twice(make, alice):
    one, two, three = make("twelve"), make("people"), make("died")
    with pytest.raises(Refused, match="itself"):
        supersede_claim(by=alice, claim=one, older=one)
    supersede_claim(by=alice, claim=two, older=one)
    with pytest.raises(Refused, match="supersedes that one already"):
        supersede_claim(by=alice, claim=three, older=one)
    supersede_claim(by=alice, claim=three, older=two)
    with pytest.raises(Refused, match="came after it"):
        supersede_claim(by=alice, claim=one, older=three)


def test_a_claim_supersedes_none_of_another_column(make, owner, alice, capture, other_column):
    theirs = make_claim(by=owner, text=capture.text, said=said("people"), column=other_column)
    with pytest.raises(Refused, match="two columns"):
        supersede_claim(by=owner, claim=make("died"), older=theirs)


def test_a_claim_supersedes_none_of_another_speaker(make, alice, capture, column):
    words = said("twelve people", speakers=(speaker("people", TEXT),))
    theirs = make_claim(by=alice, text=capture.text, said=words, column=column)
    with pytest.raises(Refused, match="two speakers"):
        supersede_claim(by=alice, claim=make("died"), older=theirs)
    assert Claim.objects.filter(supersedes=theirs).count() == 0


def test_it_is_held_until_a_time_or_let_go(claim, alice, holds):
    until = timezone.now() + timedelta(days=1)
    assert hold_claim(by=alice, claim=claim, until=until).hold_until == until
    assert hold_claim(by=alice, claim=claim, until=None).hold_until is None
    assert Entry.objects.filter(verb="hold_claim").count() == 2
    assert holds()


@pytest.mark.parametrize(
    ("until", "words"),
    [
        (datetime(2999, 1, 1), "time zone"),  # noqa: DTZ001  that is what is tested
        (timezone.now() - timedelta(seconds=1), "over"),
    ],
)
def test_a_time_that_holds_nothing_is_refused(claim, alice, until, words):
    with pytest.raises(Refused, match=words):
        hold_claim(by=alice, claim=claim, until=until)
    assert Claim.objects.get().hold_until is None


def test_what_is_held_may_be_only_proposed(alice, carl, capture, column):
    proposed = make_claim(by=carl, text=capture.text, said=said("people"))
    until = timezone.now() + timedelta(days=1)
    hold_claim(by=alice, claim=proposed, until=until)
    assert accept_claim(by=alice, claim=proposed, column=column, based_on=1).hold_until == until
