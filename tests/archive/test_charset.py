"""Bytes to text: charsets as declared, as lied about, and as nobody should decode."""

import codecs

import pytest

from dateline.archive.charset import decode
from tests.archive.extract.pages import read

ARABIC = "قصفت طائرات حربية بلدة سرمين صباح اليوم وأصيب أحد عشر شخصا بجروح في السوق. " * 4
RUSSIAN = "Министерство сообщило, что самолёты не наносили ударов по городу в этот день. " * 4
FRENCH = "Le ministère a démenti que des avions aient frappé la ville ce jour-là. " * 4


@pytest.mark.parametrize(
    ("text", "encoding", "declared"),
    [
        (ARABIC, "utf-8", "utf-8"),
        (ARABIC, "utf-8", ""),
        (ARABIC, "utf-8", "iso-8859-1"),
        (ARABIC, "utf-8-sig", "windows-1256"),
        (ARABIC, "utf-16", "utf-8"),
        (ARABIC, "cp1256", "windows-1256"),
        (RUSSIAN, "cp1251", "windows-1251"),
        (RUSSIAN, "koi8-r", "KOI8-R"),
        (RUSSIAN, "cp1251", "iso-8859-1"),
        (RUSSIAN, "cp1251", ""),
        (FRENCH, "cp1252", "iso-8859-1"),
        (FRENCH, "cp1252", "utf-8"),
        (FRENCH, "cp1252", "no-such-charset"),
        ("日本語の記事です。" * 9, "iso2022_jp", "iso-2022-jp"),
        ("日本語の記事です。" * 9, "cp932", "Shift_JIS"),
    ],
)
def test_the_text_survives_what_is_said_about_it(text, encoding, declared):
    assert decode(text.encode(encoding), declared=declared) == text


def test_markup_in_utf_16_needs_no_mark():
    assert decode("<p>قصف</p>".encode("utf-16-le"), declared="") == "<p>قصف</p>"


def test_the_page_s_word_counts_where_the_server_s_is_wrong():
    html = f'<html><head><meta charset="windows-1256"></head><body><p>{ARABIC}</p></body></html>'
    assert ARABIC in decode(html.encode("cp1256"), declared="iso-8859-1")


def test_one_broken_sign_does_not_cost_the_others():
    broken = ARABIC.encode() + b"\xff" + ARABIC.encode()
    assert decode(broken, declared="utf-8") == f"{ARABIC}�{ARABIC}"


@pytest.mark.parametrize(
    "declared", ["utf-7", "punycode", "idna", "zip", "rot13", "unicode_escape"]
)
def test_a_charset_that_no_browser_reads_is_not_believed(declared):
    assert decode(b"+ADw-p+AD4- \\x41", declared=declared) == "+ADw-p+AD4- \\x41"


def test_a_page_in_an_old_charset_is_read():
    html = f"<html><body><article><p>{ARABIC}</p><p>{ARABIC}</p></article></body></html>"
    found = read(html.encode("cp1256"), charset="windows-1256")
    assert "سرمين" in found.text
    assert found.language == "ar"


WORDS = "Сармин, удар по больнице"
TOWN = "سرمين"


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
    assert decode(body, declared=declared) == WORDS


@pytest.mark.parametrize("charset", ["windows-1256", "iso-8859-6", "utf-8"])
def test_a_charset_in_the_file_counts_where_the_header_is_wrong(charset):
    body = f'<?xml version="1.0" encoding="{charset}"?><t>{TOWN}</t>'.encode(charset)
    assert TOWN in decode(body, declared="utf-8")


def test_utf_16_is_known_without_its_mark():
    assert decode("<rss/>".encode("utf-16-le")) == "<rss/>"
    assert decode("<rss/>".encode("utf-16-be")) == "<rss/>"


def test_seven_bit_japanese_is_not_taken_for_ascii():
    body = '<meta charset="iso-2022-jp">外務省'.encode("iso2022_jp")
    assert "外務省" in decode(body)


@pytest.mark.parametrize(
    "name", ["utf-7", "rot13", "zip", "bz2", "hex", "idna", "punycode", "unicode_escape", "\0", "x"]
)
def test_codecs_that_are_no_charsets_are_not_asked(name):
    assert "words" in decode(b"\x93words\x94 +AGE-", declared=name)
    assert decode(b"words +AGE- 3q2-", declared=name) == "words +AGE- 3q2-"
