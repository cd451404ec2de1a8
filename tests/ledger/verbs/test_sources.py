"""Sources and parties: named, judged, merged, parted, and kept secret."""

import pytest

from dateline.ledger.models import Entry, Party, Report, Source
from dateline.ledger.refusal import NotAllowed, Refused
from dateline.ledger.verbs.capturing import keep_capture
from dateline.ledger.verbs.reports import Flags, attribute_report, bring_report, flag_report
from dateline.ledger.verbs.sources import (
    PartyText,
    SourceText,
    add_party,
    add_source,
    edit_party,
    edit_source,
    merge,
    part,
)
from tests.ledger.kept import asked, kept

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def add(alice):
    """Add a source, or a party: `add(name, **words)`."""

    def _add(name, kind=Source, **words):
        if kind is Party:
            return add_party(by=alice, text=PartyText(name=name, **words))
        return add_source(by=alice, text=SourceText(name=name, **words))

    return _add


def test_a_source_is_what_the_desk_says(alice, add, holds):
    army = add("Syrian Army", Party, aliases="الجيش السوري\nSAA")
    source = add_source(
        by=alice,
        text=SourceText(
            name=" Ministry of Defence ",
            kind="ministry",
            address="mod.example",
            party=army,
            reliability="D",
            reliability_note="Counts its own losses low.",
        ),
    )
    stored = Source.objects.get()
    assert (stored.name, stored.kind, stored.party) == ("Ministry of Defence", "ministry", army)
    assert Entry.objects.last().object == source.name_in_log
    assert army.aliases.splitlines() == ["الجيش السوري", "SAA"]
    assert holds()


@pytest.mark.parametrize(
    "hostile",
    [
        {"name": ""},
        {"name": " \u00a0"},
        {"name": "x" * 121},
        {"name": "a\0b"},
        {"name": "X", "kind": "spy"},
        {"name": "X", "reliability": "G"},
        {"name": "X", "reliability_note": "x" * 501},
        {"name": "X", "address": "\ud800"},
    ],
    ids=ascii,
)
def test_what_is_no_source_is_refused(alice, source, hostile, holds):
    with pytest.raises(Refused):
        add_source(by=alice, text=SourceText(**hostile))
    with pytest.raises(Refused):
        edit_source(by=alice, source=source, text=SourceText(**hostile))
    assert [one.name for one in Source.objects.all()] == ["Civil Defence"]
    assert holds()


@pytest.mark.parametrize(
    "hostile", [{"name": ""}, {"name": "X", "aliases": "x" * 4001}, {"name": "X", "note": "\0"}]
)
def test_what_is_no_party_is_refused(alice, hostile):
    with pytest.raises(Refused):
        add_party(by=alice, text=PartyText(**hostile))
    assert not Party.objects.exists()


def test_one_address_is_one_source_and_none_is_nobodys(alice, add):
    add("One", address="t.me/one")
    add("Nobody")
    add("Nobody else")
    with pytest.raises(Refused, match="“One” has this address already"):
        add("Two", address="t.me/one")
    with pytest.raises(Refused, match="“One” has this address"):
        edit_source(
            by=alice,
            source=Source.objects.get(name="Nobody"),
            text=SourceText(name="X", address="t.me/one"),
        )
    one = Source.objects.get(name="One")
    text = SourceText(name="Uno", address="t.me/one")
    assert edit_source(by=alice, source=one, text=text).name == "Uno"


def test_a_party_is_renamed(alice, add, holds):
    party = edit_party(
        by=alice, party=add("Nusra", Party), text=PartyText(name="HTS", aliases="Nusra")
    )
    assert (Party.objects.get().name, party.aliases) == ("HTS", "Nusra")
    assert holds()


def test_a_new_name_is_told_wherever_it_stands(
    alice, source, report, other_report, cite, publish, told, holds
):
    attribute_report(by=alice, report=report, source=source)
    quoting = publish("Quoted", body=f":::quote{{source={source.pk}}}\nWords.\n:::")
    showing, other = cite(report), cite(other_report)
    before = [len(told(one)) for one in (quoting, showing, other)]
    edit_source(by=alice, source=source, text=SourceText(name="The White Helmets"))
    after = [len(told(one)) for one in (quoting, showing, other)]
    assert after == [before[0] + 1, before[1] + 1, before[2]]
    assert holds()


@pytest.mark.parametrize("kind", [Source, Party])
def test_a_merge_keeps_both_and_is_undone(alice, add, kind, holds):
    one, into = add("One", kind), add("Other", kind)
    assert merge(by=alice, one=one, into=into).whole == into
    assert kind.objects.get(name="One").whole == into
    assert kind.objects.count() == 2
    parted = part(by=alice, one=one)
    assert (parted.merged_into, parted.whole) == (None, one)
    assert holds()


