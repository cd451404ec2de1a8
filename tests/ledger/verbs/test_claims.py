"""What people do with claims: make, accept, mend, reject, withdraw, and take it back."""

from dataclasses import replace

import pytest

from dateline.codebook.claim_json import as_json
from dateline.ledger.models import Claim, Entry
from dateline.ledger.refusal import Collision, NotAllowed, Refused
from dateline.ledger.verbs import proposing
from dateline.ledger.verbs.claims import (
    accept_claim,
    mend_claim,
    reject_claim,
    restore_claim,
    withdraw_claim,
)
from dateline.ledger.verbs.counting import set_aside_claim, supersede_claim
from dateline.ledger.verbs.proposing import make_claim, propose_claims
from dateline.ledger.verbs.reports import Flags, flag_report
from dateline.ledger.verbs.sources import SourceText, edit_source
from tests.ledger.claimed import QUOTE, said, twelve

pytestmark = pytest.mark.django_db(transaction=True)
WHY = "It says when, not that."


@pytest.fixture
def claim(capture):
    """What a reader proposed."""
    return propose_claims(capture.text, [twelve()], reader="dateline 1")[0]


@pytest.fixture
def accepted(claim, alice, column):
    """A claim that Alice accepted."""
    return accept_claim(by=alice, claim=claim, column=column, based_on=1)


@pytest.fixture
def carls(carl, capture):
    """A claim that Carl made by hand."""
    return make_claim(by=carl, text=capture.text, said=said("people died"))


def last_entry():
    return Entry.objects.order_by("-sequence").first()


def test_it_is_accepted_into_a_column(claim, alice, column, holds):
    found = accept_claim(by=alice, claim=claim, column=column, based_on=1)
    assert (found.status, found.column) == ("accepted", column)
    entry = last_entry()
    assert (entry.verb, entry.object, entry.who) == ("accept_claim", claim.name_in_log, alice)
    assert entry.blog is None  # nothing of it is public yet
    assert holds()


def test_nobody_accepts_what_they_did_not_see(claim, alice, column):
    mend_claim(by=alice, claim=claim, said=said(), based_on=1)
    with pytest.raises(Collision, match="Look at it as it stands now") as told:
        accept_claim(by=alice, claim=claim, column=column, based_on=1)
    assert told.value.newest == 2


@pytest.mark.parametrize("act", [reject_claim, withdraw_claim])
def test_what_was_mended_meanwhile_is_not_thrown_out_unread(claim, alice, act, holds):
    mend_claim(by=alice, claim=claim, said=said(), based_on=1)
    with pytest.raises(Collision, match="Look at it as it stands now"):
        act(by=alice, claim=claim, based_on=1, reason=WHY)
    assert Claim.objects.get(pk=claim.pk).status == "proposed"
    assert holds()


def test_an_editor_accepts_into_their_own_column_only(claim, alice, eve, column, other_column):
    with pytest.raises(NotAllowed, match="decide about claims in its column"):
        accept_claim(by=alice, claim=claim, column=other_column, based_on=1)
    accept_claim(by=alice, claim=claim, column=column, based_on=1)
    for act in (restore_claim, lambda **who: withdraw_claim(**who, reason=WHY, based_on=1)):
        with pytest.raises(NotAllowed):
            act(by=eve, claim=claim)


def test_what_it_said_before_it_was_mended_stays_in_the_log(claim, alice, holds):
    found = mend_claim(by=alice, claim=claim, said=said("people died"), based_on=1)
    assert (found.status, found.revision, found.made_by) == ("proposed", 2, alice)
    assert (found.said["quote"], found.start) == ("people died", found.said["start"])
    body = last_entry().content.body
    assert body["before"]["said"]["quote"] == QUOTE
    assert body["after"]["said"]["quote"] == "people died"
    assert holds()


def test_it_is_mended_and_accepted_at_once(claim, alice, column, holds):
    found = mend_claim(by=alice, claim=claim, said=said(), based_on=1, column=column)
    assert (found.status, found.column) == ("accepted", column)
    assert holds()


