"""What weighing is handed: whose claims, in whose voice, without what readers may not know."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from dateline.codebook import When
from dateline.ledger.models import Derivation, Source
from dateline.ledger.verbs.capturing import Likeness, keep_capture
from dateline.ledger.verbs.claims import withdraw_claim
from dateline.ledger.verbs.counting import hold_claim, set_aside_claim, supersede_claim
from dateline.ledger.verbs.redacting import redact_report
from dateline.ledger.verbs.reports import Flags, attribute_report, decide_derivation, flag_report
from dateline.ledger.verbs.sources import (
    PartyText,
    SourceText,
    add_party,
    add_source,
    edit_source,
    merge,
)
from dateline.ledger.weighed import derivations, told_of, told_of_each
from tests.ledger.happened import actor, at, speaker
from tests.ledger.kept import AT, kept

pytestmark = pytest.mark.django_db(transaction=True)
TEXT = "Rescuers told SANA that Russian jets hit Sarmin on Monday."


@pytest.fixture
def russia(alice):
    """A party that the desk knows by two names."""
    return add_party(by=alice, text=PartyText(name="Russia", aliases="Russian Air Force\nРоссия"))


@pytest.fixture
def claim(desk):
    """A chain of two speakers in an agency's report."""
    chain = (speaker("Rescuers", TEXT), speaker("SANA", TEXT))
    return desk.claim(TEXT, speakers=chain, actor=actor("Russian jets", TEXT))


@pytest.fixture
def incident(desk, claim):
    """An incident of that claim."""
    return desk.incident(claim)


def only(incident, **options):
    found = told_of(incident, **options)
    assert len(found) == 1
    return found[0]


def names(incident, **options):
    return [voice.name for voice in only(incident, **options).voices]


def test_it_speaks_from_the_origin_outwards_to_the_reports_own_source(incident, claim):
    told = only(incident)
    own = Source.objects.get(address="example.org")
    assert [voice.id for voice in told.voices] == ["name:rescuers", "name:sana", str(own.pk)]
    assert (told.id, told.report) == (str(claim.pk), str(claim.report_id))
    assert told.claim.quote == TEXT
    assert (told.party, told.set_aside, told.supersedes, told.may_be) == ("", "", "", False)


@pytest.mark.parametrize("name", ["RESCUERS", "  rescuers ", "Ｒescuers"])
def test_a_speaker_is_the_source_of_that_name_however_it_is_written(incident, alice, name, russia):
    text = SourceText(name=name, kind="rescue_service", party=russia)
    source = add_source(by=alice, text=text)
    voice = only(incident).voices[0]
    assert (voice.id, voice.kind, voice.party) == (
        str(source.pk),
        "rescue_service",
        str(russia.pk),
    )


def test_a_merged_source_speaks_as_the_whole_one_under_either_name(incident, alice):
    one = add_source(by=alice, text=SourceText(name="Rescuers"))
    whole = add_source(by=alice, text=SourceText(name="Civil Defence"))
    merge(by=alice, one=one, into=whole)
    assert only(incident).voices[0].id == str(whole.pk)
    assert names(incident)[0] == "Civil Defence"


def test_two_sources_of_one_name_are_nobody_until_an_editor_merges_them(incident, alice):
    one, other = (add_source(by=alice, text=SourceText(name="Rescuers")) for _ in range(2))
    assert only(incident).voices[0].id == "name:rescuers"
    merge(by=alice, one=one, into=other)
    assert only(incident).voices[0].id == str(other.pk)


def test_a_renamed_source_speaks_no_more_where_it_is_not_named(incident, alice):
    source = add_source(by=alice, text=SourceText(name="Rescuers"))
    edit_source(by=alice, source=source, text=SourceText(name="Civil Defence"))
    assert only(incident).voices[0].id == "name:rescuers"


def test_an_agency_that_cites_itself_speaks_once(desk):
    words = "SANA said that it fell."
    claim = desk.claim(
        words, site="sana.example", speakers=(speaker("sana.example", words, "SANA"),)
    )
    told = only(desk.incident(claim))
    assert (len(told.voices), told.own) == (1, True)


def test_a_report_without_a_source_speaks_for_itself_alone(desk, alice):
    words = "It fell."
    report = desk.report(words, source_address="")
    told = only(desk.incident(desk.claim(words, report=report)))
    assert [voice.id for voice in told.voices] == [f"report:{report.pk}"]


@pytest.mark.parametrize("alias", ["Russian jets", "RUSSIAN JETS"])
def test_its_actor_is_the_party_of_that_name_or_alias(incident, alice, alias):
    party = add_party(by=alice, text=PartyText(name="Russia", aliases=f"Россия\n{alias}"))
    assert only(incident).party == str(party.pk)


def test_a_name_of_two_parties_is_neither(incident, alice):
    for name in ("Russia", "Iran"):
        add_party(by=alice, text=PartyText(name=name, aliases="Russian jets"))
    assert only(incident).party == ""


