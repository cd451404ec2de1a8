"""Which incident is a claim about: the queue, one key each, and taking it back."""

import pytest

from dateline.ledger.models import Grouping, Incident
from dateline.ledger.weighed import incident_of
from tests.desk.conftest import words_of
from tests.ledger.happened import Desk, strike

pytestmark = pytest.mark.django_db

QUEUE = "/desk/columns/putin-in-syria/to-group/"
DRAFTED = "Strike from the air, Sarmin, 2015-10-20"


@pytest.fixture
def desk(alice, column):
    return Desk(alice, column)


@pytest.fixture
def claim(desk):
    desk.incident(strike(desk, site="one.example"))
    return strike(desk, site="two.example")


@pytest.fixture
def here(enter, alice):
    return enter(alice)


def at(claim, more=""):
    return f"/desk/claims/{claim.pk}/incident/{more}"


def test_the_queue_proposes_incidents_with_reasons_and_a_key(here, claim):
    page = words_of(here.get(QUEUE))
    assert "1 accepted claim stands in no incident yet" in page
    assert "A strike on Sarmin" in page
    assert 'data-act="1"' in page
    assert 'class="for"' in page


def test_an_answer_leaves_the_queue_and_can_be_taken_back(here, claim):
    incident = Incident.objects.get()
    sent = {"incident": incident.pk, "answer": "same", "based_on": 0, "queue": "1"}
    response = here.post(at(claim), sent)
    assert response["Location"].startswith(f"{QUEUE}?last={claim.pk}")
    assert incident_of(claim) == incident
    page = words_of(here.get(response["Location"]))
    assert "Every accepted claim has its incident" in page
    assert "Look again, or take it back" in page
    assert "Take it back" in words_of(here.get(at(claim)))
    here.post(at(claim), {"incident": incident.pk, "answer": "", "based_on": 1})
    assert incident_of(claim) is None


def test_not_same_stays_at_the_claim_and_is_proposed_no_more(here, claim):
    sent = {"incident": Incident.objects.get().pk, "answer": "not_same", "queue": "1"}
    response = here.post(at(claim), sent)
    assert response["Location"].endswith(f"#c-{claim.pk}")
    assert 'data-act="1"' not in words_of(here.get(QUEUE))


def test_one_key_opens_an_incident_with_a_title_that_was_drafted(here, claim):
    page = words_of(here.get(at(claim)))
    assert DRAFTED in page
    here.post(at(claim, "new/"), {"title": DRAFTED})
    assert incident_of(claim).title == DRAFTED


def test_an_incident_that_was_not_proposed_is_found_by_its_title(here, desk, claim):
    far = strike(desk, site="far.example", day="2014-01-01")
    incident = desk.incident(far, title="A distant <b>year</b>")
    assert "distant" not in words_of(here.get(at(claim)))
    page = words_of(here.get(at(claim), {"q": "year distant"}))
    assert "A distant &lt;b&gt;year" in page
    here.post(at(claim), {"incident": incident.pk, "answer": "same", "based_on": 0})
    assert incident_of(claim) == incident


def test_claims_alike_are_taken_along_where_they_are_ticked(here, desk):
    one, other = strike(desk, site="one.example"), strike(desk, site="two.example")
    assert "Also about it" in words_of(here.get(at(one)))
    here.post(at(one, "new/"), {"title": "A strike", "claim": [other.pk]})
    assert incident_of(one) == incident_of(other)


def test_a_refused_title_stays_as_it_was_typed(here, claim):
    response = here.post(at(claim, "new/"), {"title": "T" * 300})
    assert response.status_code == 400
    assert "T" * 300 in words_of(response)


def test_two_who_answer_at_once_collide(here, enter, owner, claim):
    incident = Incident.objects.get()
    sent = {"incident": incident.pk, "answer": "same", "based_on": 0}
    enter(owner).post(at(claim), sent)
    assert here.post(at(claim), sent | {"answer": "not_same"}).status_code == 409
    assert Grouping.objects.get(claim=claim).answer == "same"


def test_the_queue_has_pages_and_an_answer_leads_back_to_the_same(here, desk, claim):
    for number in range(12):
        strike(desk, site=f"more{number}.example")
    second = words_of(here.get(QUEUE, {"page": "2"}))
    assert "2 of 2" in second
    sent = {"title": "A strike", "queue": "1", "page": "2"}
    assert "&page=2" in here.post(at(claim, "new/"), sent)["Location"]
    assert here.get(QUEUE, {"page": "<b>"}).status_code == 200


def test_statements_wait_only_where_they_are_asked_for(here, desk):
    desk.claim("They met in Moscow.", kind="statement", event="talks")
    assert "They met" not in words_of(here.get(QUEUE))
    assert "They met" in words_of(here.get(f"{QUEUE}?all=1"))


@pytest.mark.parametrize("last", ["no id", "00000000-0000-4000-8000-000000000000", "<b>"])
def test_an_address_that_was_changed_by_hand_does_no_harm(here, claim, last):
    assert here.get(QUEUE, {"last": last, "all": "<script>"}).status_code == 200
    sent = {"incident": last, "answer": "same"}
    assert here.post(at(claim), sent).status_code == 400
    sent = {"title": "A", "claim": [last], "after": "evil//", "queue": "1"}
    assert here.post(at(claim, "new/"), sent)["Location"].endswith("#claims")


def test_a_claim_of_another_column_looks_like_none(here, owner, other_column):
    theirs = strike(Desk(owner, other_column))
    assert here.get(at(theirs)).status_code == 404
    assert here.post(at(theirs, "new/"), {"title": "Mine"}).status_code == 404
