"""Whether a claim counts and from when it is seen: set aside, held, superseding, each undone."""

from datetime import UTC, datetime

import pytest

from dateline.ledger.models import Claim
from dateline.ledger.verbs.claims import accept_claim
from dateline.ledger.verbs.counting import hold_claim, supersede_claim
from tests.desk.claims.said import killed, proposed, said, speaker
from tests.desk.conftest import words_of
from tests.desk.reports.archive import captured, flagged

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}
RESCUERS = (speaker("Rescuers", "Civil Defence"),)


@pytest.fixture
def report(alice):
    return captured(alice)


@pytest.fixture
def accepted(alice, column):
    """Accept a claim of a report: `accepted(report, said)`."""

    def _accepted(report, one, into=column, by=alice):
        (claim,) = proposed(report, one)
        return accept_claim(by=by, claim=claim, column=into, based_on=1)

    return _accepted


@pytest.fixture
def claim(report, accepted):
    return accepted(report, killed(speakers=RESCUERS))


@pytest.fixture
def older(alice, accepted):
    earlier = captured(alice, "https://smart.example.org/earlier")
    return accepted(earlier, said("Rescuers came", speakers=RESCUERS))


def at(claim, act):
    return f"/desk/claims/{claim.pk}/{act}/"


def list_of(claim):
    return f"/desk/reports/{claim.report_id}/claims/"


def fresh(claim):
    return Claim.objects.get(pk=claim.pk)


def test_it_is_set_aside_for_a_public_reason_and_put_back(enter, alice, claim):
    here = enter(alice)
    here.post(at(claim, "set-aside"), {"reason": "The same dead as yesterday."})
    assert fresh(claim).set_aside == "The same dead as yesterday."
    page = words_of(here.get(list_of(claim)))
    assert "Readers see why: <bdi>The same dead as yesterday." in page
    assert at(claim, "put-back") in page
    here.post(at(claim, "put-back"))
    assert fresh(claim).set_aside == ""


@pytest.mark.parametrize("reason", ["", "x" * 301, "\x00"])
def test_without_a_reason_that_can_stand_it_is_not_set_aside(enter, alice, claim, reason):
    answer = enter(alice).post(at(claim, "set-aside"), {"reason": reason}, headers=HTMX)
    assert answer.status_code == 400
    assert 'role="alert"' in words_of(answer)
    assert reason in words_of(answer)
    assert fresh(claim).set_aside == ""


def test_only_what_is_accepted_is_set_aside_or_supersedes(enter, alice, report):
    claim = proposed(report)[0]
    here = enter(alice)
    assert at(claim, "set-aside") not in words_of(here.get(list_of(claim)))
    for act in ("set-aside", "put-back", "supersede"):
        assert here.post(at(claim, act), {"reason": "Why."}).status_code == 400
    assert here.get(at(claim, "supersede")).status_code == 404


def test_it_is_held_until_a_time_of_its_column_and_released(enter, alice, claim):
    here = enter(alice)
    assert f"in the time of {claim.column.zone}" in words_of(here.get(list_of(claim)))
    here.post(at(claim, "hold"), {"until": "2099-07-01T18:30"})
    wanted = datetime(2099, 7, 1, 18, 30, tzinfo=claim.column.zone_info)
    assert fresh(claim).hold_until == wanted.astimezone(UTC)
    page = words_of(here.get(list_of(claim)))
    assert f"until 1 Jul 2099 18:30 {claim.column.zone}" in page
    here.post(at(claim, "release"))
    assert fresh(claim).hold_until is None


@pytest.mark.parametrize(
    "until", ["", "soon", "2015-10-21T18:00", "2099-13-01T00:00", "0001-01-01", "9" * 99]
)
def test_a_time_that_is_none_or_over_holds_nothing(enter, alice, claim, until):
    answer = enter(alice).post(at(claim, "hold"), {"until": until}, headers=HTMX)
    assert answer.status_code == 400
    assert f'value="{until}"' in words_of(answer)
    assert fresh(claim).hold_until is None


