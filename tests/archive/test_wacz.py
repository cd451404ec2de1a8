"""WACZ files: what stands in them, and that a peer replays them in a real browser."""

import gzip
import hashlib
import io
import json
import os
import re
import stat
import tracemalloc
import zipfile
from datetime import timedelta

import brotli
import pytest
from fastwarc.warc import ArchiveIterator
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import sync_playwright

from dateline.archive import wacz
from dateline.archive.wacz import Item, WaczError, cdx_lines, key, pack
from dateline.archive.warc import SOFTWARE, WarcError, record, record_given
from tests.journeys.conftest import BROWSER
from tests.pictures import picture

from .exchanges import AT, NOW, PAGE, exchange
from .replay import index, pywb, replaying

assert pywb  # a fixture, found by its name

SARMIN = "https://www.example.org/Sarmin?b=2&a=1"
PICTURE = "https://example.org/red.png"


def item(url=SARMIN, body=PAGE, title="Sarmin", at=AT, **fields):
    """Return one capture of one page."""
    made = record([exchange(url, body, began_at=at, **fields)], now=NOW)
    return Item(url=url, captured_at=at, title=title, warc=made)


def text(url, body, *, encoding):
    headers = (("Content-Type", "text/html; charset=utf-8"), ("Content-Encoding", encoding))
    return item(url, body, encoding, headers=headers)


@pytest.fixture
def items():
    """Return a page, its picture, a page that moved there, and a file that was handed in."""
    red = item(PICTURE, picture(), "", headers=(("Content-Type", "image/png"),))
    moved = exchange("http://example.org/old", b"", (("Location", SARMIN),), status=302)
    both = record([moved, exchange(SARMIN, began_at=NOW)], now=NOW)
    handed = record_given(b"%PDF", media_type="application/pdf", now=NOW)
    urn = f"urn:dateline:given:{hashlib.sha256(b'%PDF').hexdigest()}"
    return [
        item(),
        red,
        Item(url="http://example.org/old", captured_at=NOW, title="حلب", warc=both),
        Item(url=urn, captured_at=NOW, title="", warc=handed),
    ]


@pytest.fixture
def packed(items, tmp_path):
    pack(tmp_path / "kept.wacz", items, now=NOW)
    with zipfile.ZipFile(tmp_path / "kept.wacz") as opened:
        yield opened


# What stands in it


def test_it_holds_what_the_standard_asks_for(packed, items):
    names = [f"archive/{hashlib.sha256(one.warc).hexdigest()}.warc.gz" for one in items]
    rest = ["indexes/index.cdx", "pages/pages.jsonl", "datapackage.json", "datapackage-digest.json"]
    assert packed.namelist() == names + rest
    assert packed.testzip() is None


def test_every_capture_stands_in_it_as_it_was_kept(packed, items):
    for one in items:
        name = f"archive/{hashlib.sha256(one.warc).hexdigest()}.warc.gz"
        assert packed.read(name) == one.warc


def test_captures_are_stored_as_they_are_so_that_a_reader_can_jump_into_them(packed):
    for info in packed.infolist():
        stored = info.compress_type == zipfile.ZIP_STORED
        assert stored == info.filename.startswith("archive/")


