import pytest

from dateline.text.scrub import scrub, unstorable_lines


@pytest.mark.parametrize("sign", ["\x00", "\x0b", "\x1f", "\ud800", "\uffff"])
def test_what_cannot_be_stored_is_replaced_and_named(sign):
    assert scrub(f"a{sign}b") == "a�b"
    assert unstorable_lines(f"fine\r\na{sign}{sign}b") == [(2, f"U+{ord(sign):04X}")]


@pytest.mark.parametrize(
    "text", ["", "a\tb\nc\r\n", "حلب", "\u2067ar\u2069", "\u202bar\u202c", "😀"]
)
def test_the_rest_stays_as_it_is(text):
    assert scrub(text) == text
    assert unstorable_lines(text) == []


def test_overrides_go():
    assert scrub("\u202egpj.exe\u202d") == "gpj.exe"
