"""What the real day's ledger comes to."""

import pytest

pytestmark = pytest.mark.django_db

DIED = {
    "chief": ("2015-10-19", "commander"),
    "hamid": ("../2015-10-21", "commander"),
    "kheizab": ("../2015-10-18", "commander"),
    "hasounizad": ("../2015-10-18", "commander"),
    "mokhtarband": ("../2015-10-18", "commander"),
    "hamdani": ("../2015-10-18", "commander"),
}


def days(weighed):
    span = weighed.span
    return span and tuple(str(one) if one else ".." for one in (span.start, span.end))


def tallied(weighed):
    return {one.category: one for one in weighed.tallies}


def test_all_that_was_proposed_is_decided_and_few_claims_are_made_by_hand(day):
    assert day.undecided == []
    accepted = day.counts["accept"] + day.counts["mend"] + day.counts["make"]
    assert day.counts["make"] * 5 <= accepted


def test_the_strikes_on_sarmin_of_two_days_are_kept_apart(day):
    first, second = day.weighed["sarmin-20"], day.weighed["sarmin-21"]
    assert days(first) == ("2015-10-20", "2015-10-20")
    assert days(second) == ("2015-10-21", "2015-10-21")
    assert {"sarmin-20", "sarmin-21"} in day.apart
    killed = tallied(first)["killed"]
    assert (killed.range.low, killed.range.high) == (12, 12)
    assert [one.voice.name for one in killed.figures] == ["SMART News Agency"]
    assert tallied(second) == {}


def test_the_second_is_on_rescuers_by_the_civil_defences_word(day):
    claim = day.claims["rescuers"]
    assert (claim.event, claim.target.kind) == ("repeat_strike", "rescuer")
    assert "Civil Defence" in claim.speakers[0].name


def test_the_ministrys_undated_meeting_may_be_either_and_counts_in_none(day):
    meeting = {"meeting", "meeting-video"}
    assert all(day.claims[name].when is None for name in meeting)
    for name in ("sarmin-20", "sarmin-21"):
        weighed = day.weighed[name]
        assert day.named(weighed.may_be) == meeting
        assert not meeting & day.named(weighed.counted)
        assert (weighed.origins.low, weighed.origins.high) == (1, 1)


def test_the_struck_school_is_nowhere_and_on_no_day(day):
    weighed = day.weighed["school"]
    assert (weighed.area, weighed.span) == (None, None)
    assert day.claims["school"].target.kind == "school"


def test_two_estimates_of_those_displaced_are_one_of_one_or_two_origins(day):
    weighed = day.weighed["flight"]
    displaced = tallied(weighed)["displaced"]
    assert (displaced.range.low, displaced.range.high) == (50_000, 50_000)
    assert {one.voice.name for one in displaced.figures} == {
        "Turkish officials",
        "Abdurrahman Mustafa",
    }
    for origins in (weighed.origins, displaced.origins):
        assert (origins.low, origins.high) == (1, 2)


@pytest.mark.parametrize("name", DIED)
def test_each_commander_died_once_on_a_day_as_far_as_it_is_known(day, name):
    killed = tallied(day.weighed[name])["killed"]
    assert (killed.range.low, killed.range.high) == (1, 1)
    edtf, group = DIED[name]
    first, _, last = edtf.partition("/")
    assert days(day.weighed[name]) == (first, last or first)
    claims = day.named(day.weighed[name].counted)
    assert {day.claims[one].when.edtf for one in claims if day.claims[one].when} == {edtf}
    assert any(group in toll.groups for one in claims for toll in day.claims[one].tolls)


def test_sorties_and_objects_are_the_ministrys_own_total_and_added_to_nothing(day):
    found = tallied(day.weighed["ministry-total"])
    assert set(found) == {"sorties", "objects_hit"}
    for category, number in (("sorties", 46), ("objects_hit", 83)):
        tally = found[category]
        assert tally.range is None
        assert [(one.voice.name, one.range.low, one.range.high) for one in tally.cumulative] == [
            ("Russian Ministry of Defence", number, number)
        ]
    others = [one for name, one in day.figures() if one.category in found]
    assert others == []


def test_no_claims_number_is_in_two_incidents(day):
    counted = [(one.category, claim) for _, one in day.figures() for claim in one.claims]
    assert len(counted) == len(set(counted))


def test_every_figure_that_counts_stands_in_a_claim_that_counts_there(day):
    for name, figure in day.figures():
        assert set(figure.claims) <= set(day.weighed[name].counted)
        for claim in day.named(figure.claims):
            bounds = [(one.low, one.high) for one in day.claims[claim].tolls]
            assert (figure.range.low, figure.range.high) in bounds


def test_assad_is_in_moscow_on_the_twentieth(day):
    weighed = day.weighed["visit"]
    assert days(weighed) == ("2015-10-20", "2015-10-20")
    assert weighed.area.name == "Moscow"
    assert weighed.blames == ()
