"""A report's page: what it is, its text and versions, and what is done with it."""

import re
from datetime import UTC, datetime

import pytest
from django.utils import timezone

from dateline.archive.bring import bring_address, bring_given
from dateline.desk.reports.text import FIRST
from dateline.ledger import storage
from dateline.ledger.models import Derivation, Entry
from dateline.ledger.verbs.capturing import (
    Likeness,
    Picture,
    give_back,
    keep_capture,
    note_look,
    seal_capture,
)
from dateline.ledger.verbs.redacting import redact_report
from dateline.ledger.verbs.sources import SourceText, add_source
from tests.desk.conftest import words_of
from tests.desk.reports.archive import (
    ADDRESS,
    TEXT,
    captured,
    flagged,
    fresh,
    kept,
    lead_image,
)


@pytest.fixture
def report(alice):
    """Raids on Sarmin, captured once."""
    return captured(alice, posted_at=datetime(2015, 10, 21, 14, 40, tzinfo=UTC), canonical=ADDRESS)


def at(report, rest=""):
    return f"/desk/reports/{report.pk}/{rest}"


def page_of(here, report, query=""):
    return words_of(here.get(at(report, query)))


def test_it_says_what_is_known(enter, carl, report):
    authority = "https://freetsa.example.org"
    seal_capture(report.newest, authority=authority, token=b"t", at=timezone.now())
    page = page_of(enter(carl), report)
    for words in (
        *("Twelve dead in raids on Sarmin", "SMART News", "posted 21 Oct 2015 14:40 UTC", "· en"),
        *(
            report.newest.sha256,
            "text/html",
            f"{len(TEXT)} bytes",
            "kept 21 Oct 2015 17:58 UTC",
            authority,
        ),
        f'<a href="{ADDRESS}" rel="noopener noreferrer"',
        f"::card{{report={report.pk}}}",
        "Twelve people were killed in Sarmin.",
    ):
        assert words in page


def test_arabic_stands_from_the_right(enter, alice):
    page = page_of(enter(alice), captured(alice, text="قتل اثنا عشر", language="ar"))
    assert '<pre class="kept-text" dir="rtl" lang="ar">قتل اثنا عشر</pre>' in page


@pytest.mark.parametrize("language", ["", 'x" onclick="alert(1)', "en<b>"])
def test_a_lying_language_is_left_out(enter, alice, language):
    page = page_of(enter(alice), captured(alice, language=language[:35]))
    assert "onclick" not in page
    assert '<pre class="kept-text" dir="ltr">' in page


@pytest.mark.parametrize(
    "canonical", ["javascript:alert(1)", "data:text/html,x", "//evil.example.org/", "x"]
)
def test_a_pages_own_address_is_linked_only_where_it_is_one(enter, alice, canonical):
    page = page_of(enter(alice), captured(alice, canonical=canonical))
    assert f'href="{canonical}' not in page


def test_hostile_words_are_only_words(enter, alice):
    words = "</pre><script>alert(1)</script>"
    report = captured(alice, text=words, title=words, author=words, source_name=words[:120])
    keep_capture(report, kept(f"{words} more", title="x", author=words, source_name=words))
    assert "<script>alert" not in page_of(enter(alice), report, "?version=2")


def test_a_long_text_is_shown_in_part_and_whole_on_request(enter, alice):
    text = "word " * 2_000 + "the very end"
    report, here = captured(alice, text=text), enter(alice)
    assert "the very end" not in page_of(here, report)
    assert "Show all 10012 characters" in page_of(here, report)
    assert len(here.get(at(report)).context["text"].words) == FIRST
    assert "the very end" in page_of(here, report, "?all=1")


def test_lost_bytes_are_said(enter, alice, report):
    storage.drop(report.newest.text.sha256)
    page = page_of(enter(alice), report)
    assert "The bytes of this text are missing" in page
    assert enter(alice).get(at(report, "?version=1")).status_code == 200


def test_versions_stand_with_what_changed(enter, alice, report):
    text = TEXT.replace("Twelve", "Seventeen")
    keep_capture(report, kept(text, title="Seventeen dead", captured_at=timezone.now()))
    here = enter(alice)
    page = page_of(here, report, "?version=2")
    assert "<del>Twelve</del><ins>Seventeen</ins> people were killed in Sarmin." in page
    assert "Twelve dead in raids on Sarmin”\u2069 became \u2068“Seventeen dead”" in page
    assert ", 2 versions" in page
    for asked in ("1", "3", "0", "-1", "x", "", "9" * 99):
        assert "<del>" not in page_of(here, report, f"?version={asked}")


