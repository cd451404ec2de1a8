"""That a report rests on another: proposed by a capture, decided by an editor, once."""

import pytest

from dateline.ledger.models import Derivation, Entry
from dateline.ledger.refusal import NotAllowed, Refused
from dateline.ledger.verbs.capturing import Likeness, keep_capture
from dateline.ledger.verbs.reports import decide_derivation
from tests.ledger.kept import kept

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def derivation(report, other_report):
    """The roundup seems to carry the first report's text."""
    like = Likeness(on=report.pk, why="text", score=92)
    keep_capture(other_report, kept(rests_on=[like]))
    return Derivation.objects.get()


def test_a_capture_proposes(derivation, report, other_report, holds):
    assert (derivation.report, derivation.on) == (other_report, report)
    assert (derivation.why, derivation.score, derivation.status) == ("text", 92, "proposed")
    assert list(other_report.rests_on.all()) == list(report.carries.all()) == [derivation]
    assert holds()


def test_nothing_rests_on_itself(report):
    keep_capture(report, kept(rests_on=[Likeness(on=report.pk, why="address")]))
    assert not Derivation.objects.exists()


@pytest.mark.parametrize("status", ["proposed", "confirmed", "rejected"])
def test_what_was_proposed_is_not_proposed_again_in_either_direction(
    derivation, report, other_report, alice, status, holds
):
    decide_derivation(by=alice, derivation=derivation, status=status)
    twice = [Likeness(on=report.pk, why="text")] * 2
    keep_capture(other_report, kept(rests_on=twice))
    keep_capture(report, kept(rests_on=[Likeness(on=other_report.pk, why="text")]))
    assert Derivation.objects.get().status == status
    assert holds()


def test_another_reason_is_another_proposal(derivation, report, other_report, holds):
    keep_capture(report, kept(rests_on=[Likeness(on=other_report.pk, why="media")]))
    assert set(Derivation.objects.values_list("why", flat=True)) == {"text", "media"}
    assert holds()


def test_an_editor_decides_and_takes_it_back(derivation, alice, holds):
    for status in ("confirmed", "rejected", "proposed", "confirmed"):
        assert decide_derivation(by=alice, derivation=derivation, status=status).status == status
        body = Entry.objects.last().content.body
        assert body["after"]["status"] == status
    assert body["before"]["status"] == "proposed"
    assert holds()


@pytest.mark.parametrize("status", ["", "maybe", "CONFIRMED", "confirmed\0"])
def test_there_is_nothing_between(derivation, alice, status):
    with pytest.raises(Refused, match="proposed, confirmed or rejected"):
        decide_derivation(by=alice, derivation=derivation, status=status)
    assert Derivation.objects.get().status == "proposed"


def test_a_contributor_decides_nothing(derivation, carl):
    with pytest.raises(NotAllowed):
        decide_derivation(by=carl, derivation=derivation, status="confirmed")
