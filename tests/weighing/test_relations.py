import pytest

from dateline.weighing.relations import relation, relations
from dateline.weighing.testimony import Voice

from .told import EMBASSY, GENERAL, MINISTRY, MONITOR, PAPER, RESCUERS, WIRE, say


@pytest.mark.parametrize(
    ("kind", "party", "expected"),
    [
        ("ministry", "north", "accused"),
        ("rescue_service", "north", "accused"),
        ("agency", "north", "accused"),
        ("ministry", "south", "accuser"),
        ("agency", "south", "accuser"),
        ("rescue_service", "south", "at_the_scene"),
        ("medical", "", "at_the_scene"),
        ("activist", "", "at_the_scene"),
        ("agency", "", "relaying"),
        ("outlet", "", "relaying"),
        ("monitor", "", "observer"),
        ("think_tank", "", "observer"),
        ("ministry", "", "observer"),
        ("", "", "observer"),
        ("no such kind", "", "observer"),
    ],
)
def test_it_is_computed_from_party_and_kind(kind, party, expected):
    assert relation(Voice("v", "V", kind, party), {"north"}) == expected


def test_everyone_in_the_chain_has_a_relation():
    told = [say("a", RESCUERS, WIRE, PAPER, party="north"), say("b", MINISTRY), say("c", EMBASSY)]
    assert relations(told, {}) == {
        "rescuers": "at_the_scene",
        "wire": "relaying",
        "paper": "relaying",
        "ministry": "accused",
        "embassy": "accuser",
    }


def test_nobody_is_accused_before_anybody_names_a_doer():
    assert relations([say("a", MINISTRY)], {}) == {"ministry": "accuser"}


def test_who_denies_having_done_it_is_accused():
    assert relations([say("a", GENERAL, kind="denial", party="north")], {})["general"] == "accused"


def test_two_parties_that_blame_each_other_are_both_accused():
    told = [say("a", MINISTRY, party="south"), say("b", EMBASSY, party="north")]
    assert set(relations(told, {}).values()) == {"accused"}


@pytest.mark.parametrize("said", [{"kind": "forecast"}, {"set_aside": "old"}, {"may_be": True}])
def test_a_forecast_or_what_does_not_count_accuses_nobody(said):
    told = [say("a", RESCUERS, party="north", **said), say("b", MINISTRY)]
    assert relations(told, {})["ministry"] == "accuser"


def test_what_an_editor_corrected_stands():
    assert relations([say("a", MONITOR)], {"monitor": "at_the_scene", "wire": "accused"}) == {
        "monitor": "at_the_scene"
    }
