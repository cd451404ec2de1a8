"""Making a claim by hand and mending one: each part is found where its words stand."""

import pytest

from dateline.archive.bring import bring_address
from dateline.codebook.claim_json import from_json
from dateline.desk.claims.standing import nearest
from dateline.ledger.grounds import MAX_QUOTE
from dateline.ledger.models import Claim
from dateline.ledger.verbs.capturing import keep_capture
from dateline.ledger.verbs.claims import mend_claim
from tests.desk.claims.said import ARABIC, KILLED, QUOTED, killed, proposed, said
from tests.desk.conftest import words_of
from tests.desk.reports.archive import TEXT, captured, kept

pytestmark = pytest.mark.django_db

PLAIN = {"quote": KILLED, "kind": "event", "event": "casualties", "hedge": "asserted"}
TOLL = {"toll_0_words": "Twelve people", "toll_0_category": "killed"}


@pytest.fixture
def report(alice):
    return captured(alice)


def make_at(report):
    return f"/desk/reports/{report.pk}/claims/make/"


def form(**more):
    return {**PLAIN, "target_kind": "people", **more}


def only():
    return from_json(Claim.objects.get().said)


def test_words_that_were_chosen_come_into_the_form(enter, carl, report):
    text = report.newest.text
    answer = enter(carl).post(make_at(report), {"quote": KILLED, "near": "0", "text": text.pk})
    page = words_of(answer)
    assert answer.status_code == 200
    assert f">\n{KILLED}</textarea>" in page
    assert f'name="text" value="{text.pk}"' in page
    assert "Rescuers came." in page  # the text stands beside it
    assert not Claim.objects.exists()


def test_a_claim_is_made_of_words_and_what_they_mean(enter, carl, report):
    sent = form(**TOLL, toll_0_groups=["civilian"], target_words="people", when_words="")
    sent |= {
        "speaker_0_words": "Rescuers",
        "speaker_0_name": "Civil Defence",
        "event_words": "killed",
    }
    sent |= {"speaker_0_verb": "said", "hedge": "claimed"}
    answer = enter(carl).post(make_at(report), sent)
    assert answer["Location"].startswith(f"/desk/reports/{report.pk}/claims/#c-")
    claim, found = Claim.objects.get(), only()
    assert (claim.status, claim.made_by, claim.language) == ("proposed", carl, "en")
    assert (found.quote, found.start, found.event) == (KILLED, 0, "casualties")
    toll = found.tolls[0]
    assert (toll.low, toll.high, toll.groups, toll.at) == (12, 12, ("civilian",), (0, 13))
    assert (found.speakers[0].name, found.speakers[0].at) == ("Civil Defence", (61, 69))
    assert TEXT[slice(*found.target.at)] == "people"
    assert found.hedge.cls == "claimed"


def test_an_editor_accepts_what_they_make_at_once(enter, alice, column, report):
    enter(alice).post(make_at(report), form(accept="1"))
    assert (Claim.objects.get().status, Claim.objects.get().column) == ("accepted", column)


def test_a_contributor_cannot_accept(enter, carl, report):
    answer = enter(carl).post(make_at(report), form(accept="1"))
    assert answer.status_code == 400
    assert "Ask an editor" in words_of(answer)
    assert not Claim.objects.exists()


def test_a_form_that_is_sent_twice_makes_one_claim(enter, carl, report):
    for _ in range(2):
        assert enter(carl).post(make_at(report), form()).status_code == 302
    assert Claim.objects.count() == 1


def test_it_is_made_in_any_language(enter, carl, alice):
    report = captured(alice, text=ARABIC, language="ar")
    sent = form(quote=QUOTED, toll_0_words="١٢ شخصاً", toll_0_category="killed")
    sent |= {"speaker_0_words": "ناشطون", "when_words": "يوم الأربعاء", "event_words": "قُتلوا"}
    answer = enter(carl).post(make_at(report), sent)
    assert answer.status_code == 302, words_of(answer)
    found = only()
    assert (found.tolls[0].low, found.speakers[0].name) == (12, "ناشطون")
    assert ARABIC[found.start : found.end] == QUOTED
    assert found.when.words == "يوم الأربعاء"


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("quote", "Thirteen people were killed"),
        ("event_words", "bombed"),
        ("speaker_0_words", "The ministry"),
        ("actor_words", "Russian aircraft"),
        ("target_words", "a hospital"),
        ("place_words", "Aleppo"),
        ("when_words", "on Tuesday"),
        ("toll_0_words", "twenty people"),
        ("hedge_words", "reportedly"),
        ("negation_words", "never"),
    ],
)
def test_what_does_not_stand_in_the_text_is_said_at_its_field(enter, carl, report, field, words):
    sent = form(**{"toll_0_category": "killed", field: words, "actor_name": "Typed by hand"})
    answer = enter(carl).post(make_at(report), sent)
    page = words_of(answer)
    assert answer.status_code == 400
    assert "These words do not stand in the text. Copy them from there." in page
    assert f'id="id_{field}_error"' in page
    assert words in page
    assert "Typed by hand" in page  # nothing that was typed is lost
    assert not Claim.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({**TOLL, "toll_0_low": "500", "toll_0_high": "500"}, "does not say its number"),
        ({**TOLL, "toll_0_low": "9", "toll_0_high": "3"}, "no interval"),
        ({"toll_0_words": "were killed", "toll_0_category": "killed"}, "hold no number"),
        ({**TOLL, "toll_0_low": "-1"}, "greater than or equal to 0"),
        ({**TOLL, "toll_0_low": "9" * 40}, "less than or equal to"),
        ({**TOLL, "toll_0_category": "eaten"}, "not one of the available choices"),
        ({"quote": ""}, "required"),
        ({"quote": "x" * (MAX_QUOTE + 101)}, "at most"),
        ({"quote": "\x00"}, "Null characters"),
        ({"event": "magic"}, "not one of the available choices"),
        ({"when_edtf": "2015-10-20"}, "Say which words"),
        ({"when_words": "came", "when_edtf": "yesterday"}, "Write a day as"),
        ({"when_words": "came", "when_edtf": "2015-13-40"}, "Write a day as"),
        ({"when_words": "came", "when_edtf": "2015-10-21/2015-10-20"}, "Write a day as"),
        ({"when_words": "came", "when_edtf": "../.."}, "Write a day as"),
        ({"when_words": "came", "when_edtf": "../2015-13-40"}, "Write a day as"),
        ({"place_words": "Sarmin", "place": "t:1"}, "No gazetteer is built"),
        ({"said_when_edtf": "2015-10-20"}, "Say which words"),
        ({**TOLL, "toll_0_as_of": "yesterday"}, "Write a day as"),
    ],
)
def test_what_cannot_be_is_refused_in_plain_words(enter, carl, report, wrong, why):
    answer = enter(carl).post(make_at(report), form(**wrong))
    assert answer.status_code == 400
    assert why in words_of(answer)
    assert not Claim.objects.exists()


