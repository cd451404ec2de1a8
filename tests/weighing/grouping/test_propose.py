"""Which incidents are proposed for a new claim, and which never."""

from dataclasses import replace

from dateline.weighing.grouping import propose
from tests.weighing.grouping.cast import DAY, ELSEWHERE, LATER, NOTHING, SAME, SARMIN

INCIDENTS = {"strike": [SARMIN], "other town": [ELSEWHERE], "next week": [LATER], "empty": []}


def test_it_proposes_the_incident_of_that_place_and_day_with_reasons():
    [found] = propose(SAME, INCIDENTS)
    assert found.incident == "strike"
    assert found.score > 0
    assert "same day" in found.reasons


def test_the_best_stands_first():
    near = replace(SARMIN, id="near", first=DAY + 1, last=DAY + 1, tolls=())
    found = propose(SAME, {"near": [near], **INCIDENTS})
    assert [one.incident for one in found] == ["strike", "near"]
    assert found[0].score > found[1].score
    assert found[1].against


def test_what_was_marked_not_the_same_is_never_proposed():
    assert propose(SAME, INCIDENTS, apart={"strike"}) == []


def test_a_claim_that_says_nothing_is_proposed_to_nobody():
    assert propose(NOTHING, INCIDENTS) == []
    assert propose(SAME, {"nothing": [NOTHING]}) == []


def test_two_claims_of_one_report_may_be_one_incident():
    assert propose(replace(SAME, report=SARMIN.report), INCIDENTS)


def test_no_more_than_five_are_proposed():
    assert len(propose(SAME, {str(n): [SARMIN] for n in range(40)})) == 5


def test_an_incident_of_many_claims_costs_no_more():
    claims = [replace(SARMIN, id=f"c{n}") for n in range(20_000)]
    assert propose(SAME, {"strike": claims})
