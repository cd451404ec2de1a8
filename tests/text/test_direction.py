import pytest

from dateline.text import direction
from dateline.text.direction import is_tag


@pytest.mark.parametrize(
    "language",
    [
        "ar",
        "fa",
        "he",
        "ur",
        "ps",
        "ku-Arab",
        "ckb",
        "yi",
        "sd",
        "ug",
        "dv",
        "ar-SY",
        "AR",
        "ar_SY",
        "arc",
        "az-Arab",
        "pa-PK",
        "ku-IQ",
        "apc",
        "zlm-Arab-MY",
        "rhg",
        "ff-Adlm",
        "zh-yue-Arab",
    ],
)
def test_these_are_read_from_the_right(language):
    assert direction(language) == "rtl"


@pytest.mark.parametrize(
    "language",
    [
        "en",
        "ru",
        "ku",
        "ku-Latn",
        "ar-Latn",
        "az",
        "pa",
        "tr",
        "zh-Hans",
        "en-x-arab",
        "en-a-arab",
        "",
        "-",
        "   ",
        "arabic",
        '"><script>',
        "e" * 10000,
        "\x00",
        "عربي",
    ],
)
def test_everything_else_is_read_from_the_left(language):
    assert direction(language) == "ltr"


@pytest.mark.parametrize(
    "text", ["", "a", "ar ", "ar\n", "ar onload=x", "ar_SY", "-ar", "ar-", "ع"]
)
def test_what_is_no_tag_never_enters_an_attribute(text):
    assert not is_tag(text)
