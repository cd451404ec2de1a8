"""The summary by front: drafted, edited, collided, undone, signed, outdated, withdrawn."""

import re

import pytest

from dateline.ledger.models import Summary
from dateline.ledger.verbs.fronts import FrontText, add_front
from tests.desk.conftest import words_of
from tests.ledger.happened import Desk, strike

pytestmark = pytest.mark.django_db
AT = "/desk/columns/putin-in-syria/summary/"
WINDOW = {"since": "2015-10-20T00:00", "until": "2015-10-21T18:00"}


@pytest.fixture
def desk(alice, column):
    return Desk(alice, column)


@pytest.fixture
def front(alice, column):
    return add_front(by=alice, column=column, text=FrontText(name="Idlib", areas=("Idlib",)))


@pytest.fixture
def drafted(enter, alice, desk, front):
    desk.incident(strike(desk))
    assert enter(alice).post(f"{AT}draft/", WINDOW | {"based_on": 0}).status_code == 302
    return Summary.objects.get()


def sent(summary, *, based_on=1, words=None, **more):
    clauses = summary.clauses
    return {
        "based_on": based_on,
        "front": [one["front"] for one in clauses],
        "sort": [one["sort"] for one in clauses],
        "words": words or [one["words"] for one in clauses],
        "claims": [" ".join(one["claims"]) for one in clauses],
        "incidents": [" ".join(one["incidents"]) for one in clauses],
        "basis": [one["basis"] for one in clauses],
        **more,
    }


def now():
    return Summary.objects.get(status="draft")


def test_it_is_drafted_from_the_incidents_of_a_front(enter, alice, drafted):
    (clause,) = drafted.clauses
    assert clause["sort"] == "attributed"
    assert "Sarmin" in clause["words"]
    assert len(clause["claims"]) == 1
    assert "Sarmin" in words_of(enter(alice).get(AT))


def test_a_front_without_news_says_so(enter, alice, front):
    enter(alice).post(f"{AT}draft/", WINDOW | {"based_on": 0})
    (clause,) = now().clauses
    assert clause["sort"] == "silence"


def test_words_are_edited_and_an_assessment_is_added_moved_and_dropped(
    enter, alice, drafted, front
):
    here = enter(alice)
    here.post(f"{AT}save/", sent(drafted, words=["Mine."], act="save"))
    assert now().clauses[0]["words"] == "Mine."
    judged = {"act": "assess", "new_front": front.pk, "new_words": "It goes badly."}
    here.post(f"{AT}save/", sent(now(), based_on=2, **judged))
    assert [one["sort"] for one in now().clauses] == ["attributed", "assessment"]
    here.post(f"{AT}save/", sent(now(), based_on=3, act="up-1"))
    assert [one["sort"] for one in now().clauses] == ["assessment", "attributed"]
    here.post(f"{AT}save/", sent(now(), based_on=4, act="drop-0"))
    assert [one["sort"] for one in now().clauses] == ["attributed"]
    here.post(f"{AT}undo/", {"based_on": 5})
    assert len(now().clauses) == 2


def test_a_dropped_clause_can_be_taken_in_again(enter, alice, drafted):
    here, basis = enter(alice), drafted.clauses[0]["basis"]
    here.post(f"{AT}save/", sent(drafted, act="drop-0"))
    assert "Not in it yet" in words_of(here.get(AT))
    here.post(f"{AT}save/", {"based_on": 2, "act": f"take-{basis}"})
    assert now().clauses == drafted.clauses


def test_two_who_edit_at_once_see_both_texts(enter, alice, owner, drafted):
    enter(owner).post(f"{AT}save/", sent(drafted, words=["Olga's words."]))
    late = enter(alice).post(f"{AT}save/", sent(drafted, words=["Alice's words."]))
    assert late.status_code == 409
    page = words_of(late)
    assert "Olga&#x27;s words." in page
    assert "Alice&#x27;s words." in page
    assert now().clauses[0]["words"] == "Olga's words."


def test_it_is_signed_published_and_withdrawn(enter, alice, drafted):
    enter(alice).post(f"{AT}publish/", {"based_on": 1})
    published = Summary.objects.get()
    assert (published.status, published.signed) == ("published", "Alice")
    enter(alice).post(f"{AT}withdraw/", {"summary": published.pk, "reason": "Too early."})
    assert Summary.objects.get().status == "withdrawn"


def test_newer_claims_mark_what_they_outdate(enter, alice, desk, drafted):
    enter(alice).post(f"{AT}publish/", {"based_on": 1})
    assert "outdate this" not in words_of(enter(alice).get(AT))
    newer = strike(desk, site="newer.example")
    desk.answer(newer, newer.column.incidents.get(), "same")
    assert "outdate this" in words_of(enter(alice).get(AT))


@pytest.mark.parametrize(
    "wrong",
    [
        {"claims": ["no id"]},
        {"front": ["no id"]},
        {"front": ["00000000-0000-4000-8000-000000000000"]},
        {"words": [" "]},
        {"sort": ["truth"]},
        {"basis": []},
    ],
)
def test_a_form_that_was_tampered_with_changes_nothing(enter, alice, drafted, wrong):
    response = enter(alice).post(f"{AT}save/", sent(drafted) | wrong)
    assert response.status_code == 400
    assert now().clauses == drafted.clauses


def test_a_window_that_ends_before_it_begins_is_refused(enter, alice, front):
    window = {"since": WINDOW["until"], "until": WINDOW["since"], "based_on": 0}
    assert enter(alice).post(f"{AT}draft/", window).status_code == 400
    assert enter(alice).post(f"{AT}draft/", {"since": "soon"}).status_code == 400


def test_hostile_words_are_only_words(enter, alice, drafted):
    enter(alice).post(f"{AT}save/", sent(drafted, words=["</textarea><script>alert(1)</script>"]))
    assert not re.search("<script>alert", words_of(enter(alice).get(AT)))


def test_what_is_not_there_any_more_is_told_in_words(enter, alice, column):
    for path in ("save/", "publish/", "undo/", "withdraw/"):
        assert enter(alice).post(f"{AT}{path}").status_code == 400
