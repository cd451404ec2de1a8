"""What a phone shared, read without trust."""

import pytest

from dateline.desk.sharing.shared import LONGEST, MOST_WORDS, read_shared

ADDRESS = "https://smart.example.org/sarmin?id=1"


@pytest.mark.parametrize(
    ("title", "text", "url", "address", "words"),
    [
        ("A raid", "", ADDRESS, ADDRESS, ""),
        ("A raid", ADDRESS, "", ADDRESS, ""),
        ("A raid", f"A raid {ADDRESS}", "", ADDRESS, ""),
        ("A raid", f"“Twelve died.”\n {ADDRESS}#:~:text=Twelve", "", ADDRESS, "Twelve died."),
        ("", f"See https://a.org/ says {ADDRESS}", "", ADDRESS, "See https://a.org/ says"),
        ("", "قُتل اثنا عشر", ADDRESS, ADDRESS, "قُتل اثنا عشر"),
        ("A raid", "Twelve died.", "", "", "Twelve died."),
        ("", "", "", "", ""),
        ("", "a", "javascript:alert(1)", "", "a"),
        ("", "javascript:alert(1)//", "", "", "javascript:alert(1)//"),
        ("", "a\u202egpj\x00", ADDRESS, ADDRESS, "agpj\ufffd"),
    ],
)
def test_it_finds_the_address_and_the_words(title, text, url, address, words):
    found = read_shared(title=title, text=text, url=url)
    assert (found.address, found.words) == (address, words)


def test_a_hundred_thousand_characters_are_cut():
    found = read_shared(title="t" * 100_000, text="a " * 50_000, url=f"https://{'a' * 100_000}")
    assert len(found.words) <= MOST_WORDS
    assert len(found.address) <= LONGEST