def test_the_manifest_has_the_hash_and_size_of_every_file(packed):
    package = json.loads(packed.read("datapackage.json"))
    listed = {one["path"]: one for one in package.pop("resources")}
    assert list(listed) == packed.namelist()[:-2]
    for path, one in listed.items():
        data = packed.read(path)
        assert one["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        assert one["bytes"] == len(data)
        assert re.fullmatch(r"[-a-z0-9._]+", one["name"])
    assert package == {
        "profile": "data-package",
        "wacz_version": "1.1.1",
        "software": SOFTWARE,
        "created": "2015-10-21T18:00:00Z",
    }


def test_the_manifest_s_own_hash_stands_beside_it(packed):
    data = packed.read("datapackage.json")
    assert json.loads(packed.read("datapackage-digest.json")) == {
        "path": "datapackage.json",
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
    }


def test_the_pages_are_listed_as_they_came(packed, items):
    head, *pages = map(json.loads, packed.read("pages/pages.jsonl").splitlines())
    assert head == {"format": "json-pages-1.0", "id": "pages", "title": "Pages"}
    assert [page["url"] for page in pages] == [one.url for one in items]
    assert [page["ts"] for page in pages] == ["2015-10-21T17:58:03Z"] * 2 + [
        "2015-10-21T18:00:00Z"
    ] * 2
    assert [page.get("title") for page in pages] == ["Sarmin", None, "حلب", None]
    assert len({page["id"] for page in pages}) == 4


def test_the_index_leads_to_every_answer_and_file(packed):
    lines = packed.read("indexes/index.cdx").decode().splitlines()
    found = []
    for line in lines:
        told = json.loads(line.split(" ", 2)[2])
        archive = packed.read(f"archive/{told['filename']}")
        start, length = int(told["offset"]), int(told["length"])
        (one,) = ArchiveIterator(io.BytesIO(archive[start : start + length]))
        assert one.headers["WARC-Target-URI"] == told["url"]
        assert one.headers["WARC-Payload-Digest"] == told["digest"]
        found.append((told["url"], told.get("status"), told.get("mime")))
    assert len(found) == 5
    assert (SARMIN, "200", "text/html") in found
    assert ("http://example.org/old", "302", None) in found


def test_the_index_is_sorted_by_its_bytes(packed):
    lines = packed.read("indexes/index.cdx").splitlines()
    assert lines == sorted(lines)


def test_a_capture_that_is_named_twice_is_packed_once(tmp_path):
    pack(tmp_path / "kept.wacz", [item(), item(title="Again")], now=NOW)
    with zipfile.ZipFile(tmp_path / "kept.wacz") as opened:
        assert len(opened.namelist()) == 5
        assert len(opened.read("indexes/index.cdx").splitlines()) == 1
        assert len(opened.read("pages/pages.jsonl").splitlines()) == 3


def test_nothing_at_all_can_be_packed(tmp_path):
    pack(tmp_path / "kept.wacz", [], now=NOW)
    with zipfile.ZipFile(tmp_path / "kept.wacz") as opened:
        assert opened.read("indexes/index.cdx") == b""


# How it is written


def test_the_same_captures_make_the_same_file(items, tmp_path):
    for name in ("one.wacz", "two.wacz"):
        pack(tmp_path / name, iter(items), now=NOW)
    assert (tmp_path / "one.wacz").read_bytes() == (tmp_path / "two.wacz").read_bytes()


def test_it_is_for_its_owner_alone(items, tmp_path):
    pack(tmp_path / "kept.wacz", items, now=NOW)
    assert stat.S_IMODE((tmp_path / "kept.wacz").stat().st_mode) == 0o600


def test_progress_is_told(items, tmp_path):
    told = []
    pack(tmp_path / "kept.wacz", items, now=NOW, progress=told.append)
    assert told == [1, 2, 3, 4]


def test_a_name_that_is_taken_is_refused(items, tmp_path):
    (tmp_path / "kept.wacz").write_bytes(b"what stands here")
    with pytest.raises(WaczError, match="exists already"):
        pack(tmp_path / "kept.wacz", items, now=NOW)
    assert (tmp_path / "kept.wacz").read_bytes() == b"what stands here"


def broken(items):
    yield from items
    raise OSError(5, "Input/output error")


def test_what_fails_half_way_leaves_nothing(items, tmp_path, monkeypatch):
    with pytest.raises(OSError, match="Input/output"):
        pack(tmp_path / "kept.wacz", broken(items), now=NOW)
    damaged = Item(url="https://example.org/", captured_at=NOW, title="", warc=b"no WARC" * 99)
    with pytest.raises(WarcError, match="damaged"):
        pack(tmp_path / "kept.wacz", [*items, damaged], now=NOW)

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(wacz.os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        pack(tmp_path / "kept.wacz", items, now=NOW)
    assert list(tmp_path.iterdir()) == []


def test_memory_does_not_grow_with_what_is_packed(tmp_path):
    body = os.urandom(200_000)

    def many(count):
        for n in range(count):
            yield item(f"https://example.org/{n}", body + bytes([n]), at=AT + timedelta(seconds=n))

    def peak(count):
        tracemalloc.start()
        pack(tmp_path / f"{count}.wacz", many(count), now=NOW)
        size = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return size

    few = peak(5)
    assert peak(100) < few + 500_000


# The index's keys


def test_an_index_is_what_a_peer_makes_of_the_same_file(pywb, items, tmp_path):
    for one in items:
        (tmp_path / "kept.warc.gz").write_bytes(one.warc)
        theirs = [line.split(" ", 2) for line in index(pywb, tmp_path / "kept.warc.gz")]
        ours = [line.split(" ", 2) for line in cdx_lines(one.warc, "kept.warc.gz")]
        assert [line[:2] for line in ours] == [line[:2] for line in theirs]
        for mine, peer in zip(ours, theirs, strict=True):
            told, said = json.loads(mine[2]), json.loads(peer[2])
            assert {name: told[name] for name in ("url", "offset", "length", "filename")} == {
                name: said[name] for name in ("url", "offset", "length", "filename")
            }


ADDRESSES = [
    "http://example.org",
    "https://www2.Example.org:8443/A//b/../c/./d/?b=2&a=1&A",
    "http://example.org:80/?",
    "https://example.org:443/x#part",
    "https://example.org/%D8%AD%D9%84%D8%A8?q=%D8%AD%20x",
    "https://example.org/حلب?q=حلب",
    "http://user:secret@example.org/x",
    "https://t.me/s/channel?before=10",
    "https://example.org/a%2520b%25",
    "https://example.org/topic.php?t=1&sid=0123456789abcdef0123456789ABCDEF",
    "https://example.org/topic.php?PHPSESSID=0123456789abcdef0123456789abcdef&t=1",
    "https://example.org/?q=a+b%26c&&=",
    "https://example.org/~x/!$'()*+,;=:@|^`{}\"<>",
    "http://www.example.org./a/..",
    "http://127.0.0.1:8000/index.html",
    "https://xn--mgba3gch31f060k.com/",
    "urn:dateline:given:ABC",
]


def test_a_key_is_what_a_peer_looks_a_page_up_by(pywb, tmp_path):
    exchanges = [exchange(address) for address in ADDRESSES]
    (tmp_path / "all.warc.gz").write_bytes(record(exchanges, now=NOW))
    theirs = [line.split(" ")[0] for line in index(pywb, tmp_path / "all.warc.gz")]
    assert [key(address) for address in ADDRESSES] == theirs


@given(st.text() | st.from_regex(r"https?://[^/]{1,9}/.{0,20}"))
def test_any_text_has_a_key(address):
    assert isinstance(key(address), str)


def test_no_address_breaks_the_index_s_lines():
    made = record([exchange("https://example.org/a b\u2028c\x85")], now=NOW)
    (line,) = cdx_lines(made, "x.warc.gz")
    assert len(line.splitlines()) == 1
    assert line.split(" ")[1] == "20151021175803"


# Replayed


SIZE = "async image => { await image.decode(); return [image.naturalWidth, image.naturalHeight] }"


@pytest.mark.browser
def test_a_peer_replays_it_in_a_browser(pywb, tmp_path):
    words = "<!doctype html><title>Sarmin</title><p>{}</p><img src='https://example.org/red.png'>"
    body = words.format("Twelve people were killed, قُتل اثنا عشر").encode()
    items = [
        item(SARMIN, body),
        item(PICTURE, picture(size=(40, 30)), "", headers=(("Content-Type", "image/png"),)),
        text("https://example.org/gzip", gzip.compress(b"<p>Packed with gzip"), encoding="gzip"),
        text("https://example.org/br", brotli.compress(b"<p>Packed with br"), encoding="br"),
    ]
    pack(tmp_path / "kept.wacz", items, now=NOW)
    with replaying(pywb, tmp_path / "kept.wacz", tmp_path) as at, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=BROWSER)
        page = browser.new_page()
        page.goto(f"{at}/20151021175803/{SARMIN}")
        replayed = page.frame_locator("iframe")
        assert replayed.locator("p").inner_text() == "Twelve people were killed, قُتل اثنا عشر"
        assert replayed.locator("img").evaluate(SIZE) == [40, 30]
        for encoding in ("gzip", "br"):
            page.goto(f"{at}/20151021175803/https://example.org/{encoding}")
            assert replayed.locator("p").inner_text() == f"Packed with {encoding}"
        browser.close()
