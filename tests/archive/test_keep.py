"""Keeping what came, whatever it is: lies, files, pages that hide their words, odd addresses."""

import io
from datetime import UTC, datetime

import pytest
from django.utils import timezone
from PIL import Image

from dateline.archive import warc
from dateline.archive.bring import bring_address, bring_given
from dateline.archive.brought import Brought
from dateline.archive.fetch.failure import FetchError
from dateline.archive.verify import faults_of
from dateline.ledger import storage
from dateline.ledger.models import Capture, Report
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.in_hand import let_go_of_all, take
from dateline.ledger.verbs.redacting import redact_report
from tests.archive.extract.pages import page
from tests.archive.extract.test_looks import BANNER, TEASER, WALL
from tests.archive.extract.test_other_kinds import pdf
from tests.archive.hostile import ARTICLE, PACKED
from tests.archive.news import SENTENCES, article, photograph

pytestmark = pytest.mark.django_db

MP4 = b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom" + bytes(64)


def text_of(capture):
    return storage.read(capture.text.sha256).decode()


# Lies


@pytest.mark.parametrize(
    "path", ["/lying/type", "/lying/charset", "/lying/encoding", "/no-type", "/chunked"]
)
def test_what_bytes_are_is_judged_by_themselves(hostile, capture, path):
    kept = capture(hostile.url(path)).newest
    if path != "/chunked":
        assert (kept.media_type, kept.title) == ("text/html", "Assad in Moscow")
        assert text_of(kept).strip() == "“Words” – слова."
        assert kept.sha256 == storage.sha256_of(ARTICLE)
    assert list(faults_of(kept)) == []


@pytest.mark.parametrize("coding", PACKED)
def test_what_came_packed_is_hashed_unpacked_and_proved(hostile, capture, coding):
    report = capture(hostile.url(f"/packed/{coding}"))
    if report.newest is None:  # three times over is no honest server's
        assert coding.count("gzip") == 3
        return
    assert report.newest.sha256 == storage.sha256_of(ARTICLE)
    assert report.newest.size == len(ARTICLE)
    assert list(faults_of(report.newest)) == []


def test_redirects_stand_in_the_warc_and_the_answer_gives_the_address(hostile, capture):
    report = capture(hostile.url("/steps/3"))
    assert report.newest.url == hostile.url("/steps/0")
    assert report.address == hostile.url("/steps/3")
    assert list(faults_of(report.newest)) == []


# Files as bare addresses

BARE = {
    "paper.pdf": (pdf(SENTENCES[0]), "application/pdf", SENTENCES[0]),
    "picture.jpg": (photograph(3), "image/jpeg", ""),
    "video.mp4": (MP4, "video/mp4", ""),
    "note.txt": ("Убито двенадцать.\nСармин".encode(), "text/plain", "Убито двенадцать.\nСармин"),
    "data.bin": (bytes(range(256)), "application/octet-stream", ""),
    "list.json": (b'{"killed": 12}', "application/json", '{"killed": 12}'),
}


@pytest.mark.parametrize("name", BARE)
@pytest.mark.parametrize("told", ["", "text/html"])
def test_a_file_as_a_bare_address_is_kept_whole(hostile, capture, name, told):
    body, media_type, words = BARE[name]
    if told and media_type in ("text/plain", "application/json"):
        return  # a page may hold no tag at all: here what the server says decides
    hostile.put(f"/{name}", body, {"Content-Type": told} if told else {})
    kept = capture(hostile.url(f"/{name}")).newest
    assert (kept.media_type, kept.sha256) == (media_type, storage.sha256_of(body))
    assert text_of(kept).strip() == words
    assert list(faults_of(kept)) == []


def test_a_picture_is_its_own_lead_image(hostile, capture):
    hostile.put("/photo", photograph(3), {"Content-Type": "image/jpeg"})
    kept = capture(hostile.url("/photo")).newest
    assert storage.read(kept.image) == photograph(3)
    assert (kept.image_width, kept.image_height) == (320, 240)


# Pages that hide their words

HIDING = {
    "paywall": page(f"{TEASER}<div class=paywall-box><p>{WALL}</p></div>"),
    "consent": page(BANNER),
    "script": b"<!doctype html><title>App</title><div id=root></div>"
    b"<noscript>You need to enable JavaScript to run this app.</noscript>"
    b"<script src=/app.js></script>",
    "empty": b"",
}


