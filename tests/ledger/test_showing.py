"""What readers may know of a report. Whatever must not be known is not in the answer at all."""

import logging
import uuid
from dataclasses import fields

import pytest
from django.db import IntegrityError

from dateline.ledger.models import Capture, Report, ReportText, Source
from dateline.ledger.models.record import writing
from dateline.ledger.refusal import Refused
from dateline.ledger.showing import Shown, ShownPicture, shown, site_of, source_names
from dateline.ledger.verbs.capturing import give_back, keep_capture, note_look, seal_capture
from dateline.ledger.verbs.redacting import redact_report
from dateline.ledger.verbs.reports import (
    Caution,
    Flags,
    ask_again,
    attribute_report,
    bring_report,
    flag_report,
)
from dateline.ledger.verbs.sources import SourceText, add_source, edit_source, merge, part
from tests.ledger.kept import AT, asked, kept

pytestmark = pytest.mark.django_db(transaction=True)
SECRET = "Zephyrine Quill"


def card(report):
    return shown([report.pk])[report.pk]


def test_a_kept_report_shows_what_was_kept(report, capture):
    seal_capture(capture, authority="https://tsa.example.org", token=b"t", at=AT)
    assert card(report) == Shown(
        id=report.pk,
        state="kept",
        address="https://example.org/strike",
        asked="https://example.org/strike",
        site="example.org",
        source="The Agency",
        title="A strike on Sarmin",
        author="A. Reporter",
        excerpt="Rescuers say twelve died.",
        language="en",
        posted_at=AT,
        captured_at=AT,
        number=1,
        sha256=capture.sha256,
        media_type="text/html",
        size=capture.size,
        sealed_at=AT,
        sealed_by="https://tsa.example.org",
        picture=ShownPicture(sha256=capture.image, format="PNG", width=4, height=3),
    )


def test_the_newest_version_is_shown(report, other_report):
    keep_capture(other_report, kept(title="Another"))
    for n in range(1, 12):
        keep_capture(report, kept(title=f"Version {n}"))
    assert (card(report).title, card(report).number) == ("Version 11", 11)
    assert (card(other_report).title, card(other_report).number) == ("Another", 1)


def test_one_that_is_not_kept_yet_shows_what_was_asked_for(report, source, alice):
    attribute_report(by=alice, report=report, source=source)
    asked_for = {"address": report.address, "site": "example.org", "source": "Civil Defence"}
    assert card(report) == Shown(id=report.pk, state="capturing", **asked_for)
    give_back(report, trouble="example.org did not answer.", due_at=None)
    assert card(report) == Shown(id=report.pk, state="unreachable", **asked_for)


def test_how_it_stands_at_its_source(report, capture):
    note_look(report, standing="unchanged", at=AT, due_at=None)
    assert card(report).unchanged
    note_look(report, standing="gone", at=AT, due_at=None)
    assert (card(report).unchanged, card(report).gone_since, card(report).state) == (
        False,
        AT,
        "kept",
    )


def test_bytes_lead_out_only_where_an_editor_opened_them(report, capture, alice):
    assert card(report).warc == ""
    flag_report(by=alice, report=report, flags=Flags(opened=True))
    assert card(report).warc == capture.warc
    flag_report(by=alice, report=report, flags=Flags())
    assert card(report).warc == ""


def test_whom_it_identifies_is_not_shown(report, capture, alice):
    flag_report(by=alice, report=report, flags=Flags(identifies=True, graphic=True))
    found = card(report)
    assert (found.author, found.excerpt, found.picture) == ("", "", None)
    assert (found.identifies, found.graphic, found.state) == (True, True, "kept")


def test_an_unknown_id_is_left_out(report):
    assert set(shown([report.pk, uuid.uuid4(), report.pk])) == {report.pk}
    assert shown([]) == source_names([]) == source_names([uuid.uuid4()]) == {}


def protected(s):
    flag_report(by=s["alice"], report=s["report"], flags=Flags(protected=True, graphic=True))


def redacted(s):
    redact_report(by=s["owner"], report=s["report"], reason="It named a shelter.")


