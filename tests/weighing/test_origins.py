import pytest

from dateline.weighing.origins import Edge, origins

from .told import HOSPITAL, MINISTRY, MONITOR, NEIGHBOUR, PAPER, RESCUERS, WIRE, rests, say


def count(testimonies, *derivations):
    found = origins(testimonies, derivations)
    return found.low, found.high


def test_nobody_is_no_origin():
    assert count([]) == (0, 0)


def test_one_source_in_nine_reports_is_one_origin():
    told = [say(f"c{n}", RESCUERS, WIRE, hour=n) for n in range(9)]
    found = origins(told, ())
    assert (found.low, found.high, len(found.reports)) == (1, 1, 9)


def test_the_speaker_counts_and_not_whoever_passes_it_on():
    assert count([say("a", RESCUERS, WIRE), say("b", RESCUERS, WIRE, PAPER)]) == (1, 1)


def test_a_report_that_derives_from_another_adds_no_origin():
    assert count([say("a", WIRE), say("b", PAPER)]) == (2, 2)
    assert count([say("a", WIRE), say("b", PAPER)], rests("b", "a")) == (1, 1)


def test_a_derivation_that_nobody_confirmed_gives_a_range():
    assert count([say("a", WIRE), say("b", PAPER)], rests("b", "a", sure=False)) == (1, 2)


def test_a_ring_of_derivations_is_one_origin():
    told = [say("a", WIRE), say("b", PAPER), say("c", MONITOR)]
    ring = rests("a", "b"), rests("b", "c"), rests("c", "a")
    assert count(told, *ring) == (1, 1)


def test_a_report_that_derives_from_itself_is_harmless():
    assert count([say("a", WIRE)], rests("a", "a")) == (1, 1)


def test_a_roundup_that_cites_three_speakers_joins_nobody():
    told = [say(f"r{n}", who, report="roundup") for n, who in enumerate((RESCUERS, HOSPITAL))]
    told = [say(one.id, *one.voices, PAPER, report="report of roundup") for one in told]
    told.append(say("n", NEIGHBOUR, PAPER, report="report of roundup"))
    assert count(told) == (3, 3)
    assert count([*told, say("a", RESCUERS)], rests("roundup", "a")) == (3, 3)


def test_a_copy_of_a_roundup_adds_none_and_joins_none():
    told = [say("x", who, WIRE, report="report of x") for who in (RESCUERS,)]
    told += [say("y", HOSPITAL, WIRE, report="report of x"), say("copy", PAPER)]
    assert count(told, rests("copy", "x")) == (2, 2)


def test_whom_a_derived_report_quotes_stands_for_himself():
    told = [say("a", WIRE), say("b", RESCUERS, PAPER)]
    assert count(told, rests("b", "a")) == (2, 2)


def test_two_copies_of_a_report_without_a_claim_here_are_one_origin():
    told = [say("a", WIRE), say("b", PAPER)]
    assert count(told, rests("a", "elsewhere"), rests("b", "elsewhere")) == (1, 1)


def test_a_report_that_rests_on_two_absent_ones_is_still_one():
    assert count([say("a", WIRE)], rests("a", "x"), rests("a", "y")) == (1, 1)


def test_it_follows_derivations_through_reports_without_a_claim_here():
    told = [say("a", WIRE), say("c", PAPER)]
    assert count(told, rests("c", "b"), rests("b", "a")) == (1, 1)


def test_a_derivation_of_reports_from_elsewhere_changes_nothing():
    assert count([say("a", WIRE), say("b", PAPER)], rests("x", "y"), rests("y", "x")) == (2, 2)


def test_an_outlet_that_quotes_beside_its_own_word_may_rest_on_whom_it_quotes():
    told = [say("a", PAPER, report="r"), say("b", RESCUERS, PAPER, report="r")]
    assert count(told) == (1, 2)


def test_so_may_an_outlet_that_is_itself_handed_on():
    told = [say("a", PAPER, WIRE, report="r"), say("b", RESCUERS, PAPER, WIRE, report="r")]
    assert count(told) == (1, 2)
    beside = [told[0], say("c", HOSPITAL, WIRE, report="r")]
    assert count(beside) == (2, 2)


def test_rescuers_who_quote_a_doctor_rest_on_nobody():
    told = [say("a", RESCUERS, report="r"), say("b", HOSPITAL, RESCUERS, report="r")]
    assert count(told) == (2, 2)


def test_who_spoke_first_by_himself_stays_an_origin_when_he_copies_later():
    told = [say("a", WIRE), say("b", PAPER), say("later", PAPER, hour=2)]
    assert count(told, rests("later", "a")) == (2, 2)


def test_who_copied_first_becomes_no_origin_by_repeating_himself():
    told = [say("a", WIRE), say("copy", PAPER, hour=1), say("again", PAPER, hour=2)]
    assert count(told, rests("copy", "a")) == (1, 1)


def test_what_is_set_aside_or_may_be_of_another_incident_counts_for_nothing():
    told = [say("a", WIRE, set_aside="old footage"), say("b", PAPER, may_be=True)]
    assert count([*told, say("c", RESCUERS)]) == (1, 1)


def test_the_graph_says_who_rests_on_whom():
    told = [say("a", RESCUERS, WIRE), say("b", PAPER)]
    found = origins(told, [rests("b", "a", sure=False)])
    assert found.edges == (
        Edge("paper", "rescuers", "derives", "report of b", False),
        Edge("wire", "rescuers", "relays", "report of a", True),
    )
    assert {one.voice.id: one.original for one in found.nodes} == {
        "rescuers": "yes",
        "paper": "perhaps",
        "wire": "no",
    }


def test_a_node_names_its_claims_and_reports():
    [node, _] = origins([say("a", RESCUERS, WIRE), say("b", RESCUERS)], ()).nodes
    assert (node.claims, node.reports) == (("a", "b"), ("report of a", "report of b"))


def test_two_that_may_copy_each_other_are_both_only_perhaps():
    told = [say("a", WIRE), say("b", PAPER)]
    both = [rests("a", "b", sure=False), rests("b", "a", sure=False)]
    found = origins(told, both)
    assert (found.low, found.high) == (1, 2)
    assert [one.original for one in found.nodes] == ["perhaps", "perhaps"]


def test_it_says_which_claims_only_pass_on_another_account():
    told = [say("a", WIRE), say("b", PAPER, hour=1), say("c", MINISTRY)]
    assert origins(told, [rests("b", "a")]).passed_on == {"b"}
    assert origins(told, [rests("b", "a", sure=False)]).passed_on == frozenset()


@pytest.mark.parametrize("turned", [1, -1])
def test_the_order_of_arrival_never_matters(turned):
    told = [say("a", RESCUERS, WIRE), say("b", PAPER), say("c", MONITOR), say("d", PAPER, hour=-1)]
    known = [rests("b", "a"), rests("c", "d", sure=False)]
    assert origins(told[::turned], known[::turned]) == origins(told, known)