def test_trouble_stands_there_with_what_to_do(enter, alice):
    report = bring_address(by=alice, address=ADDRESS)
    give_back(report, trouble="The site answered 403.", due_at=None)
    page = page_of(enter(alice), report)
    assert "could not be reached: The site answered 403. It is not tried again by itself." in page
    assert "bring the file in" in page


@pytest.mark.parametrize("looks_like", ["paywall", "consent", "script", "empty", "unreadable"])
def test_what_it_looks_like_comes_with_advice(enter, alice, looks_like):
    response = enter(alice).get(at(captured(alice, looks_like=looks_like)))
    assert response.context["looks_like"]
    assert response.context["advice"]


def test_what_is_gone_at_its_source_says_so(enter, alice, report):
    note_look(report, standing="gone", at=timezone.now(), due_at=None)
    assert "deleted at source since" in page_of(enter(alice), report)


def test_flags_are_set_and_taken_back(enter, alice, report):
    here = enter(alice)
    form = {"graphic": "on", "opened": "on", "reason": "A court asked."}
    assert here.post(at(report, "flags/"), form).status_code == 302
    found = fresh(report)
    assert (found.graphic, found.opened, found.protected) == (True, True, False)
    assert Entry.objects.get(verb="flag_report").content.body["reason"] == "A court asked."
    assert here.post(at(report, "flags/"), {}).status_code == 302
    assert not fresh(report).graphic


def test_who_holds_a_report_back_learns_what_caches_must_forget(enter, alice, report):
    here = enter(alice)
    held = here.post(at(report, "flags/"), {"protected": "on"})
    assert re.fullmatch(r"/desk/redaction/\d+-\d+/", held["Location"])
    assert "Held back from readers" in words_of(here.get(held["Location"]))
    opened = here.post(at(report, "flags/"), {})
    assert opened["Location"] == f"/desk/reports/{report.pk}/"


def test_flags_that_contradict_each_other_are_refused(enter, alice, report):
    response = enter(alice).post(at(report, "flags/"), {"protected": "on", "opened": "on"})
    assert response.status_code == 400
    assert "Choose one" in words_of(response)
    for reason in ("x" * 301, "\x00"):
        assert enter(alice).post(at(report, "flags/"), {"reason": reason}).status_code == 400


def test_it_is_captured_again_on_request(enter, carl, report):
    for _ in range(2):
        assert enter(carl).post(at(report, "again/")).status_code == 302
    assert fresh(report).wanted
    assert "being captured again" in page_of(enter(carl), report)


def test_what_was_handed_in_has_no_address_to_capture(enter, carl, alice):
    report = bring_given(by=alice, data=b"Words")
    response = enter(carl).post(at(report, "again/"))
    assert response.status_code == 400
    assert "This report has no address" in words_of(response)


def test_its_source_is_chosen_by_name(enter, alice, report):
    source = add_source(by=alice, text=SourceText(name="White Helmets"))
    assert enter(alice).post(at(report, "source/"), {"source": "White Helmets"}).status_code == 302
    assert fresh(report).source == source
    for name in ("", "Nobody", "\x00"):
        assert enter(alice).post(at(report, "source/"), {"source": name}).status_code == 400
    assert fresh(report).source == source


def test_its_source_is_taken_away_again(enter, alice, carl, report):
    source = add_source(by=alice, text=SourceText(name="White Helmets"))
    enter(alice).post(at(report, "source/"), {"source": "White Helmets"})
    assert "None is known" in page_of(enter(alice), report)
    assert enter(carl).post(at(report, "source/"), {"none": "1"}).status_code == 403
    assert fresh(report).source == source
    assert enter(alice).post(at(report, "source/"), {"none": "1"}).status_code == 302
    assert fresh(report).source is None
    assert "None is known" not in page_of(enter(alice), report)


def test_a_confidential_source_hides_its_report(enter, alice, carl, report):
    add_source(by=alice, text=SourceText(name="Deep Throat", confidential=True))
    enter(alice).post(at(report, "source/"), {"source": "Deep Throat"})
    assert "Deep Throat" not in page_of(enter(carl), report)
    assert "Deep Throat" in page_of(enter(alice), report)