def of_a_confidential_source(s):
    attribute_report(by=s["alice"], report=s["report"], source=s["mole"])


def of_one_merged_into_a_confidential_source(s):
    attribute_report(by=s["alice"], report=s["report"], source=s["source"])
    merge(by=s["alice"], one=s["source"], into=s["mole"])


def of_a_confidential_source_merged_into_another(s):
    merge(by=s["alice"], one=s["mole"], into=s["source"])
    attribute_report(by=s["alice"], report=s["report"], source=s["mole"])


def of_one_merged_into_a_confidential_source_merged_into_another(s):
    other = add_source(by=s["alice"], text=SourceText(name="Other"))
    merge(by=s["alice"], one=other, into=s["mole"])
    merge(by=s["alice"], one=s["mole"], into=s["source"])
    attribute_report(by=s["alice"], report=s["report"], source=other)


def of_a_source_that_became_confidential(s):
    attribute_report(by=s["alice"], report=s["report"], source=s["source"])
    text = SourceText(name=SECRET, confidential=True)
    edit_source(by=s["alice"], source=s["source"], text=text)


def of_a_source_that_was_parted_from_a_confidential_one(s):
    of_one_merged_into_a_confidential_source(s)
    part(by=s["alice"], one=s["source"])


HELD = [
    protected,
    redacted,
    of_a_confidential_source,
    of_one_merged_into_a_confidential_source,
    of_a_confidential_source_merged_into_another,
    of_one_merged_into_a_confidential_source_merged_into_another,
    of_a_source_that_became_confidential,
    of_a_source_that_was_parted_from_a_confidential_one,
]
each_way = pytest.mark.parametrize("hold", HELD, ids=lambda hold: hold.__name__)


@pytest.fixture
def scene(report, capture, alice, owner, source, mole):
    """A report that is open, sealed, gone and graphic: everything that could be shown of it."""
    seal_capture(capture, authority="https://tsa.example.org", token=b"t", at=AT)
    note_look(report, standing="gone", at=AT, due_at=None)
    flag_report(by=alice, report=report, flags=Flags(graphic=True, opened=True))
    return locals()


@each_way
def test_one_that_is_held_shows_its_state_and_nothing_else(scene, hold):
    before = card(scene["report"])
    empty = {field.name for field in fields(Shown) if not getattr(before, field.name)}
    assert empty == {"looks_like", "unchanged", "identifies"}
    hold(scene)
    assert card(scene["report"]) == Shown(id=scene["report"].pk, state="held")


@each_way
def test_one_that_is_held_shows_nothing_either_before_it_is_kept(scene, other_report, hold):
    hold({**scene, "report": other_report})
    assert card(other_report) == Shown(id=other_report.pk, state="held")


def test_a_forged_row_that_is_open_and_held_at_once_stays_held(report, capture):
    for held in ({"protected": True}, {"redacted": True}):
        with writing():
            Report.objects.update(**{"protected": False, "redacted": False, "opened": True} | held)
        assert card(report) == Shown(id=report.pk, state="held")


def test_a_confidential_sources_name_is_empty_through_every_merge(alice, mole, source):
    outer, inner, end = (add_source(by=alice, text=SourceText(name=name)) for name in "XYZ")
    merge(by=alice, one=source, into=mole)  # source → mole
    merge(by=alice, one=inner, into=mole)  # inner → mole → end
    merge(by=alice, one=mole, into=end)
    merge(by=alice, one=outer, into=inner)  # outer → end
    every = [one.pk for one in (outer, inner, end, mole, source)]
    names = source_names([*every, uuid.uuid4()])
    assert names == dict.fromkeys(every, "")


def test_a_merged_source_bears_the_others_name(alice, report, source):
    attribute_report(by=alice, report=report, source=source)
    helmets = add_source(by=alice, text=SourceText(name="The White Helmets"))
    merge(by=alice, one=source, into=helmets)
    assert card(report).source == "The White Helmets"
    assert source_names([source.pk]) == {source.pk: "The White Helmets"}


