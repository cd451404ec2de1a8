"""Which incidents an entry of the log touches: readers' pages follow it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from dateline.ledger.affected import affected_incidents
from dateline.ledger.models import Derivation, Entry
from dateline.ledger.verbs.capturing import Likeness, keep_capture
from dateline.ledger.verbs.checking import Finding, record_check
from dateline.ledger.verbs.claims import withdraw_claim
from dateline.ledger.verbs.counting import hold_claim, supersede_claim
from dateline.ledger.verbs.incidents import name_incident, set_part_of
from dateline.ledger.verbs.merging import mark_apart, merge_incidents, part_incident
from dateline.ledger.verbs.people import set_public_name
from dateline.ledger.verbs.reports import Flags, attribute_report, decide_derivation, flag_report
from dateline.ledger.verbs.ruling import assess_incident, rule_relation
from dateline.ledger.verbs.sources import (
    PartyText,
    SourceText,
    add_party,
    add_source,
    edit_party,
    edit_source,
    merge,
)
from tests.ledger.happened import actor, speaker
from tests.ledger.kept import kept

pytestmark = pytest.mark.django_db(transaction=True)
TEXT = "Rescuers say that Russian jets hit Sarmin."


@pytest.fixture
def claim(desk):
    """What rescuers say, in an agency's report."""
    who = (speaker("Rescuers", TEXT),)
    return desk.claim(TEXT, site="agency.org", speakers=who, actor=actor("Russian jets", TEXT))


@pytest.fixture
def incident(desk, claim):
    """An incident of that claim."""
    return desk.incident(claim)


@pytest.fixture
def other(desk):
    """An incident that has nothing to do with it."""
    return desk.incident(desk.claim("They spoke in Geneva."), title="Talks")


@pytest.fixture
def touched(incident, other):
    """Return the incidents that the entries of an act touch: `touched(act)`."""

    def _touched(act):
        last = Entry.objects.order_by("-sequence").first().sequence
        act()
        new = Entry.objects.filter(sequence__gt=last)
        return set().union(*map(affected_incidents, new))

    return _touched


def test_what_is_done_to_an_incident_touches_it(touched, incident, claim, alice, source):
    acts = (
        lambda: name_incident(by=alice, incident=incident, title="Sarmin", based_on=1),
        lambda: rule_relation(by=alice, incident=incident, source=source, relation="observer"),
        lambda: assess_incident(by=alice, incident=incident, sentence="A market."),
    )
    assert [touched(act) for act in acts] == [{incident.pk}] * 3


def test_what_is_done_to_its_claims_and_reports_touches_it(touched, incident, claim, alice):
    finding = Finding(question="date", result="confirmed", method="Shadows measured.")
    acts = (
        lambda: hold_claim(by=alice, claim=claim, until=timezone.now() + timedelta(days=1)),
        lambda: record_check(by=alice, report=claim.report, finding=finding),
        lambda: flag_report(by=alice, report=claim.report, flags=Flags(graphic=True)),
        lambda: keep_capture(claim.report, kept(TEXT, source_address="agency.org", picture=None)),
        lambda: withdraw_claim(by=alice, claim=claim, based_on=claim.revision, reason="Wrong."),
    )
    assert [touched(act) for act in acts] == [{incident.pk}] * 5


def test_what_a_claim_touches_is_found_without_reading_every_grouping(touched, claim, alice):
    until = timezone.now() + timedelta(days=1)
    with CaptureQueriesContext(connection) as asked:
        touched(lambda: hold_claim(by=alice, claim=claim, until=until))
    grouping = [one["sql"] for one in asked if 'FROM "ledger_grouping"' in one["sql"]]
    assert grouping
    with connection.cursor() as cursor:
        for sql in grouping:
            cursor.execute(f"EXPLAIN QUERY PLAN {sql}")
            assert [step for *_, step in cursor.fetchall() if step.startswith("SCAN")] == [], sql


def test_answers_touch_each_incident_that_they_are_about(touched, incident, other, desk):
    new = desk.claim("It fell.")
    assert touched(lambda: desk.answer(new, incident, "may_be")) == {incident.pk}
    assert touched(lambda: desk.answer(new, other, "may_be")) == {other.pk}
    assert touched(lambda: desk.answer(new, other, "", based_on=1)) == {other.pk}


