"""Clauses that are drafted from incidents, by front."""

from dataclasses import replace
from datetime import date

import pytest

from dateline.codebook.events import EVENTS
from dateline.weighing.fronts import Front
from dateline.weighing.happenings import HAPPENINGS
from dateline.weighing.incident import weigh
from dateline.weighing.phrases import Phrases
from dateline.weighing.ranges import Range
from dateline.weighing.summary import Happening, Watch, draft

from .told import EMBASSY, GENERAL, MONITOR, PAPER, RESCUERS, WIRE, killed, place, rests, say

HILLS = Front("hills", "The hills", areas=("Hills",))
COAST = Front("coast", "The coast", areas=("Coast",))
WEEK = (date(2020, 5, 1), date(2020, 5, 7))


def happened(name, *voices, on=("2020-05-04",), **said):
    return say(name, *voices, place=place(), when=on, **said)


def of(*testimonies, derivations=(), assessment="", signed="", **more):
    weighed = weigh(testimonies, derivations, {})
    happening = Happening("i1", weighed, "Valley", assessment, signed)
    return draft([HILLS], [happening], WEEK, {}, **more)


def test_a_single_origin_keeps_its_speaker_and_its_hedge():
    [clause] = of(happened("a", RESCUERS, WIRE, hedge="claimed"))
    assert clause.words == "Valley Rescue claims an air strike in Valley on 4 May 2020"
    assert (clause.sort, clause.claims, clause.incidents) == ("attributed", ("a",), ("i1",))


def test_several_origins_are_counted():
    [clause] = of(happened("a"), happened("b", MONITOR), happened("c", PAPER))
    assert clause.words.startswith("3 original sources report an air strike")
    assert clause.claims == ("a", "b", "c")


def test_where_derivation_is_not_known_they_are_a_range():
    [clause] = of(happened("a"), happened("b", PAPER), derivations=[rests("b", "a", sure=False)])
    assert clause.words.startswith("1 to 2 original sources report")


def test_a_figure_of_one_origin_is_its_own_count():
    [clause] = of(happened("a", tolls=killed(12)))
    assert clause.words.endswith(": 12 killed, by its own count")


def test_where_several_tell_of_it_and_one_counts_the_count_is_his():
    [clause] = of(happened("a"), happened("b", MONITOR, tolls=killed(12)))
    assert clause.words.startswith("2 original sources report")
    assert clause.words.endswith(": 12 killed, by the count of The Monitor")


def test_rival_figures_are_a_range_with_nobodys_name_on_it():
    [clause] = of(happened("a", tolls=killed(12)), happened("b", MONITOR, tolls=killed(17)))
    assert clause.words.endswith(": 12 to 17 killed")


def test_who_is_accused_and_silent_is_said():
    [clause] = of(happened("a", actor="North", party="north"))
    assert clause.words.endswith("; North is accused and has not answered")


def test_who_denies_it_is_said():
    [clause] = of(
        happened("a", actor="North", party="north"),
        happened("b", GENERAL, kind="denial", actor="North", party="north", negated=True),
    )
    assert clause.words.endswith("; North denies it")


def test_it_cites_all_that_its_words_rest_on_and_nothing_else():
    accused = {"actor": "North", "party": "north"}
    [clause] = of(
        happened("a", **accused),
        say("b", GENERAL, kind="denial", negated=True, **accused),
        say("c", MONITOR, kind="assessment", event="other", tolls=killed(12)),
        say("d", PAPER, kind="assessment", event="other"),
    )
    assert clause.words.endswith(": 12 killed, by its own count; North denies it")
    assert clause.claims == ("a", "b", "c")


def test_who_denies_that_it_happened_is_cited():
    [clause] = of(
        happened("a", actor="North", party="north"),
        say("b", GENERAL, kind="denial", negated=True),
    )
    assert clause.words.endswith("; North denies it")
    assert clause.claims == ("a", "b")


def test_who_gives_its_day_or_its_place_is_cited():
    [clause] = of(
        say("a"),
        say("b", MONITOR, kind="situation", event="other", place=place(), negated=True),
        say("c", PAPER, kind="assessment", event="other", when=("2020-05-04",)),
    )
    assert "b" in clause.claims


def test_a_claim_that_was_set_aside_is_cited_by_nobody():
    [clause] = of(happened("a"), happened("b", EMBASSY, set_aside="Withdrawn by its author."))
    assert clause.claims == ("a",)
    assert clause.words.startswith("Valley Rescue reports")


