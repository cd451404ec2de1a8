"""Other groups' web archives: what their tools write is read, what attackers write is refused."""

import dataclasses
import gzip
import io
import json
import zipfile
from datetime import UTC, datetime, timedelta

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from dateline.archive.imports import webarchive
from dateline.archive.imports.found import Bad, ForeignError, Found
from dateline.archive.imports.webarchive import read
from dateline.archive.wacz import Item, pack
from dateline.archive.warc import faults, record
from dateline.archive.warc import read as reading_warc
from tests.archive.exchanges import AT, NOW, PAGE, exchange

URL = "https://example.org/sarmin"
HTTP = "93.184.216.34:80"
LATER = AT + timedelta(days=1)


@pytest.fixture
def reading(tmp_path):
    """Write bytes under a name and read them as an archive: `reading(data, name=…)`."""

    def _reading(data, name="theirs.warc.gz"):
        (tmp_path / name).write_bytes(data)
        return list(read(tmp_path / name, now=NOW))

    return _reading


def theirs(*answers, request=True, gzipped=True):
    """Return a WARC as warcio writes it: (URL, body, headers, more WARC headers) an answer."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=gzipped, warc_version="1.0")
    for url, body, headers, more in answers:
        status = dict(headers).pop("Status", "200 OK")
        http = StatusAndHeaders(status, [h for h in headers if h[0] != "Status"], "HTTP/1.1")
        fields = {"WARC-Date": "2015-10-21T17:58:03Z", "WARC-IP-Address": "203.0.113.9"} | more
        kind = fields.pop("WARC-Type", "response")
        response = writer.create_warc_record(
            url,
            kind,
            io.BytesIO(body),
            http_headers=http,
            length=len(body),
            warc_headers_dict=fields,
        )
        if not request:
            writer.write_record(response)
            continue
        asked = [("Host", "example.org"), ("Cookie", "session=1"), ("Authorization", "Basic eA==")]
        lines = StatusAndHeaders("GET /sarmin HTTP/1.1", asked, is_http_request=True)
        made = writer.create_warc_record(url, "request", http_headers=lines)
        writer.write_request_response_pair(made, response)
    return out.getvalue()


HTML = (("Content-Type", "text/html; charset=utf-8"),)
PLAIN_PAGE = (URL, PAGE, HTML, {})


def packed(warcs, pages=None, **other):
    """Return a zip of WARC files and a list of pages."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, data in warcs.items():
            file.writestr(f"archive/{name}", data)
        if pages is not None:
            lines = [{"format": "json-pages-1.0", "id": "pages"}, *pages]
            listed = "\n".join(one if isinstance(one, str) else json.dumps(one) for one in lines)
            file.writestr("pages/pages.jsonl", listed)
        for name, data in other.items():
            file.writestr(name, data)
    return out.getvalue()


# .warc and .warc.gz


@pytest.mark.parametrize("gzipped", [True, False])
def test_a_page_is_read_with_what_was_asked_for_it(reading, gzipped):
    (found,) = reading(theirs(PLAIN_PAGE, gzipped=gzipped))
    assert (found.line, found.url, found.archived_at) == (1, URL, AT.replace(microsecond=0))
    assert found.matches is True
    (kept,) = found.exchanges
    assert (kept.url, kept.status, kept.reason, kept.http_version) == (URL, 200, "OK", "HTTP/1.1")
    assert (kept.method, kept.server) == ("GET", "203.0.113.9:443")
    assert (kept.body, kept.headers) == (PAGE, HTML)


def test_a_file_of_ours_comes_back_as_it_was(reading):
    original = record([exchange()], now=NOW)
    (found,) = reading(original)
    assert found.warc == original
    assert found.exchanges == (exchange(),)


def test_cookies_and_passwords_stay_outside(reading):
    page = (URL, PAGE, (*HTML, ("Set-Cookie", "session=1")), {})
    (found,) = reading(theirs(page))
    assert found.exchanges[0].request_headers == (("Host", "example.org"),)
    for word in (b"session=1", b"Basic", b"Cookie"):
        assert word not in gzip.decompress(found.warc)


def test_what_is_written_again_is_sound_and_holds_that_page_alone(reading):
    other = ("https://example.org/other", b"<p>other", HTML, {})
    one, two = reading(theirs(PLAIN_PAGE, other))
    assert faults(one.warc) == faults(two.warc) == []
    assert {found.uri for found in reading_warc.records(two.warc)} == {
        "",
        "https://example.org/other",
    }


def test_a_request_that_they_did_not_keep_is_not_made_up(reading):
    (found,) = reading(theirs(PLAIN_PAGE, request=False))
    assert found.exchanges[0].request_headers == ()
    assert [one.kind for one in reading_warc.records(found.warc)] == ["warcinfo", "response"]


def test_only_html_that_was_answered_is_a_page(reading):
    found = reading(
        theirs(
            ("https://example.org/a.png", b"PNG", (("Content-Type", "image/png"),), {}),
            ("https://example.org/gone", b"<p>", (("Status", "404 Not Found"), *HTML), {}),
            ("https://example.org/moved", b"", (("Status", "301 Moved"), *HTML), {}),
            PLAIN_PAGE,
        )
    )
    assert [one.url for one in found] == [URL]