def test_a_merge_touches_both_and_parting_does(touched, incident, other, alice):
    both = {incident.pk, other.pk}
    merging = {"by": alice, "incident": incident, "into": other, "reason": "One.", "based_on": 1}
    assert touched(lambda: merge_incidents(**merging)) == both
    assert touched(lambda: part_incident(by=alice, incident=incident, based_on=2)) == both
    assert touched(lambda: mark_apart(by=alice, one=incident, other=other)) == both


def test_what_touches_a_part_touches_the_whole_of_it(touched, incident, other, claim, alice):
    both = {incident.pk, other.pk}
    of = {"by": alice, "incident": incident}
    assert touched(lambda: set_part_of(**of, whole=other, based_on=1)) == both
    assert (
        touched(
            lambda: withdraw_claim(by=alice, claim=claim, based_on=claim.revision, reason="Wrong.")
        )
        == both
    )
    assert touched(lambda: name_incident(by=alice, incident=other, title="X", based_on=1)) == both
    assert touched(lambda: set_part_of(**of, whole=None, based_on=2)) == both


def test_a_source_touches_what_it_gave_and_where_it_speaks(touched, incident, claim, alice):
    agency = claim.report.source
    acts = (
        lambda: edit_source(by=alice, source=agency, text=SourceText(name="The Agency")),
        lambda: add_source(by=alice, text=SourceText(name="RESCUERS", kind="rescue_service")),
        lambda: attribute_report(
            by=alice, report=claim.report, source=add_source(by=alice, text=SourceText(name="X"))
        ),
    )
    assert [touched(act) for act in acts] == [{incident.pk}] * 3


def test_a_source_that_loses_its_name_touches_where_it_spoke(touched, incident, alice):
    source = add_source(by=alice, text=SourceText(name="Rescuers"))
    renamed = SourceText(name="Civil Defence")
    assert touched(lambda: edit_source(by=alice, source=source, text=renamed)) == {incident.pk}
    whole = add_source(by=alice, text=SourceText(name="White Helmets"))
    assert touched(lambda: merge(by=alice, one=source, into=whole)) == set()  # named nowhere by now


def test_a_party_touches_where_it_acts_or_has_a_speaker(touched, incident, claim, alice):
    def name(**words):
        return PartyText(name="Russia", **words)

    party = add_party(by=alice, text=name())
    jets = name(aliases="Putin's\nRussian jets")
    assert touched(lambda: edit_party(by=alice, party=party, text=jets)) == {incident.pk}
    assert touched(lambda: edit_party(by=alice, party=party, text=name())) == {incident.pk}
    assert touched(lambda: edit_party(by=alice, party=party, text=name(note="A"))) == set()
    agency = SourceText(name="agency.org", address="agency.org", party=party)
    edit_source(by=alice, source=claim.report.source, text=agency)
    assert touched(lambda: edit_party(by=alice, party=party, text=name(note="B"))) == {incident.pk}


def test_a_derivation_touches_the_incidents_of_both_reports(touched, incident, other, claim, alice):
    talks = other.groupings.get().claim.report
    like = Likeness(on=talks.pk, why="text")
    keep_capture(claim.report, kept(TEXT, rests_on=[like], picture=None))
    decided = {"by": alice, "derivation": Derivation.objects.get(), "status": "confirmed"}
    assert touched(lambda: decide_derivation(**decided)) == {incident.pk, other.pk}


def test_a_newer_figure_touches_the_incident_of_the_older(touched, incident, claim, desk, alice):
    later = "Rescuers say that thirteen died."
    newer = desk.claim(later, site="other.org", speakers=(speaker("Rescuers", later),))
    superseding = {"by": alice, "claim": newer}
    assert touched(lambda: supersede_claim(**superseding, older=claim)) == {incident.pk}
    assert touched(lambda: supersede_claim(**superseding, older=None)) == {incident.pk}


def test_what_has_nothing_to_do_with_incidents_touches_none(touched, publish, alice):
    assert touched(lambda: publish("Words")) == set()
    assert touched(lambda: set_public_name(by=alice, public_name="Al")) == set()