def test_an_accepted_claim_is_mended_where_it_stands(accepted, alice, holds):
    found = mend_claim(by=alice, claim=accepted, said=said(), based_on=1)
    assert (found.status, found.column) == ("accepted", accepted.column)
    assert holds()


@pytest.mark.parametrize(
    "wrong",
    [
        replace(twelve(), quote="thirteen people died in Sarmin"),
        replace(twelve(), tolls=(replace(twelve().tolls[0], low=500, high=500),)),
        replace(twelve(), speakers=(replace(twelve().speakers[0], at=(1, 9)),)),
    ],
    ids=["words", "number", "speaker"],
)
def test_what_rests_on_no_words_is_refused_and_changes_nothing(claim, alice, carl, wrong, capture):
    entries = Entry.objects.count()
    with pytest.raises(Refused):
        mend_claim(by=alice, claim=claim, said=wrong, based_on=1)
    with pytest.raises(Refused):
        make_claim(by=carl, text=capture.text, said=wrong)
    claim.refresh_from_db()
    assert (claim.said, Entry.objects.count()) == (as_json(twelve()), entries)


def test_two_who_mend_at_once_overwrite_nothing(claim, alice):
    mend_claim(by=alice, claim=claim, said=said("people died"), based_on=1)
    with pytest.raises(Collision):
        mend_claim(by=alice, claim=claim, said=said("twelve people"), based_on=1)
    claim.refresh_from_db()
    assert claim.said["quote"] == "people died"


def test_it_is_rejected_with_a_reason(claim, alice, holds):
    for reason in ("", "  "):
        with pytest.raises(Refused, match="reason is missing"):
            reject_claim(by=alice, claim=claim, based_on=claim.revision, reason=reason)
    found = reject_claim(by=alice, claim=claim, based_on=claim.revision, reason=f" {WHY} ")
    assert (found.status, found.reason) == ("rejected", WHY)
    assert last_entry().content.body["reason"] == WHY
    assert holds()


def test_only_a_proposal_is_accepted_or_rejected(accepted, alice, column):
    with pytest.raises(Refused, match="is accepted already"):
        accept_claim(by=alice, claim=accepted, column=column, based_on=1)
    with pytest.raises(Refused, match="is accepted already"):
        reject_claim(by=alice, claim=accepted, based_on=accepted.revision, reason=WHY)
    withdraw_claim(by=alice, claim=accepted, based_on=accepted.revision, reason=WHY)
    with pytest.raises(Refused, match="is withdrawn already"):
        mend_claim(by=alice, claim=accepted, said=said(), based_on=1)


def test_every_decision_is_taken_back(accepted, alice, holds):
    withdraw_claim(by=alice, claim=accepted, based_on=accepted.revision, reason=WHY)
    found = restore_claim(by=alice, claim=accepted)
    assert (found.status, found.reason, found.column) == ("accepted", "", accepted.column)
    found = restore_claim(by=alice, claim=accepted)
    assert (found.status, found.column) == ("proposed", None)
    reject_claim(by=alice, claim=accepted, based_on=accepted.revision, reason=WHY)
    assert restore_claim(by=alice, claim=accepted).status == "proposed"
    withdraw_claim(by=alice, claim=accepted, based_on=accepted.revision, reason=WHY)
    assert restore_claim(by=alice, claim=accepted).status == "proposed"
    with pytest.raises(Refused, match="Nobody has decided"):
        restore_claim(by=alice, claim=accepted)
    assert holds()


def test_what_its_column_decided_of_a_figure_ends_with_its_acceptance(
    accepted, alice, column, holds
):
    older = make_claim(
        by=alice,
        text=accepted.text,
        said=said("people died", speakers=twelve().speakers),
        column=column,
    )
    supersede_claim(by=alice, claim=accepted, older=older)
    set_aside_claim(by=alice, claim=accepted, reason=WHY)
    found = restore_claim(by=alice, claim=accepted)
    assert (found.status, found.set_aside, found.supersedes) == ("proposed", "", None)
    assert holds()