@pytest.mark.parametrize("kind", [Source, Party])
def test_a_chain_of_merges_leads_to_its_end(alice, add, kind, holds):
    a, b, c, d = (add(name, kind) for name in "ABCD")
    merge(by=alice, one=a, into=b)
    merge(by=alice, one=b, into=c)
    merge(by=alice, one=d, into=a)  # at once into what A is
    assert [kind.objects.get(pk=one.pk).whole for one in (a, b, c, d)] == [c] * 4
    assert kind.objects.get(pk=d.pk).merged_into == c
    part(by=alice, one=b)
    assert [kind.objects.get(pk=one.pk).whole for one in (a, b, c, d)] == [b, b, c, c]
    assert holds()


@pytest.mark.parametrize("kind", [Source, Party])
def test_a_ring_is_refused(alice, add, kind, holds):
    a, b, c = (add(name, kind) for name in "ABC")
    with pytest.raises(Refused, match="the same already"):
        merge(by=alice, one=a, into=a)
    merge(by=alice, one=a, into=b)
    merge(by=alice, one=b, into=c)
    for into in (a, b, c):
        with pytest.raises(Refused, match="the same already"):
            merge(by=alice, one=c, into=into)
    with pytest.raises(Refused, match="“A” is merged already"):
        merge(by=alice, one=a, into=c)
    with pytest.raises(Refused, match="“C” is not merged"):
        part(by=alice, one=c)
    assert holds()


@pytest.mark.parametrize("undo", [False, True])
def test_a_merge_and_its_undoing_are_told(alice, source, report, cite, add, told, undo, holds):
    attribute_report(by=alice, report=report, source=source)
    update = cite(report)
    merge(by=alice, one=source, into=add("The White Helmets"))
    if undo:
        part(by=alice, one=source)
    assert len(told(update)) == 2 + undo
    assert holds()


def test_a_new_name_is_told_where_a_merged_source_shows_it(
    alice, source, report, cite, add, told, holds
):
    attribute_report(by=alice, report=report, source=source)
    helmets = add("The White Helmets")
    merge(by=alice, one=source, into=helmets)
    update = cite(report)
    edit_source(by=alice, source=helmets, text=SourceText(name="Zephyrine Quill"))
    assert len(told(update)) == 2
    assert holds()


@pytest.mark.parametrize("depth", [0, 1, 2])
def test_a_source_that_turns_out_confidential_protects_all_that_came_from_it(
    alice, source, report, capture, cite, add, told, depth, holds
):
    """The page showed its name: through however many merges, it must learn of it."""
    attribute_report(by=alice, report=report, source=source)
    flag_report(by=alice, report=report, flags=Flags(opened=True))
    last = source
    for n in range(depth):
        last, one = add(f"Name {n}"), last
        merge(by=alice, one=one, into=last)
    update = cite(report)
    edit_source(by=alice, source=last, text=SourceText(name="X", confidential=True))
    report.refresh_from_db()
    assert (report.protected, report.opened) == (True, False)
    assert len(told(update)) == 2
    assert holds()


def test_to_merge_into_a_confidential_source_protects_what_the_others_brought(
    alice, source, report, add, mole, holds
):
    attribute_report(by=alice, report=report, source=source)
    between = add("Between")
    merge(by=alice, one=source, into=between)
    merge(by=alice, one=between, into=mole)
    assert Report.objects.get().protected
    part(by=alice, one=between)
    assert Report.objects.get().protected  # an editor says so if it is no longer
    assert flag_report(by=alice, report=report, flags=Flags()).protected is False
    assert holds()


def test_a_source_that_is_confidential_no_more_leaves_its_reports_protected(
    alice, mole, report, holds
):
    attribute_report(by=alice, report=report, source=mole)
    edit_source(by=alice, source=mole, text=SourceText(name="Zephyrine Quill"))
    assert Report.objects.get().protected
    assert holds()


def test_an_open_source_that_is_the_same_as_a_confidential_one_is_confidential_too(
    alice, carl, mole, report
):
    keep_capture(report, kept())
    agency = Source.objects.get(address="example.org")
    merge(by=alice, one=mole, into=agency)
    assert Report.objects.get().protected
    given = bring_report(by=carl, asked=asked(given_warc=b"W"), source=agency)
    assert given.protected
    part(by=alice, one=mole)
    assert Source.objects.get(pk=agency.pk).confidential  # until an editor says otherwise


def test_a_contributor_names_nobody(carl, source):
    with pytest.raises(NotAllowed):
        add_source(by=carl, text=SourceText(name="X"))
    with pytest.raises(NotAllowed):
        merge(by=carl, one=source, into=source)