def test_a_party_that_speaks_by_its_own_name_speaks_for_itself(desk, russia):
    words = "Россия said that it fell."
    told = only(desk.incident(desk.claim(words, speakers=(speaker("Россия", words),))))
    assert told.voices[0].party == str(russia.pk)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2015-10-19", "2015-10-19", datetime(2015, 10, 19, 12, tzinfo=UTC)),
        ("2015-10-19T08:00Z", "2015-10-19T09:00Z", datetime(2015, 10, 19, 12, tzinfo=UTC)),
        ("2015-10-19", "2015-10-20", None),
        ("2015-10", "2015-10", None),
        ("", "", None),
        ("", "2015-10-19", None),
    ],
)
def test_it_was_said_when_it_says_so_or_when_it_was_posted(desk, start, end, expected):
    when = When("on Monday", "", start, end, "text", at("on Monday", TEXT))
    claim = desk.claim(TEXT, said_when=when)
    posted = AT + timedelta(hours=desk.said)
    assert only(desk.incident(claim)).said_at == (expected or posted)


def test_it_carries_what_was_set_aside_and_superseded(desk, alice):
    older, newer = desk.claim("Two died."), desk.claim("Three died.")
    incident = desk.incident(older, newer)
    supersede_claim(by=alice, claim=newer, older=older)
    set_aside_claim(by=alice, claim=newer, reason="Corrected.")
    told = told_of(incident)
    assert [one.id for one in told] == [str(older.pk), str(newer.pk)]
    assert (told[1].supersedes, told[1].set_aside) == (str(older.pk), "Corrected.")


def test_what_is_withdrawn_or_redacted_is_not_weighed(desk, alice, owner):
    gone, redacted = desk.claim("Two died."), desk.claim("Three died.")
    incident = desk.incident(gone, redacted)
    withdraw_claim(by=alice, claim=gone, based_on=gone.revision, reason="Wrong.")
    redact_report(by=owner, report=redacted.report, reason="A shelter.")
    assert told_of(incident) == told_of(incident, public=True) == []


def test_readers_are_told_nothing_of_a_protected_report(incident, claim, alice):
    flag_report(by=alice, report=claim.report, flags=Flags(protected=True))
    assert told_of(incident, public=True) == []
    assert len(told_of(incident)) == 1


def test_readers_are_told_nothing_of_a_confidential_source(incident, claim, alice, mole):
    other = add_source(by=alice, text=SourceText(name="Somebody"))
    attribute_report(by=alice, report=claim.report, source=other)
    merge(by=alice, one=other, into=mole)
    assert told_of(incident, public=True) == []


def test_a_name_that_only_the_desk_knows_to_be_its_source_stays_a_name(desk, mole):
    words = "Zephyrine Quill said that it fell."
    incident = desk.incident(desk.claim(words, speakers=(speaker("Zephyrine Quill", words),)))
    assert only(incident).voices[0].id == str(mole.pk)
    assert only(incident, public=True).voices[0].id == "name:zephyrine quill"


def test_a_held_claim_comes_to_readers_in_its_time(incident, claim, alice):
    until = timezone.now() + timedelta(hours=1)
    hold_claim(by=alice, claim=claim, until=until)
    assert told_of(incident, public=True) == []
    assert len(told_of(incident)) == 1
    assert len(told_of(incident, public=True, now=until)) == 1


def test_readers_are_not_told_who_posted_what_identifies_a_person(desk, alice):
    report = desk.report("It fell.", source_address="t.me/somebody", source_name="Some Body")
    incident = desk.incident(desk.claim("It fell.", report=report))
    flag_report(by=alice, report=report, flags=Flags(identifies=True))
    assert (names(incident), names(incident, public=True)) == (["Some Body"], [""])
    assert only(incident).voices[0].id == only(incident, public=True).voices[0].id  # counts once


def test_a_rejected_derivation_is_none_and_a_proposed_one_unsure(desk, alice):
    first, second, third = (desk.claim(f"They hit it {n} times.") for n in range(3))
    incident = desk.incident(first, second, third)
    for later, why in ((second, "text"), (second, "media"), (third, "link")):
        like = Likeness(on=first.report_id, why=why)
        keep_capture(later.report, kept("Again.", rests_on=[like], picture=None))
    rows = {row.why: row for row in Derivation.objects.all()}
    told = told_of(incident)
    assert {(one.report, one.sure) for one in derivations(told)} == {
        (str(second.report_id), False),
        (str(third.report_id), False),
    }
    decide_derivation(by=alice, derivation=rows["media"], status="confirmed")
    decide_derivation(by=alice, derivation=rows["link"], status="rejected")
    assert [(one.report, one.on, one.sure) for one in derivations(told)] == [
        (str(second.report_id), str(first.report_id), True)
    ]


def test_reports_that_rest_on_one_outside_the_incident_are_joined_by_it(desk):
    outside, middle = desk.report("They hit it."), desk.report("They hit it too.")
    claim = desk.claim("They hit it again.")
    for later, on in ((claim.report, middle), (middle, outside)):
        like = Likeness(on=on.pk, why="text")
        keep_capture(later, kept("Again.", rests_on=[like], picture=None))
    found = derivations(told_of(desk.incident(claim)))
    assert {(one.report, one.on) for one in found} == {
        (str(claim.report_id), str(middle.pk)),
        (str(middle.pk), str(outside.pk)),
    }


def test_many_claims_cost_as_many_queries_as_one(desk, alice, russia, claim, incident):
    def cost(ids):
        with CaptureQueriesContext(connection) as context:
            derivations(told for each in told_of_each(ids, public=True).values() for told in each)
        return len(context)

    one = cost([incident.pk])
    others = [desk.claim(f"SANA said so {n} times.", site=f"s{n}.org") for n in range(6)]
    incidents = [incident, *(desk.incident(other) for other in others[:3])]
    for other in others[3:]:
        desk.answer(other, incident, "same")
    assert cost([each.pk for each in incidents]) <= one <= 12
