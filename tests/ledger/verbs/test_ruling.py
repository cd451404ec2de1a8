"""What editors say of an incident themselves: corrected relations, signed sentences."""

import pytest

from dateline.ledger.models import Assessment, RelationRuling
from dateline.ledger.refusal import Collision, Refused
from dateline.ledger.verbs.merging import merge_incidents
from dateline.ledger.verbs.people import set_public_name
from dateline.ledger.verbs.ruling import (
    assess_incident,
    rule_relation,
    unrule_relation,
    withdraw_assessment,
)
from dateline.ledger.verbs.sources import SourceText, add_source, merge
from dateline.ledger.weighed import relation_rulings, standing_assessment
from dateline.weighing.relations import RELATIONS

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def incident(desk):
    """An incident."""
    return desk.incident(desk.claim("They hit the market."))


def test_a_relation_is_corrected_and_taken_back(incident, source, alice, holds):
    rule_relation(by=alice, incident=incident, source=source, relation="accuser", reason="Ally.")
    assert relation_rulings(incident) == {str(source.pk): "accuser"}
    rule_relation(by=alice, incident=incident, source=source, relation="observer")
    assert relation_rulings(incident) == {str(source.pk): "observer"}
    unrule_relation(by=alice, incident=incident, source=source)
    assert relation_rulings(incident) == {}
    with pytest.raises(Refused, match="Nobody has corrected"):
        unrule_relation(by=alice, incident=incident, source=source)
    assert holds()


def test_its_relations_are_those_of_weighing():
    assert set(RelationRuling.Relation.values) == set(RELATIONS)


@pytest.mark.parametrize("relation", ["", "enemy", "at_scene", "x" * 99])
def test_another_relation_is_refused(incident, source, alice, relation):
    with pytest.raises(Refused, match="from the list"):
        rule_relation(by=alice, incident=incident, source=source, relation=relation)


def test_a_correction_follows_its_source_and_its_incident_where_they_are_merged(
    incident, desk, source, alice, holds
):
    other = desk.incident(desk.claim("They hit the school."))
    helmets = add_source(by=alice, text=SourceText(name="White Helmets"))
    rule_relation(by=alice, incident=incident, source=source, relation="observer")
    merge(by=alice, one=source, into=helmets)
    merge_incidents(by=alice, incident=incident, into=other, reason="One raid.", based_on=1)
    assert relation_rulings(incident) == {str(helmets.pk): "observer"}
    rule_relation(by=alice, incident=incident, source=source, relation="accuser")
    assert relation_rulings(other) == {str(helmets.pk): "accuser"}
    assert holds()


def test_a_sentence_is_signed_by_the_name_that_its_writer_chose(incident, alice, holds):
    found = assess_incident(by=alice, incident=incident, sentence=" It was a market. ")
    assert (found.sentence, found.signed, found.by) == ("It was a market.", "Alice", alice)
    set_public_name(by=alice, public_name="")
    alice.refresh_from_db()
    later = assess_incident(by=alice, incident=incident, sentence="A bazaar.", replaces=found)
    assert later.signed == "the desk"
    found.refresh_from_db()
    assert (found.signed, found.status) == ("Alice", "replaced")
    assert standing_assessment(incident) == later
    assert holds()


def test_nobody_replaces_a_sentence_unread(incident, alice, owner):
    first = assess_incident(by=alice, incident=incident, sentence="It was a market.")
    with pytest.raises(Collision, match="Read it first"):
        assess_incident(by=owner, incident=incident, sentence="It was a shelter.")
    withdraw_assessment(by=alice, assessment=first, reason="Too early.")
    with pytest.raises(Collision):
        assess_incident(by=owner, incident=incident, sentence="Mine.", replaces=first)
    assert Assessment.objects.count() == 1


def test_a_sentence_is_withdrawn_with_a_reason_and_kept(incident, alice, holds):
    found = assess_incident(by=alice, incident=incident, sentence="It was a market.")
    with pytest.raises(Refused, match="reason is missing"):
        withdraw_assessment(by=alice, assessment=found, reason="")
    withdraw_assessment(by=alice, assessment=found, reason="New footage.")
    assert standing_assessment(incident) is None
    found.refresh_from_db()
    assert (found.status, found.reason) == ("withdrawn", "New footage.")
    with pytest.raises(Refused, match="withdrawn already"):
        withdraw_assessment(by=alice, assessment=found, reason="Again.")
    assert holds()


@pytest.mark.parametrize("sentence", ["", " \n", "x" * 1001, "a\x00b"])
def test_a_sentence_that_cannot_stand_is_refused(incident, alice, sentence):
    with pytest.raises(Refused):
        assess_incident(by=alice, incident=incident, sentence=sentence)
    assert not Assessment.objects.exists()
