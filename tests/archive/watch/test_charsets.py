"""Charsets as declared, as lied about, and as nobody should decode."""

import codecs

import pytest

from dateline.archive.watch.charset import decoded

WORDS = "Сармин, удар по больнице"
ARABIC = "سرمين"


@pytest.mark.parametrize(
    ("body", "declared"),
    [
        (WORDS.encode(), ""),
        (WORDS.encode(), "windows-1251"),  # a server's default for every file
        (codecs.BOM_UTF8 + WORDS.encode(), "koi8-r"),
        (WORDS.encode("cp1251"), "Windows-1251"),
        (WORDS.encode("cp1251"), "utf-8; charset=cp1251, windows-1251"[-12:]),
        (WORDS.encode("koi8-r"), "koi8-r"),
        (WORDS.encode("utf-16"), ""),
        (WORDS.encode("utf-16"), "utf-8"),
        (WORDS.encode("utf-32"), ""),
    ],
)
def test_words_come_out_whole(body, declared):
    assert decoded(body, declared) == WORDS


@pytest.mark.parametrize("charset", ["windows-1256", "iso-8859-6", "utf-8"])
def test_a_charset_in_the_file_counts_where_the_header_is_wrong(charset):
    body = f'<?xml version="1.0" encoding="{charset}"?><t>{ARABIC}</t>'.encode(charset)
    assert ARABIC in decoded(body, "utf-8")


def test_utf_16_is_known_without_its_mark():
    assert decoded("<rss/>".encode("utf-16-le")) == "<rss/>"
    assert decoded("<rss/>".encode("utf-16-be")) == "<rss/>"


def test_seven_bit_japanese_is_not_taken_for_ascii():
    body = '<meta charset="iso-2022-jp">外務省'.encode("iso2022_jp")
    assert "外務省" in decoded(body)


@pytest.mark.parametrize(
    "name", ["utf-7", "rot13", "zip", "bz2", "hex", "idna", "punycode", "unicode_escape", "\0", "x"]
)
def test_codecs_that_are_no_charsets_are_not_asked(name):
    assert decoded(b"\x93words\x94 +AGE-", name) == "“words” +AGE-"
