"""An incident's page: what it comes to, and each decision about it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from dateline.ledger.models import Apart, Assessment, Grouping, Incident, RelationRuling
from dateline.ledger.verbs.counting import hold_claim
from dateline.ledger.verbs.incidents import name_incident
from dateline.ledger.verbs.ruling import assess_incident
from dateline.ledger.weighed import incident_of
from tests.desk.conftest import words_of
from tests.ledger.happened import Desk, strike, toll

pytestmark = pytest.mark.django_db

HOSTILE = "<script>alert(1)</script>\"' \u202eevil"


@pytest.fixture
def desk(alice, column):
    return Desk(alice, column)


@pytest.fixture
def incident(desk):
    words = "Jets bombed Sarmin on Tuesday and killed twelve people."
    counted = strike(desk, words, site="one.example", tolls=(toll("twelve people", words, 12),))
    return desk.incident(counted, strike(desk, site="two.example"))


@pytest.fixture
def post(enter, alice, incident):
    def _post(path, by=alice, to=incident, **fields):
        return enter(by).post(f"/desk/incidents/{to.pk}/{path}", fields)

    return _post


def now(incident):
    return Incident.objects.get(pk=incident.pk)


def test_it_shows_what_readers_see_and_each_claim(enter, alice, incident):
    page = words_of(enter(alice).get(f"/desk/incidents/{incident.pk}/"))
    assert "Did it happen?" in page
    assert "12 killed" in page
    assert "2 reports, 2 original sources" in page
    assert "readers see 2 of 2 claims" in page
    assert "Who rests on whom" in page
    assert "opened" in page


def test_it_says_what_is_held_from_readers_and_what_they_see_instead(enter, alice, desk, incident):
    claim = Grouping.objects.get(claim__said__quote__icontains="twelve").claim
    hold_claim(by=alice, claim=claim, until=timezone.now() + timedelta(days=1))
    page = words_of(enter(alice).get(f"/desk/incidents/{incident.pk}/"))
    assert "readers see 1 of 2 claims" in page
    assert "held until" in page
    assert "readers see: nothing" in page


def test_it_renames_and_escapes_what_is_hostile(post, enter, alice, incident):
    assert post("name/", title=HOSTILE, based_on=1).status_code == 302
    assert now(incident).title == HOSTILE
    for path in (f"incidents/{incident.pk}/", "columns/putin-in-syria/incidents/"):
        assert "<script>alert" not in words_of(enter(alice).get(f"/desk/{path}"))


@pytest.mark.parametrize("title", ["", "   ", "T" * 201, "a\x00b"])
def test_a_title_that_cannot_be_is_refused(post, incident, title):
    assert post("name/", title=title, based_on=1).status_code == 400
    assert now(incident).title == "A strike on Sarmin"


@pytest.mark.parametrize("words", ["%", "a\x00b", "'; DROP TABLE", "x " * 3000, "سرمين"])
def test_any_words_can_be_looked_for(enter, alice, incident, words):
    for path in ("columns/putin-in-syria/incidents/", f"incidents/{incident.pk}/"):
        assert enter(alice).get(f"/desk/{path}", {"q": words, "page": words}).status_code == 200


def test_a_title_typed_over_a_newer_one_is_not_lost(post, alice, incident):
    name_incident(by=alice, incident=incident, title="Theirs", based_on=1)
    response = post("name/", title="Mine", based_on=1)
    assert response.status_code == 409
    assert 'value="Mine"' in words_of(response)
    assert "Theirs" in words_of(response)
    assert now(incident).title == "Theirs"


def test_two_editors_who_merge_at_once_merge_once(post, desk, incident):
    other = desk.incident(strike(desk, site="three.example"), title="The same strike")
    third = desk.incident(strike(desk, site="four.example"), title="Another strike")
    merged = {"other": other.pk, "reason": "One raid.", "based_on": 1}
    assert post("merge/", **merged).status_code == 302
    late = post("merge/", **(merged | {"other": third.pk, "reason": "My reason."}))
    assert late.status_code == 400
    assert "merged already" in words_of(late)
    assert now(incident).merged_into_id == other.pk
    crossed = post("merge/", to=other, **(merged | {"other": incident.pk}))
    assert crossed.status_code == 400
    assert "the same already" in words_of(crossed)


def test_a_merge_is_parted_again(post, enter, alice, desk, incident):
    other = desk.incident(strike(desk, site="three.example"), title="The same strike")
    found = words_of(enter(alice).get(f"/desk/incidents/{incident.pk}/?q=same"))
    assert "The same strike" in found
    post("merge/", other=other.pk, reason="One raid.", based_on=1)
    page = words_of(enter(alice).get(f"/desk/incidents/{incident.pk}/"))
    assert "One raid." in page
    assert "Part them again" in page
    assert post("part/", based_on=2).status_code == 302
    assert now(incident).merged_into is None


def test_what_was_marked_as_apart_is_not_merged_and_the_reason_typed_stays(post, desk, incident):
    other = desk.incident(strike(desk, site="three.example"), title="The same strike")
    post("apart/", other=other.pk, reason="Two nights.")
    assert Apart.objects.get().standing
    sent = {"other": other.pk, "q": "same", "reason": "My own reason", "based_on": 1}
    refused = post("merge/", **sent)
    assert refused.status_code == 400
    assert "Two nights." in words_of(refused)
    assert 'value="My own reason"' in words_of(refused)
    post("not-apart/", apart=Apart.objects.get().pk)
    assert post("merge/", **sent).status_code == 302


def test_it_is_part_of_a_larger_one_and_then_of_none(post, desk, incident):
    larger = desk.incident(strike(desk, site="three.example"), title="A day of strikes")
    post("part-of/", other=larger.pk, based_on=1)
    assert now(incident).part_of_id == larger.pk
    ring = post("part-of/", to=larger, other=incident.pk, based_on=1)
    assert ring.status_code == 400
    post("part-of/", based_on=2)
    assert now(incident).part_of is None


def test_ticked_claims_are_split_out_and_the_rest_stays(post, incident):
    first, second = (row.claim for row in Grouping.objects.order_by("claim__report__brought_at"))
    response = post("split/", claim=[second.pk], split_title="Another night")
    assert response.status_code == 302
    assert incident_of(second).title == "Another night"
    assert incident_of(first) == incident
    refused = post("split/", claim=[first.pk], split_title="Nothing left")
    assert refused.status_code == 400


def test_answers_about_a_claim_are_given_and_taken_back(post, incident):
    claim = Grouping.objects.first().claim
    for before, answer in ((1, "not_same"), (2, "may_be"), (3, ""), (4, "same")):
        sent = {"claim": claim.pk, "answer": answer, "based_on": before}
        assert post("answer/", **sent).status_code == 302
        assert Grouping.objects.get(claim=claim).answer == answer
    assert post("answer/", claim=claim.pk, answer="", based_on=1).status_code == 409
    assert post("answer/", claim=claim.pk, answer="perhaps", based_on=5).status_code == 400


def test_its_place_is_opened_and_closed(post, incident):
    post("place/", opened="1", based_on=1)
    assert now(incident).place_opened
    post("place/", opened="0", based_on=2)
    assert not now(incident).place_opened


def test_a_relation_is_put_right_and_computed_again(post, enter, alice, desk, incident):
    source = Grouping.objects.first().claim.report.source
    sent = {"source": source.pk, "relation": "observer", "relation_reason": "It saw it."}
    assert post("relation/", **sent).status_code == 302
    assert RelationRuling.objects.get().relation == "observer"
    assert post("relation/", source=source.pk, relation="").status_code == 302
    assert RelationRuling.objects.get().relation == ""
    assert post("relation/", source=source.pk, relation="king").status_code == 400


def test_a_sentence_is_signed_replaced_and_withdrawn(post, enter, alice, incident):
    post("sentence/", sentence="It was a market.")
    first = Assessment.objects.get()
    post("sentence/", sentence="It was a school.", replaces=first.pk)
    standing = Assessment.objects.get(status="standing")
    assert standing.sentence == "It was a school."
    post("sentence/withdraw/", sentence=standing.pk, withdraw_reason="Too early.")
    assert not Assessment.objects.filter(status="standing").exists()
    assert "Too early." in words_of(enter(alice).get(f"/desk/incidents/{incident.pk}/"))


def test_a_sentence_over_anothers_is_kept_beside_it(post, owner, incident):
    assess_incident(by=owner, incident=incident, sentence="Olga's sentence.")
    response = post("sentence/", sentence="Alice's sentence.", replaces="")
    assert response.status_code == 409
    page = words_of(response)
    assert "Olga&#x27;s sentence." in page
    assert "Alice&#x27;s sentence." in page


@pytest.mark.parametrize("path", ["merge/", "part-of/", "apart/", "not-apart/", "answer/"])
@pytest.mark.parametrize("other", ["", "no id", "00000000-0000-4000-8000-000000000000"])
def test_ids_of_nothing_are_told_in_words(post, incident, path, other):
    fields = {"other": other, "apart": other, "claim": other, "based_on": "1e9"}
    response = post(path, **fields)
    if path == "part-of/" and not other:
        assert response.status_code == 409  # it names none, on a state that never was
        return
    assert response.status_code == 400
    assert "any more" in words_of(response)


def test_another_columns_incident_is_no_partner(post, owner, other_column, incident):
    there = Desk(owner, other_column)
    theirs = there.incident(strike(there), title="Theirs")
    for path in ("merge/", "part-of/", "apart/"):
        response = post(path, other=theirs.pk, reason="Why.", based_on=1)
        assert response.status_code == 400
        assert "Theirs" not in words_of(response)
