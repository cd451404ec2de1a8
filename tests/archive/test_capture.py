"""One capture: what is kept of a page, and when a second look makes a second version."""

import io
from datetime import timedelta

import pytest
from django.utils import timezone
from fastwarc.warc import ArchiveIterator
from warcio.archiveiterator import ArchiveIterator as WarcioIterator

from dateline.archive import telegram
from dateline.archive.bring import bring_address
from dateline.archive.brought import Brought
from dateline.ledger import storage
from dateline.ledger.models import Capture, Entry, Source
from dateline.ledger.verbs.in_hand import take
from dateline.ledger.verbs.reports import ask_again
from dateline.ledger.verify import verify
from tests.archive.news import SENTENCES, article, photograph
from tests.archive.watch.conftest import sample

pytestmark = pytest.mark.django_db

HEAD = """<meta name="author" content="Lina Haddad">
<meta property="og:site_name" content="Sarmin Today">
<meta property="og:image" content="/lead.jpg">
<meta property="article:published_time" content="2015-10-20T09:30:00Z">"""


@pytest.fixture
def page(hostile):
    """A page of news with a lead image; its address."""
    hostile.put("/lead.jpg", photograph(1), {"Content-Type": "image/jpeg"})
    return hostile.put("/news", article(head=HEAD))


def warc_of(capture):
    return storage.read(capture.warc)


def records_of(capture):
    """Return kind, address and payload of each record, as warcio reads them."""
    found = WarcioIterator(io.BytesIO(warc_of(capture)), verify_http=True)
    return [
        (one.rec_type, one.rec_headers.get_header("WARC-Target-URI"), one.content_stream().read())
        for one in found
    ]


def test_a_page_becomes_a_report_with_all_that_it_says_of_itself(page, capture):
    before = timezone.now()
    report = capture(page)
    kept = report.newest
    assert (kept.number, kept.title, kept.author) == (1, "A strike on Sarmin", "Lina Haddad")
    assert (kept.language, kept.media_type, kept.status) == ("en", "text/html", 200)
    assert (kept.url, kept.site_name, kept.looks_like) == (page, "Sarmin Today", "")
    assert kept.posted_at.isoformat() == "2015-10-20T09:30:00+00:00"
    assert before <= kept.captured_at <= timezone.now()
    assert kept.size == len(article(head=HEAD))
    assert kept.sha256 == storage.sha256_of(article(head=HEAD))
    assert (report.standing, report.trouble, report.tries, report.busy_until) == ("", "", 0, None)
    assert report.due_at > timezone.now() + timedelta(minutes=50)


def test_its_text_is_stored_once_with_the_extractor_and_its_code_points(page, capture):
    text = capture(page).newest.text
    words = storage.read(text.sha256).decode()
    assert all(sentence in words for sentence in SENTENCES)
    assert (text.number, text.length) == (1, len(words))
    assert text.extractor.startswith("dateline-1 trafilatura-")


def test_the_source_is_made_from_the_address(page, capture):
    source = capture(page).source
    assert (source.address, source.name) == ("127.0.0.1", "Sarmin Today")
    assert Source.objects.count() == 1


def test_the_warc_holds_request_and_answer_of_page_and_picture(page, capture, hostile):
    kept = capture(page).newest
    told = [(kind, address) for kind, address, _ in records_of(kept)]
    image = hostile.url("/lead.jpg")
    assert told[0][0] == "warcinfo"
    assert sorted(told[1:]) == sorted(
        [("response", page), ("request", page), ("response", image), ("request", image)]
    )
    bodies = {address: body for kind, address, body in records_of(kept) if kind == "response"}
    assert bodies == {page: article(head=HEAD), image: photograph(1)}
    assert len(list(ArchiveIterator(io.BytesIO(warc_of(kept)), verify_digests=True))) == 5


