"""WARC files: what two other libraries read in ours, and what we find wrong in others."""

import base64
import dataclasses
import getpass
import gzip
import hashlib
import io
import socket
from datetime import UTC, datetime, timedelta, timezone

import pytest
from fastwarc.warc import ArchiveIterator as FastIterator
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from dateline import __version__
from dateline.archive.warc import WarcError, faults, record, record_given, records

from .exchanges import AT, NOW, PAGE, exchange

MOVED = exchange(
    "http://example.org/s",
    b"",
    (("Location", "https://example.org/sarmin"),),
    status=301,
    reason="Moved Permanently",
)
GZIPPED = exchange(
    "https://example.org/gzip",
    gzip.compress(PAGE, mtime=0),
    (("Content-Type", "text/html"), ("Content-Encoding", "gzip")),
)
PICTURE = ("urn:dateline:screenshot", "image/png", b"\x89PNG")


@pytest.fixture
def kept():
    return record([MOVED, exchange(), GZIPPED], now=NOW, resources=[PICTURE])


def plain(warc):
    return gzip.decompress(warc)


def by_kind(warc):
    return [(found.kind, found.uri) for found in records(warc)]


# What others read


def test_warcio_reads_every_record_and_verifies_its_digests(kept):
    read = []
    for found in ArchiveIterator(io.BytesIO(kept), check_digests="raise"):
        body = found.content_stream().read()
        assert found.digest_checker.passed, found.digest_checker.problems
        read.append((found.rec_type, found.rec_headers["WARC-Target-URI"], body))
    assert [kind for kind, _, _ in read] == ["warcinfo"] + ["request", "response"] * 3 + [
        "resource"
    ]
    bodies = {uri: body for kind, uri, body in read if kind in ("response", "resource")}
    assert bodies["https://example.org/sarmin"] == PAGE
    # warcio undoes the content-encoding: the body is kept as it came.
    assert bodies["https://example.org/gzip"] == PAGE
    assert bodies["urn:dateline:screenshot"] == b"\x89PNG"


def test_fastwarc_reads_every_record_and_verifies_its_digests(kept):
    count = 0
    for found in FastIterator(io.BytesIO(kept), parse_http=False):
        assert found.verify_block_digest()
        if found.is_http:
            found.parse_http()
            assert found.verify_payload_digest()
        count += 1
    assert count == 8


def test_every_record_is_a_gzip_member_of_its_own(kept):
    for found in records(kept):
        member = gzip.decompress(kept[found.offset : found.offset + found.length])
        assert member.startswith(b"WARC/1.1\r\n")
        assert member.count(b"WARC-Record-ID") == 1


def test_the_digests_are_the_sha256_that_the_ledger_keeps(kept):
    found = next(one for one in records(kept) if one.kind == "response" and one.status == 200)
    assert found.digest == f"sha256:{hashlib.sha256(PAGE).hexdigest()}"


# What is told


def test_a_record_tells_what_was_asked_when_and_of_which_server(kept):
    read = list(ArchiveIterator(io.BytesIO(kept)))
    request, response = read[3], read[4]
    for one in (request, response):
        assert one.rec_headers["WARC-Target-URI"] == "https://example.org/sarmin"
        assert one.rec_headers["WARC-Date"] == "2015-10-21T17:58:03.250000Z"
        assert one.rec_headers["WARC-IP-Address"] == "93.184.216.34"
    assert request.rec_headers["WARC-Concurrent-To"] == response.rec_headers["WARC-Record-ID"]
    assert response.rec_headers["WARC-Concurrent-To"] == request.rec_headers["WARC-Record-ID"]
    assert request.http_headers.statusline == "/sarmin HTTP/1.1"
    assert response.http_headers.statusline == "200 OK"


@pytest.mark.parametrize(
    ("server", "address"),
    [("93.184.216.34:443", "93.184.216.34"), ("[2001:db8::1]:443", "2001:db8::1"), ("", "")],
)
def test_the_server_s_address_is_told_where_it_is_known(server, address):
    warc = record([exchange(server=server)], now=NOW)
    assert {found.address for found in records(warc)} == {"", address}
    assert (b"WARC-IP-Address" in plain(warc)) == bool(address)


def test_a_time_is_told_in_utc_wherever_it_was_taken():
    damascus = timezone(timedelta(hours=3))
    warc = record([exchange(began_at=AT.astimezone(damascus))], now=NOW)
    assert {found.date for found in records(warc)} == {NOW, AT}


def test_the_request_s_question_is_kept():
    warc = record([exchange("https://example.org?a=1&b=%D8%AD#part")], now=NOW)
    assert b"GET /?a=1&b=%D8%AD HTTP/1.1\r\n" in plain(warc)


