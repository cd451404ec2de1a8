"""What an incident's row holds, and for whom."""

import csv
import io
import json
from datetime import date, timedelta

import pytest
from django.utils import timezone

from dateline.ledger.exports import Audience, text_of
from dateline.ledger.exports.incidents import edtf
from dateline.ledger.verbs.counting import hold_claim
from dateline.ledger.verbs.incidents import set_part_of
from dateline.ledger.verbs.merging import merge_incidents
from dateline.ledger.verbs.reports import Flags, flag_report
from tests.ledger.happened import actor, strike, toll

pytestmark = pytest.mark.django_db(transaction=True)
NOW = timezone.now()
READERS, DESK = Audience(now=NOW), Audience(now=NOW, desk=True)
FEW = "Russian jets bombed Sarmin on Tuesday and 12 died."
MANY = "Jets bombed Sarmin on Tuesday and 17 died."


def rows(audience=READERS):
    return [json.loads(line) for line in text_of("incidents", "jsonl", None, audience)]


def cells(audience=READERS):
    written = "".join(text_of("incidents", "csv", None, audience))
    return list(csv.DictReader(io.StringIO(written, newline="")))


@pytest.fixture
def raid(desk):
    """A strike of which two sources tell."""
    few = strike(desk, FEW, tolls=(toll("12", FEW, 12),), actor=actor("Russian jets", FEW))
    many = strike(desk, MANY, site="example.com", tolls=(toll("17", MANY, 17),))
    return desk.incident(few, many), few, many


def test_a_row_says_what_the_claims_come_to(raid):
    (row,) = rows()
    (counted,) = row["tolls"]
    assert (counted["category"], counted["low"], counted["high"]) == ("killed", 12, 17)
    assert sorted(counted["claims"]) == sorted(str(one.pk) for one in raid[1:])
    assert row["sources"] == {"low": 2, "high": 2}
    assert row["when"]["edtf"] == "2015-10-20"
    assert row["place"]["name"] == "Sarmin"
    assert row["parties"][0]["name"] == "Russian jets"


def test_a_record_has_the_codes_of_other_schemes(raid):
    (row,) = cells()
    assert (row["event"], row["acled_sub"]) == ("air_strike", "Air/drone strike")
    assert (row["killed_low"], row["killed_high"], row["injured_low"]) == ("12", "17", "")


def test_a_held_claim_counts_for_the_desk_only(alice, raid):
    hold_claim(by=alice, claim=raid[2], until=NOW + timedelta(days=1))
    assert cells()[0]["killed_high"] == "12"
    assert cells(DESK)[0]["killed_high"] == "17"


def test_an_incident_of_held_claims_is_not_told_of(alice, raid):
    for claim in raid[1:]:
        hold_claim(by=alice, claim=claim, until=NOW + timedelta(days=1))
    assert rows() == []
    assert len(rows(DESK)) == 1


def test_what_is_protected_counts_for_nobody(alice, raid):
    flag_report(by=alice, report=raid[2].report, flags=Flags(protected=True), reason="Asked.")
    for audience in (READERS, DESK):
        assert cells(audience)[0]["killed_high"] == "12"
        assert str(raid[2].pk) not in json.dumps(rows(audience))


def test_a_report_that_identifies_somebody_names_nobody(alice, raid):
    flag_report(by=alice, report=raid[1].report, flags=Flags(identifies=True), reason="A face.")
    assert rows()[0]["parties"][0]["name"] == "a person"


def test_what_was_merged_has_no_row_and_a_part_names_its_whole(alice, desk, raid):
    again = desk.incident(strike(desk, "A jet bombed Sarmin on Tuesday."))
    part = desk.incident(strike(desk, "One jet bombed Sarmin on Tuesday."))
    merge_incidents(by=alice, incident=again, into=raid[0], reason="One raid.", based_on=1)
    set_part_of(by=alice, incident=part, whole=again, based_on=1)
    assert {row["id"]: row["part_of"] for row in rows()} == {
        str(raid[0].pk): None,
        str(part.pk): str(raid[0].pk),
    }


def test_a_part_names_the_whole_beyond_a_middle_that_is_held(alice, desk, raid):
    held = strike(desk, "A jet bombed Sarmin on Tuesday.")
    middle = desk.incident(held)
    part = desk.incident(strike(desk, "One jet bombed Sarmin on Tuesday."))
    set_part_of(by=alice, incident=part, whole=middle, based_on=1)
    set_part_of(by=alice, incident=middle, whole=raid[0], based_on=1)
    hold_claim(by=alice, claim=held, until=NOW + timedelta(days=1))
    assert {row["id"]: row["part_of"] for row in rows()} == {
        str(raid[0].pk): None,
        str(part.pk): str(raid[0].pk),
    }


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (date(2015, 10, 20), date(2015, 10, 20), "2015-10-20"),
        (date(2015, 10, 19), date(2015, 10, 20), "2015-10-19/2015-10-20"),
        (None, date(2015, 10, 20), "../2015-10-20"),
        (date(2015, 10, 20), None, "2015-10-20/.."),
        (None, None, ""),
    ],
)
def test_days_are_written_as_edtf(start, end, said):
    assert edtf(start, end) == said