def test_the_lead_image_is_kept_beside_it(page, capture):
    kept = capture(page).newest
    assert storage.read(kept.image) == photograph(1)
    assert (kept.image_format, kept.image_width, kept.image_height) == ("JPEG", 320, 240)
    assert len(kept.image_hash) == 64


@pytest.mark.parametrize("answer", [(b"<p>No", 200), (photograph(1), 404), (b"", 200)])
def test_a_lead_image_that_is_none_takes_nothing_from_the_report(capture, hostile, answer):
    hostile.put("/lead.jpg", answer[0], status=answer[1])
    kept = capture(hostile.put("/news", article(head=HEAD))).newest
    assert (kept.title, kept.image) == ("A strike on Sarmin", "")
    assert {address for _, address, _ in records_of(kept)[1:]} == {hostile.url("/news")}


def test_neither_cookies_nor_our_own_address_are_anywhere_in_it(capture, hostile):
    kept = capture(hostile.url("/tells-the-client")).newest
    text = b"".join(
        one.reader.read() + repr([*one.http_headers]).encode()
        for one in ArchiveIterator(io.BytesIO(warc_of(kept)), parse_http=True)
        if one.http_headers
    ).lower()
    assert b"x-kept" in text
    for secret in (b"set-cookie", b"geoip", b"session=1", b"forwarded", b"x-real-ip"):
        assert secret not in text


def test_the_ledger_holds_after_it(page, capture):
    capture(page)
    assert verify().broken is None
    assert Entry.objects.filter(verb="keep_capture").exists()


# A second look


def test_a_page_that_says_the_same_is_unchanged(page, capture, look):
    report = capture(page)
    look(report)
    assert (Capture.objects.count(), report.standing) == (1, "unchanged")
    assert report.looked_at > report.newest.captured_at


def test_other_markup_is_no_other_version(hostile, capture, look):
    report = capture(hostile.put("/news", article()))
    hostile.put("/news", article(chatter="<script>let visit = 2</script><!-- 18:02 -->"))
    look(report)
    assert (Capture.objects.count(), report.standing) == (1, "unchanged")


@pytest.mark.parametrize(
    "changed",
    [article(*SENTENCES[:4], "Nobody was hurt."), article(title="A strike on nothing")],
    ids=["words", "title"],
)
def test_other_words_are_a_second_version_and_the_first_stays(hostile, capture, look, changed):
    report = capture(hostile.put("/news", article()))
    first = report.newest
    bytes_of_it = warc_of(first)
    hostile.put("/news", changed)
    look(report)
    assert [one.number for one in report.captures.order_by("number")] == [1, 2]
    assert report.newest.title == ("A strike on nothing" if b"nothing" in changed else first.title)
    assert (report.standing, warc_of(first)) == ("", bytes_of_it)


def test_who_asks_again_gets_a_version_of_what_has_not_changed(page, capture, look, owner):
    report = capture(page)
    ask_again(by=owner, report=report)
    look(report)
    assert (report.newest.number, report.wanted) == (2, False)
    look(report)
    assert (report.newest.number, report.standing) == (2, "unchanged")


def test_the_same_address_in_another_dress_is_the_same_report(page, capture):
    report = capture(page)
    again = bring_address(by=None, address=f"{page}?utm_source=telegram#comments")
    assert again == report


# Telegram


def test_a_telegram_post_is_kept_under_the_address_that_people_know(keeper, db):
    report = bring_address(by=None, address="https://t.me/s/sarmin_now/12")
    assert telegram.fetched_as(report.address) == "https://t.me/sarmin_now/12?embed=1&mode=tme"
    brought = Brought(
        at=timezone.now(),
        body=sample("telegram.html"),
        url=telegram.fetched_as(report.address),
        status=200,
        media_type="text/html",
    )
    kept = keeper.keep(take(report), brought)
    report.refresh_from_db()
    assert kept.url == report.canonical == "https://t.me/sarmin_now/12"
    assert report.source.address == "t.me/sarmin_now"
