"""Each page here was built to break its reader, or the reader of what it made."""

import json

import pytest

from dateline.archive.extract import EXTRACTOR
from tests.archive.extract.pages import SENTENCES, STORY, meta, page, read

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BOMB = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">{LAUGHS}]><x>&l9;</x>'
THIEF = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><x>&f;</x>'


def test_a_tree_too_deep_is_unreadable():
    found = read(page("<div>" * 10_000 + "x" + "</div>" * 10_000))
    assert (found.looks_like, found.text, found.media_type) == ("unreadable", "", "text/html")
    assert found.extractor == EXTRACTOR


def test_entities_are_never_unfolded():
    assert "lol" not in read(BOMB.encode()).text
    assert "root:" not in read(THIEF.encode()).text


def test_entities_in_a_page_are_never_unfolded():
    html = (
        f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY l0 "lol">{LAUGHS}]><html><p>&l9;</p></html>'
    )
    assert len(read(html.encode()).text) < 1_000


@pytest.mark.parametrize(
    "body",
    [
        page(f"<p title='{'x' * 2_000_000}'>short</p>"),
        page("<p>" + "<a href='/x'>" * 5_000),
        page("<table>" * 200 + "x"),
        page("<ul>" + "<li><a href='/x'>x</a>" * 20_000),
        page(head='<script type="application/ld+json">' + "[" * 100_000 + "</script>"),
        page(head='<script type="application/ld+json">{"author": [[[1]]], "image": 7}</script>'),
        page(head='<link rel="canonical" href="http://[">' + meta(og_image="http://a:b:c/")),
        page(head="<base href='http://['>"),
        b"<html>\x00\xff\xfe\x80<p>\xc3\x28</p>" * 50,
        b"<!doctype html><frameset><frame></frameset>",
        b"<!doctype html><",
        b"<html></html>",
        b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>",
        b"{" * 10_000,
        b"\xff\xfe",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff",
        "<p>\u202e\u0000x</p>".encode("utf-16"),
    ],
)
def test_nothing_raises(body):
    found = read(body)
    assert len(found.text) <= 1_000_000
    found.text.encode()


@pytest.mark.parametrize("sign", ["\x01", "\x00", "&#1;", "&#x1B;", "&#xFFFE;", "&#xD800;", "&#0;"])
def test_one_sign_that_cannot_be_written_does_not_cost_the_text(sign):
    found = read(page(f"<article><p>Heard{sign} twice.</p><a href='/{sign}'>{sign}</a>{STORY}"))
    assert "twice." in found.text
    assert SENTENCES[-1] in found.text
    assert not set(found.text) & {"\x00", "\x01", "\x1b", "\ufffe"}


def test_what_is_kept_is_bounded():
    links = "".join(f"<a href='https://example.org/{n}'>link {n}</a> and " for n in range(900))
    long = "word " * 2_000
    head = meta(og_title=long, og_description=long, og_site_name=long, article_author=long)
    found = read(page(f"<article>{STORY}<p>So {links} were seen.</p></article>", head=head))
    assert (len(found.title), len(found.excerpt)) == (499, 499)
    assert (len(found.author), len(found.site_name)) == (199, 119)
    assert len(found.links) <= 500


def test_a_text_is_bounded():
    found = read(("words and words " * 100_000).encode(), declared_type="text/plain")
    assert len(found.text) == 1_000_000


def test_facts_hold_no_sign_that_turns_or_ends_what_stands_beside_them():
    title = "Strike\u202e gpj.exe\u2066\u0007&#x202E;&#0;&#xD800;\nline"
    found = read(page(head=meta(og_title=title, og_site_name="\u200fA\u200b B")))
    assert " ".join(found.title.replace("�", "").split()) == "Strike gpj.exe line"
    assert found.site_name == "A B"


def test_a_lone_surrogate_in_json_is_not_kept():
    told = json.dumps({"@type": "NewsArticle", "headline": "A\ud800B", "author": "C\x00D"})
    found = read(page(head=f'<script type="application/ld+json">{told}</script>'))
    assert (found.title, found.author) == ("AB", "CD")


def test_a_page_s_markup_does_not_come_back_as_markup():
    told = {"@type": "NewsArticle", "articleBody": "<script>alert(1)</script><p>Words.</p>" * 30}
    found = read(page("<p></p>", head=f'<script type="application/ld+json">{json.dumps(told)}'))
    assert "<script" not in found.text


def test_the_same_bytes_give_the_same_values():
    assert read(page()) == read(page())
    assert read(page()).text == "\n".join(SENTENCES)
