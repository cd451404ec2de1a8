"""What a claim's row holds, and for whom."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from dateline.codebook import Target, Toll
from dateline.ledger.exports import Audience, text_of
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.claims import accept_claim, restore_claim, withdraw_claim
from dateline.ledger.verbs.counting import hold_claim, set_aside_claim, supersede_claim
from dateline.ledger.verbs.incidents import open_place
from dateline.ledger.verbs.redacting import redact_report
from dateline.ledger.verbs.reports import Flags, attribute_report, flag_report
from dateline.ledger.verbs.sources import SourceText, add_source
from tests.ledger.happened import at, here, speaker, strike

pytestmark = pytest.mark.django_db(transaction=True)
TEXT = "Salma Quill told SANA that jets bombed Sarmin on Tuesday and twelve died."
NOW = timezone.now()
READERS = Audience(now=NOW)
DESK = Audience(now=NOW, desk=True)


def rows(audience=READERS, column=None, kind="claims"):
    return [json.loads(line) for line in text_of(kind, "jsonl", column, audience)]


def only(audience=READERS):
    (row,) = rows(audience)
    return row


@pytest.fixture
def salma(alice):
    """A witness whom the desk knows."""
    return add_source(by=alice, text=SourceText(name="Salma Quill", kind="person"))


@pytest.fixture
def claim(desk):
    """What Salma told an agency."""
    toll = Toll("killed", ("unknown",), 12, 12, "twelve", at("twelve", TEXT))
    chain = (speaker("Salma Quill", TEXT), speaker("SANA", TEXT))
    return strike(desk, TEXT, speakers=chain, tolls=(toll,))


def test_a_row_is_the_claims_json_with_what_the_ledger_knows(desk, claim):
    incident = desk.incident(claim)
    row = only()
    assert row["quote"] == TEXT
    assert (row["id"], row["column"], row["status"]) == (
        str(claim.pk),
        "putin-in-syria",
        "accepted",
    )
    assert row["incidents"] == [{"id": str(incident.pk), "answer": "same"}]
    assert row["sha256"] == claim.text.capture.sha256
    assert row["language"] == "en"


def test_another_columns_claims_are_left_out(claim, other_column):
    assert rows(column=other_column) == []
    assert len(rows(column=claim.column)) == 1


def test_a_held_claim_is_for_the_desk_until_its_time(alice, claim):
    hold_claim(by=alice, claim=claim, until=NOW + timedelta(days=1))
    assert rows() == []
    assert only(DESK)["hold_until"]
    later = Audience(now=NOW + timedelta(days=2))
    assert only(later)["hold_until"] is None


def test_a_withdrawn_claim_is_for_the_desk(alice, claim):
    withdraw_claim(by=alice, claim=claim, based_on=claim.revision, reason="It was another day.")
    assert rows() == []
    assert only(DESK)["status"] == "withdrawn"


@pytest.mark.parametrize("audience", [READERS, DESK, Audience(now=NOW, desk=True, names=True)])
def test_a_protected_or_redacted_report_is_for_nobody(alice, owner, claim, desk, audience):
    gone = strike(desk, "Jets bombed Sarmin on Tuesday, too.")
    flag_report(by=alice, report=claim.report, flags=Flags(protected=True), reason="Asked.")
    redact_report(by=owner, report=gone.report, reason="A shelter.")
    assert rows(audience) == []


@pytest.mark.parametrize("audience", [READERS, DESK])
def test_a_confidential_source_is_named_to_nobody(alice, mole, desk, audience):
    text = "Zephyrine Quill said that jets bombed Sarmin on Tuesday."
    strike(desk, text, speakers=(speaker("Zephyrine Quill", text),))
    secret = strike(desk, "A second raid bombed Sarmin on Tuesday.")
    attribute_report(by=alice, report=secret.report, source=mole)
    written = json.dumps(rows(audience))
    assert "Zephyrine" not in written
    assert str(secret.pk) not in written


def test_a_witness_is_a_person_unless_the_desk_asks_for_names(salma, claim):
    for audience in (READERS, DESK):
        assert "Salma" not in json.dumps(only(audience))
    named = only(Audience(now=NOW, desk=True, names=True))
    assert named["speakers"][0]["name"] == "Salma Quill"


def test_names_are_never_for_readers():
    with pytest.raises(Refused):
        Audience(now=NOW, names=True)


def test_a_person_who_gave_the_report_has_no_address(alice, salma, claim):
    attribute_report(by=alice, report=claim.report, source=salma)
    assert (only()["source"], only()["address"]) == ("a person", "")


def test_of_a_report_that_identifies_somebody_no_words_are_left(alice, claim):
    flag_report(by=alice, report=claim.report, flags=Flags(identifies=True), reason="A face.")
    row = only()
    assert row["quote"] == ""
    assert "Salma" not in json.dumps(row)
    assert row["tolls"][0]["low"] == 12


def test_a_place_is_widened_until_it_is_opened(alice, desk):
    text = "Jets bombed the Rose Clinic of Sarmin on Tuesday."
    clinic = here(text, "Rose Clinic", name="Rose Clinic", level="building", radius_m=150)
    incident = desk.incident(strike(desk, text, place=clinic))
    place = only()["place"]
    assert (place["name"], place["words"], place["gazetteer"]) == ("", "", "")
    assert place["radius_m"] >= 2_500
    assert only(DESK)["place"]["name"] == "Rose Clinic"
    open_place(by=alice, incident=incident, based_on=1)
    assert only()["place"]["name"] == "Rose Clinic"


def test_a_clinic_is_not_opened(alice, desk):
    text = "Jets bombed the Rose Clinic of Sarmin on Tuesday."
    clinic = here(text, "Rose Clinic", name="Rose Clinic", level="building", radius_m=150)
    target = Target("Rose Clinic", "medical", "Rose Clinic", at("Rose Clinic", text))
    incident = desk.incident(strike(desk, text, place=clinic, target=target))
    open_place(by=alice, incident=incident, based_on=1)
    assert only()["place"]["name"] == ""


@pytest.mark.parametrize("held", [False, True])
def test_beside_a_clinic_a_claim_of_the_same_house_is_not_opened_either(alice, desk, held):
    text = "Jets bombed the Rose Clinic of Sarmin on Tuesday."
    house = here(text, "Rose Clinic", name="Rose Clinic", level="building", radius_m=150)
    target = Target("Rose Clinic", "medical", "Rose Clinic", at("Rose Clinic", text))
    plain, clinic = (strike(desk, text, place=house, target=one) for one in (None, target))
    open_place(by=alice, incident=desk.incident(plain, clinic), based_on=1)
    if held:
        hold_claim(by=alice, claim=clinic, until=NOW + timedelta(days=1))
    assert {row["place"]["name"] for row in rows()} == {""}


def test_an_incident_of_a_column_that_was_left_opens_nothing(alice, owner, desk, other_column):
    text = "Jets bombed the Rose Clinic of Sarmin on Tuesday."
    clinic = here(text, "Rose Clinic", name="Rose Clinic", level="building", radius_m=150)
    claim = strike(desk, text, place=clinic)
    open_place(by=alice, incident=desk.incident(claim), based_on=1)
    restore_claim(by=alice, claim=claim)
    accept_claim(by=owner, claim=claim, column=other_column, based_on=1)
    assert only()["place"]["name"] == ""
    assert only()["incidents"] == []


def test_it_names_no_claim_and_no_incident_that_is_held(alice, desk, claim):
    text = "Salma Quill said that jets bombed Sarmin on Tuesday."
    older = strike(desk, text, speakers=(speaker("Salma Quill", text),))
    supersede_claim(by=alice, claim=claim, older=older)
    incident = desk.incident(older)
    desk.answer(claim, incident, "may_be")
    row = next(row for row in rows() if row["id"] == str(claim.pk))
    assert row["supersedes"] == str(older.pk)
    assert row["incidents"] == [{"id": str(incident.pk), "answer": "may_be"}]
    flag_report(by=alice, report=older.report, flags=Flags(protected=True), reason="Asked.")
    assert only()["supersedes"] is None
    assert only()["incidents"] == []


def test_a_claim_set_aside_says_why(alice, claim):
    set_aside_claim(by=alice, claim=claim, reason="It was corrected.")
    assert only()["set_aside"] == "It was corrected."