def test_headers_are_the_wire_s_bytes_again():
    headers = (("X-Place", "Alépo".encode().decode("latin-1")), ("X-Same", "1"), ("x-same", "2"))
    warc = record([exchange(headers=headers)], now=NOW)
    assert "X-Place: Alépo\r\nX-Same: 1\r\nx-same: 2\r\n".encode() in plain(warc)
    assert next(one for one in records(warc) if one.kind == "response").headers == headers


def test_a_body_that_came_in_chunks_is_not_said_to_be_chunked():
    warc = record([exchange(headers=(("Transfer-Encoding", "chunked"),))], now=NOW)
    assert b"\r\nX-Orig-Transfer-Encoding: chunked\r\n" in plain(warc)
    assert faults(warc) == []


def test_the_same_exchanges_make_the_same_file(kept):
    assert record([MOVED, exchange(), GZIPPED], now=NOW, resources=[PICTURE]) == kept


def test_each_record_has_a_name_of_its_own(kept):
    names = [found.id for found in records(kept)]
    assert len(set(names)) == len(names) == 8


def test_a_request_that_nobody_knows_is_not_made_up():
    warc = record([exchange(request_headers=())], now=NOW)
    assert [kind for kind, _ in by_kind(warc)] == ["warcinfo", "response"]


# What must not be told


def test_nothing_tells_of_the_newsroom_s_machine(kept):
    info = next(records(kept))
    assert info.payload.decode().splitlines() == [
        f"software: Dateline {__version__}",
        "format: WARC File Format 1.1",
        "conformsTo: "
        "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
    ]
    for word in (socket.gethostname(), f"user {getpass.getuser()}", "operator", "WARC-Filename"):
        assert word.encode() not in plain(kept)


@pytest.mark.parametrize(
    "name", ["Cookie", "cookie", "Set-Cookie", "Authorization", "PROXY-AUTHORIZATION", "X-Real-IP"]
)
def test_what_tells_who_asked_is_left_out_even_if_the_fetcher_let_it_through(name):
    secret = ((name, "hunter2"), ("X-Other", "stays"))
    warc = record([exchange(headers=secret, request_headers=secret)], now=NOW)
    assert b"hunter2" not in plain(warc)
    assert plain(warc).count(b"X-Other: stays") == 2


def test_a_header_cannot_begin_another_one():
    headers = (("X-A", "1\r\nSet-Cookie: a=b\r\n\r\n<script>"),)
    found = [*records(record([exchange(headers=headers)], now=NOW))][-1]
    assert found.headers == (("X-A", "1  Set-Cookie: a=b    <script>"),)
    assert found.payload == PAGE


def test_a_file_that_was_handed_in_is_named_by_its_hash_alone():
    warc = record_given(b"%PDF-1.7", media_type="application/pdf", now=NOW)
    info, given = records(warc)
    assert (info.kind, given.kind) == ("warcinfo", "resource")
    assert given.uri == f"urn:dateline:given:{hashlib.sha256(b'%PDF-1.7').hexdigest()}"
    assert (given.media_type, given.payload, given.date) == ("application/pdf", b"%PDF-1.7", NOW)
    assert faults(warc) == []


# Reading


def test_what_was_written_is_read_again(kept):
    _, _, moved, _, page, _, packed, picture = records(kept)
    assert (moved.status, moved.header("location")) == (301, "https://example.org/sarmin")
    assert (page.status, page.media_type, page.payload) == (200, "text/html", PAGE)
    assert (page.start_line, page.date, page.digest_ok) == ("HTTP/1.1 200 OK", AT, True)
    assert packed.payload == GZIPPED.body
    assert (picture.status, picture.media_type, picture.headers) == (None, "image/png", ())
    assert picture.offset + picture.length == len(kept)


def test_a_file_that_is_not_gzipped_is_read_too(kept):
    bare = [dataclasses.replace(one, offset=0, length=0) for one in records(plain(kept))]
    assert bare == [dataclasses.replace(one, offset=0, length=0) for one in records(kept)]


def test_it_reads_from_an_open_file(kept, tmp_path):
    (tmp_path / "kept.warc.gz").write_bytes(kept)
    with (tmp_path / "kept.warc.gz").open("rb") as file:
        assert list(records(file)) == list(records(kept))


def test_a_record_that_is_too_large_is_told_of_and_not_read(kept):
    small = list(records(kept, most_bytes=150))
    assert len(small) == 8
    large = [one for one in small if not one.whole]
    assert {one.kind for one in large} == {"response"}
    assert all(one.payload == b"" and one.digest_ok is None for one in large)


@pytest.mark.parametrize(
    "data", [b"no WARC at all" * 40, gzip.compress(b"<html>" * 40, mtime=0), bytes(99)]
)
def test_what_is_no_warc_is_said(data):
    with pytest.raises(WarcError, match="no WARC file, or it is damaged"):
        list(records(data))


