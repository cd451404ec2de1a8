"""Which place a claim's words mean: offered by the gazetteer, kept, or none; nothing is guessed."""

import pytest

from dateline.codebook import Place
from dateline.codebook.claim_json import from_json
from dateline.desk.claims.placing import offer
from dateline.ledger.models import Claim
from tests.desk.claims.said import KILLED, killed, proposed
from tests.desk.conftest import words_of
from tests.desk.reports.archive import TEXT, captured

pytestmark = pytest.mark.django_db
SARMIN = Place(
    *("Sarmin", "Sarmīn", 35.904, 36.725, "village", 1500, "t:1"),
    *(("Idlib", "Syria"), "SY", (TEXT.index("Sarmin"), TEXT.index("Sarmin") + 6)),
)
PLAIN = {"quote": KILLED, "kind": "event", "event": "casualties", "hedge": "asserted"}
PLAIN |= {"target_kind": "people"}


@pytest.fixture
def report(alice):
    return captured(alice)


@pytest.fixture
def claim(report):
    return proposed(report, killed(place=SARMIN))[0]


def make_at(report):
    return f"/desk/reports/{report.pk}/claims/make/"


def mend_at(claim):
    return f"/desk/claims/{claim.pk}/mend/"


def mended(**more):
    place = {"place_words": "Sarmin", "place_name": "Sarmīn", "place": "keep"}
    return {**PLAIN, "based_on": "1", **place, **more}


def only():
    return from_json(Claim.objects.get().said)


def test_candidates_are_offered_with_kind_area_distance_and_radius(gazetteer):
    offered = offer("Idlib", "", None)
    assert offered.chosen == "t:2"
    labels = {one.value: (one.label, one.about) for one in offered.options}
    assert labels["t:2"][0] == "Idlib, Idlib, Syria (city, within 7 km)"
    assert "governorate, within" in labels["t:id"][0]
    assert "7.8 km from Idlib" in labels["t:id"][1]
    assert labels["none"][0] == "No place"


def test_a_spot_that_is_measured_from_a_place_is_offered_before_the_place(gazetteer):
    first, second, *_ = offer("20 km east of Aleppo", "", None).options
    assert (first.value, second.value) == ("measured", "t:3")
    assert first.place.lon > second.place.lon


@pytest.mark.parametrize(
    ("words", "name", "first"),
    [
        ("Sarmin", "Sarmīn", "keep"),  # as it was
        ("the town", "Sarmīn", "none"),  # other words: the name was the old words'
        ("the town", "Aleppo", "t:3"),
        ("Sarmin", "Aleppo", "t:3"),
        ("Sarmin", "Xqzzyw", "keep"),
        ("Aleppo", "Sarmīn", "t:3"),
        ("", "Sarmīn", "none"),
    ],
)
def test_the_likeliest_comes_first_and_what_was_there_stays_on_offer(gazetteer, words, name, first):
    offered = offer(words, name, SARMIN)
    assert "keep" in [one.value for one in offered.options]
    if first == "none" and words:
        assert offered.options[0].value != "t:1"
    else:
        assert offered.chosen == first


def test_a_place_is_chosen_for_words(enter, carl, report, gazetteer):
    enter(carl).post(make_at(report), PLAIN | {"place_words": "Sarmin", "place": "t:1"})
    place = only().place
    assert (place.gazetteer, place.name, place.words, place.at) == (
        *("t:1", "Sarmīn", "Sarmin"),
        SARMIN.at,
    )


@pytest.mark.parametrize("chosen", ["", "t:fr", "keep", "x" * 999])
def test_nothing_is_guessed_where_no_offered_place_is_chosen(
    enter, carl, report, gazetteer, chosen
):
    sent = PLAIN | {"place_words": "Sarmin", "place": chosen, "actor_name": "Typed by hand"}
    answer = enter(carl).post(make_at(report), sent)
    page = words_of(answer)
    assert answer.status_code == 400
    assert "Choose which place these words mean." in page
    assert 'value="t:1" checked' in page
    assert "Typed by hand" in page
    assert not Claim.objects.exists()


def test_looking_up_offers_places_and_sends_nothing(enter, alice, claim, gazetteer):
    sent = mended(place_words="Idlib", look="1", actor_name="Typed by hand")
    answer = enter(alice).post(mend_at(claim), sent)
    page = words_of(answer)
    assert answer.status_code == 200
    assert 'value="t:2"' in page
    assert "Typed by hand" in page
    assert only() == killed(place=SARMIN)


def test_other_words_are_kept_with_the_place_that_was_there(enter, alice, claim):
    enter(alice).post(mend_at(claim), mended(place_words="The town"))
    place = only().place
    assert (place.name, place.words, TEXT[slice(*place.at)]) == ("Sarmīn", "The town", "The town")


def test_no_place_is_a_choice(enter, alice, claim):
    enter(alice).post(mend_at(claim), mended(place="none"))
    assert only().place is None


def test_without_a_gazetteer_it_says_so_and_keeps_what_is_there(enter, alice, claim):
    here = enter(alice)
    page = words_of(here.get(mend_at(claim)))
    assert "No gazetteer is built here yet" in page
    assert 'value="keep" checked' in page
    assert here.post(mend_at(claim), mended()).status_code == 302
    assert only().place == SARMIN


@pytest.mark.parametrize("content", [b"", b"no database"])
def test_a_gazetteer_that_cannot_be_read_is_said(enter, alice, claim, gazetteer, content):
    gazetteer.write_bytes(content)
    page = words_of(enter(alice).get(mend_at(claim)))
    assert "The gazetteer here cannot be read." in page
    assert str(gazetteer.parent) not in page


def test_a_name_that_nobody_knows_is_said(enter, carl, report, gazetteer):
    sent = PLAIN | {"place_words": "Sarmin", "place_name": "Xqzzyw", "place": "t:1"}
    answer = enter(carl).post(make_at(report), sent)
    assert answer.status_code == 400
    assert "The gazetteer knows no such place" in words_of(answer)