def test_days_that_are_typed_are_kept_as_they_are(enter, carl, report):
    sent = form(when_words="came", when_edtf="2015-10-19/2015-10-20")
    enter(carl).post(make_at(report), sent)
    when = only().when
    assert (when.edtf, when.start, when.end) == (
        "2015-10-19/2015-10-20",
        "2015-10-19",
        "2015-10-20",
    )


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [("../2015-10-20", "", "2015-10-20"), ("2015-10-19/..", "2015-10-19", "")],
)
def test_one_end_of_a_time_may_be_open(enter, carl, report, edtf, start, end):
    enter(carl).post(make_at(report), form(when_words="came", when_edtf=edtf))
    assert (only().when.edtf, only().when.start, only().when.end) == (edtf, start, end)


@pytest.fixture
def claim(report):
    return proposed(report, killed())[0]


def mend_at(claim):
    return f"/desk/claims/{claim.pk}/mend/"


def shown_in(response):
    """Return what a form's fields show, as a browser would send them back."""
    shown = {}
    for bound in response.context["form"]:
        value = bound.value()
        if value not in (None, False, ""):
            shown[bound.html_name] = list(value) if isinstance(value, tuple) else value
    return shown


def test_a_form_that_is_sent_back_as_it_was_changes_nothing(enter, alice, claim):
    here = enter(alice)
    sent = shown_in(here.get(mend_at(claim)))
    assert here.post(mend_at(claim), sent).status_code == 302
    assert only() == killed()


def test_it_is_mended_and_accepted(enter, alice, column, claim):
    here = enter(alice)
    sent = shown_in(here.get(mend_at(claim))) | {"speaker_0_words": "Rescuers", "accept": "1"}
    assert here.post(mend_at(claim), sent).status_code == 302
    assert Claim.objects.get().status == "accepted"
    assert only().speakers[0].name == "Rescuers"
    assert only().tolls == killed().tolls


def test_two_who_mend_at_once_overwrite_nothing_and_lose_nothing(enter, alice, claim):
    here = enter(alice)
    sent = shown_in(here.get(mend_at(claim))) | {"actor_words": "people"}
    mend_claim(by=alice, claim=claim, said=said("Twelve people"), based_on=1)
    answer = here.post(mend_at(claim), sent)
    assert answer.status_code == 409
    assert "Someone else changed this claim" in words_of(answer)
    assert 'name="actor_words" value="people"' in words_of(answer)
    assert only().quote == "Twelve people"


def test_it_is_mended_in_the_version_that_it_points_into(enter, alice, claim, report):
    keep_capture(report, kept("Nothing is left of the first version."))
    here = enter(alice)
    answer = here.get(mend_at(claim))
    assert "Twelve people were killed in Sarmin</mark>." in words_of(answer)
    sent = shown_in(answer) | {"quote": "Twelve people were killed"}
    assert here.post(mend_at(claim), sent).status_code == 302
    assert only().quote == "Twelve people were killed"


def test_a_contributor_mends_nobody_elses(enter, carl, claim):
    sent = shown_in(enter(carl).get(mend_at(claim))) | {"quote": "Twelve people"}
    assert enter(carl).post(mend_at(claim), sent).status_code == 403
    assert only() == killed()


def test_a_report_without_a_text_has_nothing_to_quote(enter, alice, owner):
    report = bring_address(by=alice, address="https://nothing.example.org/")
    assert enter(alice).get(make_at(report)).status_code == 404
    assert "no text to read yet" in words_of(enter(alice).get(f"/desk/reports/{report.pk}/claims/"))


@pytest.mark.parametrize(
    ("words", "near", "at"),
    [
        ("were hit", (0, 0), (5, 13)),
        ("were hit", (40, 60), (45, 53)),
        ("were\r\n hit", (0, 0), (5, 13)),
        ("hit.", (45, 53), (50, 54)),
        ("they", (0, 9), None),
        ("", (0, 9), None),
        ("(.*)", (0, 9), None),
    ],
)
def test_words_are_found_as_near_as_can_be(words, near, at):
    text = "Some were hit." + " " * 22 + "Others   were\nhit."
    found = nearest(words, text, near=near)
    assert (found and text[slice(*found)].split()) == (at and words.split())
