"""The wire shows what came in, newest first, and takes an address, a file or pasted text."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from dateline.archive.bring import bring_address
from dateline.desk.wire.rows import PAGE
from dateline.ledger.models import Report, Source
from dateline.ledger.verbs.capturing import give_back, note_look
from dateline.ledger.verbs.claims import accept_claim, reject_claim
from dateline.ledger.verbs.proposing import make_claim
from dateline.ledger.verbs.sources import SourceText, add_source
from dateline.ledger.verbs.watching import Found, add_watch, note_watch
from dateline.server.serving import MEDIA_UPLOADS
from tests.desk.conftest import words_of
from tests.desk.reports.archive import ADDRESS, captured, flagged
from tests.ledger.claimed import said
from tests.ledger.kept import TEXT as REPORTED

WIRE, TEXT, FILE = "/desk/wire/", "/desk/wire/text/", "/desk/media/reports/"
NONE_SUCH = "3f1c6c0e-9d0b-4b53-8a67-5d2f0a1be6c4"
JSON = {"Accept": "application/json"}


def file(data=b"%PDF-1.4 words", name="briefing.pdf"):
    return SimpleUploadedFile(name, data)


def wire_of(here, query=""):
    return words_of(here.get(f"{WIRE}{query}"))


def test_an_address_is_brought_in_and_stands_in_the_wire(enter, carl):
    here = enter(carl)
    response = here.post(WIRE, {"address": f" {ADDRESS} "}, follow=True)
    report = Report.objects.get()
    assert (report.address, report.brought_by, report.protected) == (ADDRESS, carl, False)
    assert response.redirect_chain == [(f"/desk/reports/{report.pk}/", 302)]
    assert "Brought in: being captured." in words_of(response)
    assert ADDRESS in wire_of(here)
    assert "being captured" in wire_of(here)


def test_the_same_address_twice_is_one_report(enter, carl, alice):
    for person in (carl, carl, alice):
        assert enter(person).post(WIRE, {"address": ADDRESS}).status_code == 302
    assert Report.objects.count() == 1


@pytest.mark.parametrize(
    "address",
    [
        "",
        " ",
        "smart.example.org",
        "ftp://example.org/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https://user:word@example.org/",
        "https://",
        "https://a\x00b.example.org/",
        f"https://example.org/{'x' * 2000}",
    ],
)
def test_what_is_no_address_is_refused_in_words_and_stays_typed(enter, carl, address):
    response = enter(carl).post(WIRE, {"address": address})
    assert response.status_code == 400
    assert 'role="alert"' in words_of(response) or 'class="error"' in words_of(response)
    refused = enter(carl).post(WIRE, {"address": address}, headers=JSON)
    assert refused.status_code == 400
    assert refused.json()["refused"]
    assert not Report.objects.exists()


def test_a_script_gets_the_line_of_the_card(enter, carl):
    answer = enter(carl).post(WIRE, {"address": ADDRESS}, headers=JSON).json()
    report = Report.objects.get()
    assert answer == {
        "directive": f"::card{{report={report.pk}}}",
        "said": "Brought in: being captured.",
    }


def test_what_may_not_leave_the_desk_is_protected_from_the_start(enter, alice):
    here = enter(alice)
    here.post(WIRE, {"address": ADDRESS, "protected": "on"})
    here.post(TEXT, {"text": "Words", "protected": "on"})
    here.post(FILE, {"file": file(), "protected": "on"})
    assert list(Report.objects.values_list("protected", flat=True)) == [True] * 3


def test_a_file_is_brought_in_where_large_bodies_are_let_in(enter, carl):
    assert FILE.startswith(MEDIA_UPLOADS)
    response = enter(carl).post(FILE, {"file": file(b"x" * 3_000_000)}, follow=True)
    assert response.status_code == 200
    report = Report.objects.get()
    assert (report.given_name, report.address) == ("briefing.pdf", "")
    assert report.given_warc
    assert "briefing.pdf" in wire_of(enter(carl))


def test_pasted_text_is_brought_in_with_its_source(enter, carl, alice):
    source = add_source(by=alice, text=SourceText(name="White Helmets", address="wh.example.org"))
    for words in ("White Helmets", "white helmets", "White Helmets · wh.example.org"):
        form = {"text": f"Twelve. {words}", "title": "A statement", "source": words}
        assert enter(carl).post(TEXT, form).status_code == 302
    reports = Report.objects.values_list("source", "given_title")
    assert set(reports) == {(source.pk, "A statement")}
    assert "A statement" in wire_of(enter(carl))


def test_two_sources_of_one_name_are_told_apart_by_address(enter, carl, alice):
    for address in ("a.example.org", "b.example.org"):
        add_source(by=alice, text=SourceText(name="News", address=address))
    response = enter(carl).post(TEXT, {"text": "Words", "source": "News"})
    assert response.status_code == 400
    assert "Choose one with its address" in words_of(response)
    assert "Words" in words_of(response)
    enter(carl).post(TEXT, {"text": "Words", "source": "News · b.example.org"})
    assert Report.objects.get().source == Source.objects.get(address="b.example.org")


@pytest.mark.parametrize("text", ["", " \n", "\x00"])
def test_empty_text_is_refused(enter, carl, text):
    assert enter(carl).post(TEXT, {"text": text}).status_code == 400
    assert not Report.objects.exists()


@pytest.mark.parametrize("fields", [{}, {"file": file(b"")}, {"file": file(b"  ")}])
def test_an_empty_file_is_refused(enter, carl, fields):
    response = enter(carl).post(FILE, fields)
    assert response.status_code == 400
    assert 'class="error"' in words_of(response) or 'role="alert"' in words_of(response)
    assert not Report.objects.exists()


@pytest.mark.parametrize("name", ["../../etc/passwd", "<script>alert(1)</script>.html", "a\u202eb"])
def test_a_files_name_is_only_words(enter, carl, name):
    enter(carl).post(FILE, {"file": file(name=name)})
    page = wire_of(enter(carl))
    assert Report.objects.count() == 1
    assert "<script>alert" not in page
    assert "etc/passwd" not in page


def test_a_row_says_how_it_stands(enter, alice):
    watch = add_watch(by=alice, address="https://smart.example.org/feed")
    now = timezone.now()
    note_watch(watch, Found(due_at=now, looked_at=now, title="The feed"), [])
    plain = captured(alice, "https://kept.example.org/", looks_like="paywall", language="ar")
    flagged(alice, plain, graphic=True, identifies=True)
    gone = captured(alice, "https://gone.example.org/")
    note_look(gone, standing="gone", at=now, due_at=None)
    bring_address(by=None, address="https://new.example.org/", watch=watch)
    bad = bring_address(by=alice, address="https://bad.example.org/")
    give_back(bad, trouble="It did not answer", due_at=now)
    page = wire_of(enter(alice))
    for words in (
        *("SMART News", "· ar", "looks like a paywall", "graphic"),
        *("identifies a person", "deleted at source since", "being captured"),
        *("from the watch <bdi>The feed</bdi>", "https://new.example.org/"),
        f"could not be reached: It did not answer. Next try {now:%H:%M} UTC.",
    ):
        assert words in page


def test_older_reports_are_one_press_away(enter, carl):
    for n in range(PAGE + 3):
        bring_address(by=carl, address=f"https://example.org/{n:03}")
    here = enter(carl)
    first = here.get(WIRE)
    rows, older = first.context["wire"].rows, first.context["wire"].older
    assert len(rows) == PAGE
    assert rows[0].title.endswith(f"{PAGE + 2:03}")
    rest = here.get(f"{WIRE}?before={older}").context["wire"]
    assert [row.title[-3:] for row in rest.rows] == ["002", "001", "000"]
    assert rest.older is None


@pytest.mark.parametrize("before", ["", "x", "1", "-1", "'", "\x00", NONE_SUCH, "9" * 500])
def test_a_strange_place_to_go_on_from_begins_at_the_newest(enter, carl, before):
    bring_address(by=carl, address=ADDRESS)
    assert len(enter(carl).get(WIRE, {"before": before}).context["wire"].rows) == 1


def test_many_versions_cost_no_more_questions(enter, carl, django_assert_max_num_queries):
    for n in range(30):
        captured(carl, f"https://example.org/{n % 10}", text=f"Words {n}")
    here = enter(carl)
    with django_assert_max_num_queries(40):
        here.get(WIRE)


def test_the_page_renews_its_rows_alone(enter, carl):
    bring_address(by=carl, address=ADDRESS)
    part = words_of(enter(carl).get(WIRE, headers={"HX-Request": "true"}))
    assert ADDRESS in part
    assert "<html" not in part


def test_a_title_is_only_words(enter, alice):
    captured(alice, title="<img src=x onerror=alert(1)>", source_name="<b>bold</b>")
    page = wire_of(enter(alice))
    assert "<img" not in page
    assert "<b>bold" not in page


def test_a_row_counts_the_claims_that_stand(enter, alice, column):
    report = captured(alice, text=REPORTED)
    text = report.newest.text
    first, second, third = (
        make_claim(by=alice, text=text, said=said(words)) for words in ("people", "twelve", "died")
    )
    assert "3 claims proposed<" in wire_of(enter(alice))
    accept_claim(by=alice, claim=first, column=column, based_on=1)
    reject_claim(by=alice, claim=second, based_on=1, reason="No figure.")
    assert "1 claim proposed, 1 accepted<" in wire_of(enter(alice))
    flagged(alice, report, protected=True)
    accept_claim(by=alice, claim=third, column=column, based_on=1)
    assert "2 claims accepted<" in wire_of(enter(alice))


def test_a_held_row_counts_no_claims(enter, alice, carl):
    report = captured(alice, text=REPORTED)
    make_claim(by=alice, text=report.newest.text, said=said("people"))
    flagged(alice, report, protected=True)
    assert "claim" not in wire_of(enter(carl)).split('id="wire"')[1]


def test_what_came_in_today_says_its_time_alone(enter, carl):
    now = bring_address(by=carl, address=ADDRESS).brought_at
    assert f"</span>{now:%H:%M} UTC</span>" in wire_of(enter(carl))