def test_the_desks_sentence_is_a_clause_of_its_own_and_signed():
    _, clause = of(happened("a"), assessment="The offensive is failing.", signed="J. Miller")
    assert clause.sort == "assessment"
    assert clause.words == "The offensive is failing. (J. Miller)"


def test_a_front_without_news_says_since_when_and_how_many_are_watched():
    first, second = draft([HILLS, COAST], [], WEEK, {"hills": Watch(3, "16:40")})
    assert first.words == "Nothing new since 16:40; sources watched: 3"
    assert second.words == "Nothing has been reported; sources watched: 0"
    assert {first.sort, second.sort} == {"silence"}


def test_what_lies_outside_the_window_is_left_out():
    [clause] = of(happened("a", on=("2020-04-30",)))
    assert clause.sort == "silence"


def test_a_span_that_reaches_into_the_window_counts():
    [clause] = of(happened("a", on=("2020-04-29", "2020-05-02")))
    assert clause.words.endswith("between 29 April 2020 and 2 May 2020")


@pytest.mark.parametrize(
    ("on", "said"),
    [(("", "2020-05-04"), " by 4 May 2020"), (("2020-05-04", ""), "since 4 May 2020")],
)
def test_a_span_that_is_open_on_one_side_is_no_day(on, said):
    [clause] = of(happened("a", on=on))
    assert clause.words.endswith(said)


def test_of_one_moment_it_goes_as_the_report_tells():
    late, early = happened("a", hedge="claimed"), happened("b", hedge="alleged")
    early, late = (
        replace(one, report="r", claim=replace(one.claim, start=start, end=start + 1))
        for one, start in ((early, 10), (late, 90))
    )
    [clause] = of(late, early)
    assert clause.words.startswith("Valley Rescue alleges")
    apart = [
        Happening(name, weigh([one], (), {}), "Valley") for name, one in (("x", late), ("y", early))
    ]
    assert [one.incidents for one in draft([HILLS], apart, WEEK, {})] == [("y",), ("x",)]


def test_who_gains_ground_is_accused_of_nothing():
    [clause] = of(happened("a", actor="North", party="north", event="advance"))
    assert "accused" not in clause.words


def test_what_is_not_dated_counts_by_when_it_was_said():
    [clause] = of(say("a", place=place()))
    assert clause.words == "Valley Rescue reports an air strike in Valley"


def test_an_incident_that_somebody_only_denies_gives_no_account():
    [clause] = of(happened("a", GENERAL, kind="denial", negated=True))
    assert clause.sort == "silence"


def test_the_basis_changes_with_what_it_was_drafted_from_and_with_nothing_else():
    before, same = of(happened("a")), of(happened("a"))
    newer = of(happened("a"), happened("b", MONITOR))
    assert before[0].basis == same[0].basis != newer[0].basis


def test_other_languages_bring_their_own_templates():
    phrases = Phrases(one_source="{event}{where}: {speaker} {says}", where=" à {place}")
    [clause] = of(happened("a"), phrases=phrases)
    assert clause.words == "an air strike à Valley: Valley Rescue reports"


def test_braces_in_a_name_are_only_braces():
    [clause] = of(happened("a", replace(RESCUERS, name="{place} {0}")))
    assert clause.words.startswith("{place} {0} reports")


def test_numbers_in_words():
    say_number = Phrases().number
    assert say_number(Range(12, 12)) == "12"
    assert say_number(Range(12, 17)) == "12 to 17"
    assert say_number(Range(12, None)) == "at least 12"
    assert say_number(Range(None, 12)) == "at most 12"
    assert say_number(Range(None, None)) == "an unknown number"
    assert say_number(Range(50, 50, approximate=True)) == "about 50"


def test_every_event_has_words_and_no_word_is_of_another_code():
    events = Phrases().events
    assert set(events) == set(EVENTS)
    assert set(HAPPENINGS) <= set(EVENTS)


def test_another_name_for_place_or_speaker_outdates_nothing():
    said = happened("a", RESCUERS, actor="North", party="north")
    hidden = happened("a", replace(RESCUERS, name="A person"), actor="a person", party="north")
    [one] = of(said)
    [other] = draft([HILLS], [Happening("i1", weigh([hidden], (), {}), "Hills")], WEEK, {})
    assert one.words != other.words
    assert one.basis == other.basis