CHUNKED = (("Transfer-Encoding", "chunked"), *HTML)


@pytest.mark.parametrize("body", [b"5\r\n<p>Tw\r\n4\r\nelve\r\n0\r\n\r\n", b"<p>Twelve"])
def test_chunks_are_put_together_where_they_are_still_there(reading, body):
    (found,) = reading(theirs((URL, body, CHUNKED, {})))
    assert found.exchanges[0].body == b"<p>Twelve"
    assert faults(found.warc) == []


def test_a_page_that_was_changed_since_is_told(reading):
    wrong = {"WARC-Payload-Digest": "sha1:" + "A" * 32}
    (found,) = reading(theirs((URL, PAGE, HTML, wrong)))
    assert found.matches is False


def test_a_page_without_a_time_is_reported_and_the_next_is_read(reading):
    broken, sound = reading(theirs((URL, PAGE, HTML, {"WARC-Date": "-"}), PLAIN_PAGE))
    assert isinstance(broken, Bad)
    assert "no time" in broken.why
    assert sound.url == URL


NO_ARCHIVES = [b"x", b"<html>" * 99, gzip.compress(b"<html>" * 99), b"PK\x03\x04" + bytes(99)]


@pytest.mark.parametrize("data", NO_ARCHIVES, ids=range(len(NO_ARCHIVES)))
def test_what_is_no_archive_is_refused(reading, data):
    with pytest.raises(ForeignError, match=r"^theirs\.warc\.gz cannot be read"):
        reading(data)


def test_an_empty_archive_has_no_pages(reading):
    assert reading(b"") == []
    assert reading(packed({}, [])) == []


def test_an_archive_that_was_cut_short_is_refused(reading):
    with pytest.raises(ForeignError, match="cannot be read"):
        reading(theirs(PLAIN_PAGE, PLAIN_PAGE)[:-20])


# .wacz


def test_a_file_that_we_packed_is_read_again(tmp_path):
    kept = record([exchange(), exchange("https://example.org/b")], now=NOW)
    items = [Item(url=URL, captured_at=AT, title="صرمين", warc=kept)]
    pack(tmp_path / "ours.wacz", items, now=NOW)
    (found,) = read(tmp_path / "ours.wacz", now=NOW)
    assert (found.url, found.title, found.matches) == (URL, "صرمين", True)
    assert found.warc == record([exchange()], now=NOW)


def test_a_page_is_followed_through_its_redirects(reading):
    moved = exchange("http://example.org/s", b"", (("Location", "/t"),), status=302, server=HTTP)
    again = exchange("http://example.org/t", b"", (("Location", URL),), status=301, server=HTTP)
    kept = {"a.warc.gz": record([exchange(), again], now=NOW), "b.warc": record([moved], now=NOW)}
    (found,) = reading(
        packed(kept, [{"url": "http://example.org/s", "ts": "2015-10-21T17:58:03Z"}])
    )
    assert found.exchanges == (moved, again, exchange())


def test_of_several_answers_the_nearest_in_time_is_the_page_s(reading):
    before = exchange(body=b"before")
    after = exchange(body=b"after", began_at=LATER)
    pages = [
        {"url": URL, "ts": "2015-10-21T17:00:00Z"},
        {"url": URL, "ts": "2015-10-23T00:00:00Z"},
        {"url": URL, "ts": "when?"},
    ]
    found = reading(packed({"a.warc.gz": record([after, before], now=NOW)}, pages))
    assert [one.exchanges[0].body for one in found] == [b"before", b"after", b"after"]


@pytest.mark.parametrize("url", [f"{URL}#part", "https://example.org"])
def test_an_address_is_found_however_the_list_spells_it(reading, url):
    kept = record([exchange(), exchange("https://example.org/")], now=NOW)
    (found,) = reading(packed({"a.warc.gz": kept}, [{"url": url}]))
    assert found.url == url


def test_pages_that_a_crawler_found_by_itself_are_read_too(reading):
    extra = {"pages/extraPages.jsonl": json.dumps({"url": "https://example.org/b"})}
    kept = record([exchange(), exchange("https://example.org/b")], now=NOW)
    found = reading(packed({"a.warc.gz": kept}, [{"url": URL}], **extra))
    assert [(one.line, one.url) for one in found] == [(1, URL), (2, "https://example.org/b")]


BAD_LINES = {
    "no JSON": "{",
    "no page": "[1]",
    "no address": {"ts": "2015-10-21T17:58:03Z"},
    "an address that is none": {"url": ["x"]},
    "a page that is not in it": {"url": "https://example.org/absent"},
    "a bad address": {"url": "https://[x/"},
    "JSON without end": "[" * 100_000,
}