@pytest.fixture
def resting(alice, report):
    """A report that seems to rest on the first."""
    like = [Likeness(on=report.pk, why="text", score=93)]
    return captured(alice, "https://copy.example.org/", title="A copy", rests_on=like)


def test_a_likeness_is_confirmed_rejected_and_taken_back(enter, alice, report, resting):
    here, found = enter(alice), Derivation.objects.get()
    assert "rests on: nearly the same text 93 %" in page_of(here, resting)
    assert "is rested on by: nearly the same text 93 %" in page_of(here, report)
    for status in ("confirmed", "confirmed", "rejected", "proposed"):
        form = {"status": status, "at": str(report.pk)}
        response = here.post(f"/desk/derivations/{found.pk}/", form)
        assert response["Location"] == at(report)
        found.refresh_from_db()
        assert found.status == status
    assert here.post(f"/desk/derivations/{found.pk}/", {"status": "sure"}).status_code == 400
    elsewhere = {"status": "rejected", "at": "https://evil.example.org/"}
    assert here.post(f"/desk/derivations/{found.pk}/", elsewhere)["Location"] == at(resting)


def test_the_kept_bytes_are_handed_out_and_run_nothing(enter, alice, report):
    response = enter(alice).get(f"/desk/captures/{report.newest.pk}/warc")
    assert response.content == b"WARC of " + TEXT.encode()
    assert response["Content-Type"] == "application/warc"
    assert response["Content-Disposition"] == (
        f'attachment; filename="report-{report.pk}-1.warc.gz"'
    )
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["X-Content-Type-Options"] == "nosniff"
    storage.drop(report.newest.warc)
    assert enter(alice).get(f"/desk/captures/{report.newest.pk}/warc").status_code == 404


def test_its_picture_is_shown_as_what_it_is(enter, carl, alice):
    report = captured(alice, picture=lead_image())
    assert f'src="{at(report, "picture")}"' in page_of(enter(carl), report)
    response = enter(carl).get(at(report, "picture"))
    assert response["Content-Type"] == "image/png"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "Content-Disposition" not in response
    storage.drop(report.newest.image)
    assert enter(carl).get(at(report, "picture")).status_code == 404


def test_a_picture_of_another_kind_is_never_opened_in_the_page(enter, alice):
    svg = Picture(data=b"<svg onload='alert(1)'/>", format="SVG", width=4, height=3)
    response = enter(alice).get(at(captured(alice, picture=svg), "picture"))
    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"] == "attachment"


def test_a_graphic_picture_waits_for_a_click(enter, alice):
    report = captured(alice, picture=lead_image())
    flagged(alice, report, graphic=True)
    assert "<summary>Graphic picture: show it</summary>" in page_of(enter(alice), report)


def test_a_report_without_a_picture_has_none(enter, alice, report):
    assert enter(alice).get(at(report, "picture")).status_code == 404


@pytest.mark.django_db(transaction=True)
def test_its_owner_redacts_it_for_good(enter, owner, alice, report):
    here, address = enter(owner), at(report, "redact/")
    capture = report.newest
    assert "This cannot be undone" in words_of(here.get(address))
    assert here.post(address, {"reason": " "}).status_code == 400
    response = here.post(address, {"reason": "It names a shelter."})
    assert response["Location"].startswith("/desk/redaction/")
    assert here.get(response["Location"]).status_code == 200
    assert fresh(report).redacted
    assert here.post(address, {"reason": "Again."}).status_code == 400
    page = page_of(enter(alice), report)
    assert "Redacted report" in page
    assert "smart.example.org" not in page
    for path in (at(report, "picture"), f"/desk/captures/{capture.pk}/warc"):
        assert enter(alice).get(path).status_code == 404
    assert enter(alice).post(at(report, "again/")).status_code == 400
    assert "Redacted report" in words_of(enter(alice).get("/desk/wire/"))


@pytest.mark.django_db(transaction=True)
def test_a_likeness_to_a_redacted_report_is_gone(enter, owner, alice, report, resting):
    redact_report(by=owner, report=report, reason="A shelter.")
    assert "nearly the same text" not in page_of(enter(alice), resting)