def test_a_contributor_makes_one_by_hand(carl, capture, holds):
    made = make_claim(by=carl, text=capture.text, said=twelve())
    assert (made.status, made.made_by, made.reading) == ("proposed", carl, None)
    assert make_claim(by=carl, text=capture.text, said=twelve()) == made
    assert Claim.objects.count() == 1
    assert holds()


def test_an_editor_makes_one_that_is_accepted_at_once(alice, carl, capture, column, holds):
    made = make_claim(by=alice, text=capture.text, said=twelve(), column=column)
    assert (made.status, made.column) == ("accepted", column)
    with pytest.raises(NotAllowed):
        make_claim(by=carl, text=capture.text, said=said("people died"), column=column)
    assert holds()


def test_what_was_rejected_may_be_made_anew(carls, carl, alice, capture):
    reject_claim(by=alice, claim=carls, based_on=carls.revision, reason=WHY)
    anew = make_claim(by=carl, text=capture.text, said=said("people died"))
    assert anew.pk != carls.pk


def test_a_contributor_mends_and_withdraws_only_what_they_made(carls, claim, carl, alice):
    carls = mend_claim(by=carl, claim=carls, said=said(), based_on=1)
    with pytest.raises(NotAllowed, match="claim of your own"):
        mend_claim(by=carl, claim=claim, said=said(), based_on=1)
    with pytest.raises(NotAllowed, match="claim of your own"):
        withdraw_claim(by=carl, claim=claim, based_on=claim.revision, reason=WHY)
    gone = withdraw_claim(by=carl, claim=carls, based_on=2, reason=WHY)
    assert gone.status == "withdrawn"
    with pytest.raises(NotAllowed):
        restore_claim(by=carl, claim=carls)


def test_a_contributor_changes_nothing_that_was_accepted(carls, carl, alice, column):
    accept_claim(by=alice, claim=carls, column=column, based_on=1)
    for act in (
        lambda: mend_claim(by=carl, claim=carls, said=said(), based_on=1),
        lambda: withdraw_claim(by=carl, claim=carls, based_on=carls.revision, reason=WHY),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_a_protected_report_has_protected_claims_from_that_moment(claim, alice, report):
    assert not claim.protected
    flag_report(by=alice, report=report, flags=Flags(protected=True))
    assert Claim.objects.get().protected
    flag_report(by=alice, report=report, flags=Flags())
    assert not Claim.objects.get().protected
    report.refresh_from_db()
    text = SourceText(name="The Agency", confidential=True)
    edit_source(by=alice, source=report.source, text=text)
    assert Claim.objects.get().protected


def test_of_a_held_report_only_those_who_keep_the_archive_make_claims(
    carls, carl, alice, report, capture
):
    flag_report(by=alice, report=report, flags=Flags(protected=True))
    with pytest.raises(NotAllowed, match="held by the desk"):
        make_claim(by=carl, text=capture.text, said=said())
    with pytest.raises(NotAllowed, match="held by the desk"):
        mend_claim(by=carl, claim=carls, said=said(), based_on=1)
    assert make_claim(by=alice, text=capture.text, said=said()).protected


def test_one_report_has_only_so_many_claims(carls, carl, capture, monkeypatch):
    monkeypatch.setattr(proposing, "MAX_CLAIMS", 1)
    with pytest.raises(Refused, match="1 claims at most"):
        make_claim(by=carl, text=capture.text, said=said())


@pytest.mark.parametrize("reason", ["x" * 301, "half of \ud800"])
def test_a_reason_has_its_bounds(claim, accepted, alice, reason):
    with pytest.raises(Refused, match="reason"):
        withdraw_claim(by=alice, claim=accepted, based_on=accepted.revision, reason=reason)
    assert Claim.objects.get().status == "accepted"