def test_a_proposal_is_held_too_in_the_time_of_the_column_that_is_chosen(
    enter, alice, column, report
):
    claim = proposed(report)[0]
    enter(alice).post(at(claim, "hold"), {"until": "2099-07-01T18:30", "column": column.slug})
    wanted = datetime(2099, 7, 1, 18, 30, tzinfo=column.zone_info)
    assert fresh(claim).hold_until == wanted.astimezone(UTC)


def test_the_older_figure_is_chosen_among_the_speakers_own_and_let_go(
    enter, alice, claim, older, accepted
):
    other = captured(alice, "https://smart.example.org/other")
    stranger = accepted(other, said("The town lies in Idlib"))
    here = enter(alice)
    page = words_of(here.get(at(claim, "supersede")))
    assert f'value="{older.pk}"' in page
    for not_offered in (claim, stranger):
        assert f'value="{not_offered.pk}"' not in page
    here.post(at(claim, "supersede"), {"older": older.pk})
    assert fresh(claim).supersedes == older
    assert "Supersedes</b> an older claim: <q" in words_of(here.get(list_of(claim)))
    assert f'value="{older.pk}" checked' in words_of(here.get(at(claim, "supersede")))
    here.post(at(claim, "supersede"), {"older": ""})
    assert fresh(claim).supersedes is None


def test_a_report_that_speaks_itself_supersedes_what_its_source_said(
    enter, alice, report, accepted
):
    newer = accepted(report, killed())
    earlier = captured(alice, "https://smart.example.org/earlier")
    older = accepted(earlier, said("Rescuers came"))
    assert f'value="{older.pk}"' in words_of(enter(alice).get(at(newer, "supersede")))


def test_no_ring_is_offered_and_none_is_made(enter, alice, claim, older):
    supersede_claim(by=alice, claim=claim, older=older)
    here = enter(alice)
    assert f'value="{claim.pk}"' not in words_of(here.get(at(older, "supersede")))
    assert here.post(at(older, "supersede"), {"older": claim.pk}).status_code == 400
    assert fresh(older).supersedes is None


@pytest.mark.parametrize("asked", ["x", "\x00", "00000000-0000-0000-0000-000000000000"])
def test_an_older_claim_that_is_none_is_not_found(enter, alice, claim, asked):
    assert enter(alice).post(at(claim, "supersede"), {"older": asked}).status_code == 404


def test_another_columns_claims_are_not_offered_nor_named(
    enter, owner, alice, claim, accepted, other_column
):
    earlier = captured(owner, "https://smart.example.org/earlier")
    foreign = accepted(
        earlier, said("Rescuers came", speakers=RESCUERS), into=other_column, by=owner
    )
    here = enter(alice)
    assert f'value="{foreign.pk}"' not in words_of(here.get(at(claim, "supersede")))
    assert here.get(at(foreign, "supersede")).status_code == 403
    assert here.post(at(claim, "supersede"), {"older": foreign.pk}).status_code == 403


def test_held_reports_are_offered_to_editors_alone(enter, alice, claim, older):
    flagged(alice, older.report, protected=True)
    assert f'value="{older.pk}"' in words_of(enter(alice).get(at(claim, "supersede")))


def test_a_contributor_sees_no_such_button(enter, carl, claim):
    page = words_of(enter(carl).get(list_of(claim)))
    for act in ("set-aside", "hold", "supersede", "put-back", "release"):
        assert at(claim, act) not in page


def test_what_was_done_twice_is_said(enter, alice, claim):
    hold_claim(by=alice, claim=claim, until=datetime(2099, 1, 1, tzinfo=UTC))
    here = enter(alice)
    here.post(at(claim, "set-aside"), {"reason": "Why."})
    answer = here.post(at(claim, "set-aside"), {"reason": "Why."})
    assert answer.status_code == 400
    assert "is set aside already" in words_of(answer)