@pytest.mark.parametrize(
    ("address", "site"),
    [
        ("https://www.example.org/a", "example.org"),
        ("https://EXAMPLE.org:8443/", "example.org"),
        ("http://пример.рф/", "пример.рф"),
        ("https://user:secret@example.org/", "example.org"),
        ("https://[::1]/", "::1"),
        ("https://[bad/", ""),
        ("http://[::ffff:1.2.3.4", ""),
        ("redacted-0a1b2c3d", ""),
        ("javascript:alert(1)", ""),
        ("//example.org/", "example.org"),
        ("", ""),
        ("\0", ""),
        ("https://", ""),
        ("https://ex\nample.org", "example.org"),
    ],
    ids=ascii,
)
def test_the_site_of_an_address(address, site):
    assert site_of(address) == site


@pytest.fixture
def planted(alice, carl):
    """A protected report that holds the secret wherever it can, and its confidential source."""
    text = SourceText(name=SECRET, address="t.me/zephyrine", reliability_note=SECRET)
    source = add_source(by=alice, text=text)
    report = bring_report(
        by=carl, asked=asked("https://t.me/zephyrine/quill"), caution=Caution(protected=True)
    )
    words = ("title", "author", "site_name", "excerpt", "canonical", "url")
    keep_capture(
        report,
        kept(SECRET, source_address="t.me/zephyrine", **dict.fromkeys(words, SECRET)),
    )
    give_back(report, trouble=f"{SECRET} did not answer.", due_at=None)
    text = SourceText(name=SECRET, address="t.me/zephyrine", confidential=True)
    return Report.objects.get(pk=report.pk), edit_source(by=alice, source=source, text=text)


def silent(words):
    return "zephyrine" not in words.lower() and "quill" not in words.lower()


def test_a_secret_is_in_nothing_that_is_shown(planted):
    report, source = planted
    assert silent(repr(shown([report.pk])))
    assert silent(repr(source_names([source.pk])))


def test_a_secret_is_in_nothing_that_a_log_or_an_error_may_repeat(planted, caplog):
    report, source = planted
    assert report.source == source
    capture, text = Capture.objects.get(), ReportText.objects.get()
    for record in (report, source, capture, text):
        assert silent(f"{record} {record!r} {record.name_in_log}")
    logging.getLogger("dateline").error("%s %r %s", report, source, capture)
    assert silent(caplog.text)


def test_a_secret_is_in_no_refusal_and_no_error(planted, owner, alice, carl):
    report, source = planted
    with pytest.raises(Refused) as not_open:
        flag_report(by=alice, report=report, flags=Flags(opened=True))
    with writing(), pytest.raises(IntegrityError) as twice:
        Source.objects.create(name="X", address=source.address)
    with writing(), pytest.raises(IntegrityError) as same_key:
        Report.objects.create(key=report.key, brought_at=AT)
    redact_report(by=owner, report=report, reason="It named someone.")
    with pytest.raises(Refused) as again:
        ask_again(by=carl, report=report)
    for raised in (not_open, twice, same_key, again):
        assert silent(f"{raised.value} {raised.value!r}")


@pytest.fixture
def hundred(alice, carl):
    """A hundred reports in three versions, each of its own source, merged twice over."""
    end = add_source(by=alice, text=SourceText(name="End"))
    reports = []
    for n in range(100):
        report = bring_report(by=carl, asked=asked(f"https://example.org/{n}"))
        for _ in range(1 + 2 * (n < 10)):
            keep_capture(report, kept(source_address=f"t.me/{n}", picture=None))
        reports.append(report.pk)
    every = list(Source.objects.exclude(pk=end.pk))
    for one, into in zip(every[:50], every[50:], strict=True):
        merge(by=alice, one=one, into=into)
        merge(by=alice, one=into, into=end)
    return reports


def test_a_hundred_reports_take_as_many_queries_as_one(hundred, django_assert_max_num_queries):
    with django_assert_max_num_queries(2):
        found = shown(hundred)
    assert {one.source for one in found.values()} == {"End"}
    assert sorted({one.number for one in found.values()}) == [1, 3]
    sources = list(Source.objects.values_list("pk", flat=True))
    with django_assert_max_num_queries(1):
        assert set(source_names(sources).values()) == {"End"}