@pytest.mark.parametrize("what", BAD_LINES)
def test_a_bad_line_is_reported_and_the_next_is_read(reading, what):
    kept = {"a.warc.gz": record([exchange()], now=NOW)}
    bad, sound = reading(packed(kept, [BAD_LINES[what], {"url": URL, "title": 3}]))
    assert isinstance(bad, Bad)
    assert bad.line == 1
    assert (sound.line, sound.url, sound.title) == (2, URL, "")


def test_pages_that_cannot_be_whole_are_reported(reading):
    loop = exchange("https://example.org/a", b"", (("Location", "/a"),), status=301)
    lost = exchange("https://example.org/b", b"", (("Location", "/absent"),), status=301)
    odd = exchange("https://example.org/c", b"", (("Location", "https://[x/"),), status=301)
    pages = [{"url": f"https://example.org/{name}"} for name in "abc"]
    bad = reading(packed({"a.warc.gz": record([loop, lost, odd], now=NOW)}, pages))
    assert [one.line for one in bad] == [1, 2, 3]
    assert "redirects again and again" in bad[0].why
    assert "holds no answer of https://example.org/absent" in bad[1].why


def test_a_page_that_is_only_said_to_be_the_same_is_reported(reading):
    same = theirs((URL, b"", HTML, {"WARC-Type": "revisit"}))
    (bad,) = reading(packed({"a.warc.gz": same}, [{"url": URL}]))
    assert "the same as before" in bad.why


def test_a_page_that_is_too_large_is_reported(reading, monkeypatch):
    monkeypatch.setattr(reading_warc, "MOST_BYTES", 1000)
    kept = record([exchange(body=b"x" * 2000), exchange("https://example.org/b")], now=NOW)
    bad, sound = reading(
        packed({"a.warc.gz": kept}, [{"url": URL}, {"url": "https://example.org/b"}])
    )
    assert "too large" in bad.why
    assert isinstance(sound, Found)


# Attacks


def test_names_that_lead_outside_are_not_followed(reading, tmp_path):
    kept = {"../../evil.warc.gz": record([exchange()], now=NOW)}
    assert len(reading(packed(kept, [{"url": URL}]), "theirs.wacz")) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["theirs.wacz"]


def test_a_file_that_unpacks_without_end_is_refused(reading, monkeypatch):
    monkeypatch.setattr(webarchive, "MOST_UNPACKED", 3_000_000)
    bomb = gzip.compress(bytes(10_000_000))
    with pytest.raises(ForeignError, match="unpacks to more than"):
        reading(bomb)
    with pytest.raises(ForeignError, match="unpacks to more than"):
        reading(packed({"a.warc.gz": bomb}, []))
    several = {f"{n}.warc.gz": record([exchange(body=bytes(1_000_000))], now=NOW) for n in range(4)}
    with pytest.raises(ForeignError, match="unpacks to more than"):
        reading(packed(several, []))


def test_a_deflated_bomb_is_refused(reading, monkeypatch):
    monkeypatch.setattr(webarchive, "MOST_UNPACKED", 3_000_000)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("archive/a.warc", bytes(10_000_000))
    with pytest.raises(ForeignError, match="unpacks to more than"):
        reading(out.getvalue())


LIMITS = {
    "MOST_MEMBERS": "files",
    "MOST_RECORDS": "records",
    "MOST_PAGES": "pages",
    "MOST_LISTED": "bytes",
}


@pytest.mark.parametrize("limit", LIMITS)
def test_how_much_an_archive_holds_is_bounded(reading, monkeypatch, limit):
    monkeypatch.setattr(webarchive, limit, 1)
    kept = {"a.warc.gz": record([exchange()], now=NOW)}
    with pytest.raises(ForeignError, match=f"more than 1 {LIMITS[limit]}"):
        reading(packed(kept, [{"url": URL}] * 2))


def test_a_line_without_end_is_not_read_whole(reading, monkeypatch):
    monkeypatch.setattr(webarchive, "MOST_LINE", 100)
    kept = {"a.warc.gz": record([exchange()], now=NOW)}
    *bad, sound = reading(packed(kept, [{"url": "x" * 250}, {"url": URL}]))
    assert [type(one) for one in bad] == [Bad] * len(bad)
    assert sound.url == URL


def test_a_zip_with_a_password_is_refused(reading):
    locked = bytearray(packed({"a.warc.gz": b"secret"}, []))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(mark) + at] |= 1
    with pytest.raises(ForeignError, match="cannot be read"):
        reading(bytes(locked))


def test_a_zip_that_was_damaged_is_refused(reading):
    whole = packed({"a.warc.gz": record([exchange()], now=NOW)}, [{"url": URL}])
    for end in range(len(whole) - 200, len(whole), 23):
        with pytest.raises(ForeignError, match="cannot be read"):
            reading(whole[:end])
    damaged = whole.replace(gzip.compress(b"")[:2], b"\x1f\x8c", 1)
    with pytest.raises(ForeignError, match="cannot be read"):
        reading(damaged)


def test_one_time_is_as_good_as_another(reading):
    long_ago = exchange(began_at=datetime(1, 1, 1, tzinfo=UTC))
    (found,) = reading(record([dataclasses.replace(long_ago, server="")], now=NOW))
    assert found.archived_at.year == 1
