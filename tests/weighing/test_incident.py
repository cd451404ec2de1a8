from dateline.weighing.incident import weigh

from .told import (
    MINISTRY,
    NOON,
    PAPER,
    RESCUERS,
    WIRE,
    killed,
    place,
    rests,
    say,
)

NORTH = {"actor": "the North", "party": "north"}
WHEN = ("2020-05-04",)
TOLD = (
    say("a", RESCUERS, WIRE, target="medical", tolls=killed(12), when=WHEN, place=place(), **NORTH),
    say("b", RESCUERS, PAPER, hour=1, tolls=killed(12)),
    say("c", MINISTRY, WIRE, hour=2, kind="denial", **NORTH),
    say("d", PAPER, hour=3, set_aside="of another day"),
    say("e", PAPER, hour=4, may_be=True),
)


def test_two_rival_accounts_are_weighed_into_one_page():
    found = weigh(TOLD, [rests("b", "a")], {})
    assert (found.origins.low, found.origins.high, len(found.origins.reports)) == (2, 2, 3)
    assert found.who == "denied"
    assert [len(one.positions) for one in found.asked] == [1, 2, 1, 1]
    assert found.relations["ministry"] == "accused"
    assert (found.tallies[0].range.low, found.tallies[0].range.high) == (12, 12)
    assert (found.area.name, found.span.start.day) == ("Valley", 4)
    assert (found.as_of - NOON).total_seconds() == 2 * 3600
    assert (found.counted, found.set_aside, found.may_be) == (("a", "b", "c"), ("d",), ("e",))


def test_an_incident_without_claims_is_all_unknown():
    found = weigh((), (), {})
    assert (found.origins.low, found.who, found.tallies, found.area, found.span, found.as_of) == (
        *(0, "unknown", ()),
        *(None, None, None),
    )
    assert [one.positions for one in found.asked] == [(), (), (), ()]


def test_a_claim_with_nothing_in_it_is_weighed():
    found = weigh([say("a", kind="assessment")], (), {})
    assert (found.origins.low, found.tallies, found.area, found.span) == (1, (), None, None)


def test_a_claim_that_comes_twice_counts_once():
    assert weigh([*TOLD, *TOLD], (), {}) == weigh(TOLD, (), {})


def test_an_editors_correction_reorders_the_positions():
    corrected = weigh(TOLD, (), {"ministry": "at_the_scene", "rescuers": "relaying"})
    assert [one.answer.denied for one in corrected.asked[1].positions] == [True, False]


def test_to_withdraw_a_claim_takes_all_of_it_away():
    found = weigh([one for one in TOLD if one.id not in "ab"], (), {})
    assert (found.tallies, found.area, found.span) == ((), None, None)