def foreign(**headers):
    """Return a WARC of another program with one page in it."""
    out = io.BytesIO()
    writer = WARCWriter(out, warc_version="1.0")
    http = StatusAndHeaders("200 OK", [("Content-Type", "Text/HTML")], protocol="HTTP/1.0")
    fields = {name.replace("_", "-"): value for name, value in headers.items()}
    made = writer.create_warc_record(
        "https://example.org/", "response", io.BytesIO(PAGE), len(PAGE), "", fields, None, http
    )
    writer.write_record(made)
    return out.getvalue()


SPELLINGS = {
    "sha1 in base 32": "sha1:" + base64.b32encode(hashlib.sha1(PAGE).digest()).decode(),  # noqa: S324  as others write it
    "sha-256 in hex": "sha-256:" + hashlib.sha256(PAGE).hexdigest().upper(),
    "sha256 in base 32": "sha256:" + base64.b32encode(hashlib.sha256(PAGE).digest()).decode(),
    "sha256 in base 64": "sha256:" + base64.b64encode(hashlib.sha256(PAGE).digest()).decode(),
    "md5": "md5:" + hashlib.md5(PAGE).hexdigest(),  # noqa: S324  as others write it
}


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_digests_are_checked_however_they_are_spelt(spelling):
    given = SPELLINGS[spelling]
    unknown = {"WARC_Block_Digest": "xxh3:1234"}
    (sound,) = records(foreign(WARC_Payload_Digest=given, **unknown))
    assert sound.digest_ok is True
    label, _, value = given.partition(":")
    wrong = f"{label}:{'A' if value[0] != 'A' else 'B'}{value[1:]}"
    (lying,) = records(foreign(WARC_Payload_Digest=wrong, **unknown))
    assert lying.digest_ok is False


def test_a_digest_of_a_kind_that_nobody_knows_proves_nothing_either_way():
    unknown = {"WARC_Payload_Digest": "xxh3:12", "WARC_Block_Digest": "shake_128:12"}
    (found,) = records(foreign(**unknown))
    assert found.digest_ok is None


@pytest.mark.parametrize(
    "date", ["", "yesterday", "2015-13-40T00:00:00Z", "0001-01-01T00:00:00+14:00"]
)
def test_a_date_that_is_none_is_none(date):
    (found,) = records(foreign(WARC_Date=date or "-"))
    assert found.date is None


@pytest.mark.parametrize("date", ["2015-10-21T17:58:03Z", "2015-10-21T17:58:03.000000000Z"])
def test_dates_of_other_programs_are_read(date):
    (found,) = records(foreign(WARC_Date=date))
    assert found.date == datetime(2015, 10, 21, 17, 58, 3, tzinfo=UTC)


# Faults


def test_the_largest_page_that_is_fetched_is_read_again():
    assert faults(record([exchange(body=bytes(50_000_000))], now=NOW)) == []


def test_a_sound_file_has_no_faults(kept):
    assert faults(kept) == []


def test_a_changed_byte_is_found_in_any_record(kept):
    for found in records(kept):
        member = gzip.decompress(kept[found.offset : found.offset + found.length])
        changed = gzip.compress(member[:-5] + bytes([member[-5] ^ 1]) + member[-4:])
        damaged = kept[: found.offset] + changed + kept[found.offset + found.length :]
        name = found.uri or found.kind
        said = f"The {found.kind} of {name} is not what it was: its digest does not match."
        assert said in faults(damaged)


def test_a_digest_that_was_taken_off_is_found(kept):
    bare = gzip.compress(plain(kept).replace(b"-Digest", b"-Dagest"))
    assert len([fault for fault in faults(bare) if "digest does not match" in fault]) == 8


def test_a_file_that_was_cut_anywhere_is_found(kept):
    for end in range(0, len(kept), 41):
        assert faults(kept[:end]), end
    assert faults(kept[:-1]) == ["The file is cut short."]


def test_a_gzip_error_is_found(kept):
    middle = len(kept) // 2
    damaged = kept[:middle] + bytes([kept[middle] ^ 255]) + kept[middle + 1 :]
    assert "The file is no gzip file, or it is damaged." in faults(damaged)


def test_a_missing_half_of_a_pair_is_found(kept):
    _, first_request, first_response, *rest = records(kept)
    assert rest

    def without(one):
        return kept[: one.offset] + kept[one.offset + one.length :]

    name = first_request.uri
    assert faults(without(first_request)) == [f"The response of {name} stands without its request."]
    assert faults(without(first_response)) == [f"The request of {name} stands without its answer."]


@pytest.mark.parametrize(
    "data", [b"", b"x", b"no WARC" * 99, gzip.compress(b"no WARC" * 99, mtime=0)]
)
def test_what_is_no_warc_at_all_has_faults(data):
    assert faults(data)
