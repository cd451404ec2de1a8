import pytest

from dateline.archive.extract.charset import decode
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