@pytest.mark.parametrize("looks", HIDING)
def test_a_page_that_hides_its_words_is_kept_and_says_what_it_looks_like(hostile, capture, looks):
    report = capture(hostile.put("/hiding", HIDING[looks]))
    assert report.newest.looks_like == looks
    assert report.standing == ""
    assert list(faults_of(report.newest)) == []


# Addresses that no record holds


def test_an_address_that_grew_too_long_loses_no_evidence(hostile, capture):
    hostile.put("/news", article())
    long = f"/news?{'x' * 3000}"
    kept = capture(hostile.put("/go", b"", {"Location": long}, 302)).newest
    assert (kept.title, kept.url) == ("A strike on Sarmin", hostile.url("/go"))
    assert hostile.url(long) in {one.uri for one in warc.records(storage.read(kept.warc))}


def test_an_address_in_russian_is_six_times_as_long_when_it_is_asked(hostile, capture):
    hostile.put("/" + "%D0%B6" * 500, article())
    address = hostile.url("/" + "ж" * 500)
    kept = capture(address).newest
    assert (kept.title, kept.url) == ("A strike on Sarmin", address)


def test_a_canonical_address_on_another_site_is_no_source(hostile, capture):
    head = "<link rel=canonical href='https://www.bbc.co.uk/news/world-1'>"
    report = capture(hostile.put("/forged", article(head=head)))
    assert report.source.address == "127.0.0.1"
    assert report.canonical == hostile.url("/forged")


# Handed in


def test_a_file_is_kept_and_its_name_stays_on_the_desk(look):
    report = look(bring_given(by=None, data=article(), name="From Sadiq Haddad.html"))
    kept = report.newest
    assert (kept.title, kept.url, kept.status) == ("A strike on Sarmin", "", None)
    assert (report.source, report.due_at, report.canonical) == (None, None, "")
    assert b"Sadiq" not in storage.read(kept.warc)
    assert list(faults_of(kept)) == []


def test_pasted_text_is_kept_word_for_word(look):
    words = "قُتل اثنا عشر شخصًا في سرمين.\n\nTwelve."
    report = look(bring_given(by=None, data=words.encode(), title="From a witness"))
    assert text_of(report.newest) == words
    assert report.newest.title in ("From a witness", "قُتل اثنا عشر شخصًا في سرمين.")


def test_a_page_that_is_handed_in_makes_no_request(hostile, look):
    page = article(head=f'<meta property="og:image" content="{hostile.url("/spy.gif")}">')
    look(bring_given(by=None, data=page, name="saved.html"))
    assert hostile.seen == []


# Not ours any more


@pytest.mark.django_db(transaction=True)
def test_what_was_redacted_meanwhile_is_not_kept(hostile, keeper, owner, data):
    report = bring_address(by=None, address=hostile.url("/article"))
    taken = take(report)
    redact_report(by=owner, report=report, reason="It names a shelter.")
    with pytest.raises(Refused, match="redacted meanwhile"):
        keeper.keep(taken, brought_now())
    assert not Capture.objects.exists()
    assert list(data.glob("bytes/*/*")) == []


def test_what_another_process_took_in_hand_meanwhile_is_kept_by_it_alone(hostile, keeper):
    first = take(bring_address(by=None, address=hostile.url("/article")))
    let_go_of_all()  # a worker that was started anew
    second = take(Report.objects.get())
    keeper.keep(second, brought_now())
    with pytest.raises(Refused, match="Another process"):
        keeper.keep(first, brought_now())
    assert Capture.objects.count() == 1


def test_nothing_is_kept_once_dateline_is_being_stopped(hostile, keeper):
    report = take(bring_address(by=None, address=hostile.url("/article")))
    keeper.fetcher.close()
    with pytest.raises(FetchError, match="being stopped"):
        keeper.keep(report, brought_now())
    assert not Capture.objects.exists()


def brought_now():
    return Brought(at=timezone.now(), body=ARTICLE, url="https://example.org/", status=200)


def test_a_picture_larger_than_any_screen_is_no_lead_image(keeper, hostile):
    report = take(bring_address(by=None, address="https://example.org/big.png"))
    buffer = io.BytesIO()
    Image.new("1", (9000, 9000)).save(buffer, "PNG")
    at = datetime(2015, 10, 21, tzinfo=UTC)
    brought = Brought(at=at, body=buffer.getvalue(), url=report.address, warc=b"")
    kept = keeper.keep(report, brought)
    assert (kept.media_type, kept.image, kept.captured_at) == ("image/png", "", at)
