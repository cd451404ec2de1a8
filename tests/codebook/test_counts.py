import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.codebook.counts import Count, counts
from tests.effort import cpu_seconds

ZEROS = [
    code
    for code in range(0x110000)
    if unicodedata.category(chr(code)) == "Nd" and unicodedata.digit(chr(code)) == 0
]


def counted(text: str) -> list[tuple[str, int | None, int | None]]:
    return [(found.words, found.low, found.high) for found in counts(text) if found.counted]


def first(text: str) -> Count:
    return next(found for found in counts(text) if found.counted)


INTERVALS = [
    ("12 people", 12, 12),
    ("1,200 people", 1200, 1200),
    ("1,02,000 people", 102_000, 102_000),
    ("9,99,99,999 people", 99_999_999, 99_999_999),
    ("1 020 soldiers", 1020, 1020),
    ("1 020 308 soldiers", 1_020_308, 1_020_308),
    ("1.234.567 people", 1_234_567, 1_234_567),
    ("1.200 people", 1200, 1200),
    ("230000 people", 230000, 230000),
    ("1\u00a0200 people", 1200, 1200),
    ("ninety-two civilians", 92, 92),
    ("one hundred and five", 105, 105),
    ("two thousand three hundred and one", 2301, 2301),
    ("two dozen men", 24, 24),
    ("a dozen", 12, 12),
    ("half a dozen", 6, 6),
    ("a hundred thousand refugees", 100_000, 100_000),
    ("half a million people", 500_000, 500_000),
    ("a half-million people", 500_000, 500_000),
    ("half-million people", 500_000, 500_000),
    ("more than a quarter of a million people", 250_001, None),
    ("1.5 million people", 1_500_000, 1_500_000),
    ("5m people", 5_000_000, 5_000_000),
    ("12 to 17", 12, 17),
    ("12-17 killed", 12, 17),
    ("12–17 killed", 12, 17),
    ("12 – 17 killed", 12, 17),
    ("three or four", 3, 4),
    ("between 12 and 17", 12, 17),
    ("from 12 to 17", 12, 17),
    ("10 to 15 thousand people", 10_000, 15_000),
    ("at least 12", 12, None),
    ("At least another 12 people", 12, None),
    ("no fewer than 12", 12, None),
    ("12 or more people", 12, None),
    ("12 people or more", 12, None),
    ("12+ dead", 12, None),
    ("more than 12", 13, None),
    ("more than a dozen", 13, None),
    ("over 11 of the armoured vehicles", 12, None),
    ("up to 12", None, 12),
    ("as many as 12", None, 12),
    ("no more than 12", None, 12),
    ("fewer than 12", None, 11),
    ("at least 12 to 17", 12, None),
    ("several", 3, None),
    ("a few villages", 3, None),
    ("a few hundred", 300, None),
    ("dozens", 24, None),
    ("scores wounded", 40, None),
    ("hundreds", 200, None),
    ("thousands", 2000, None),
    ("tens of thousands", 20_000, None),
    ("hundreds of thousands of Syrians", 200_000, None),
    ("no one was hurt", 0, 0),
    ("no civilians were hurt", 0, 0),
    ("without casualties", 0, 0),
    ("2015 people died", 2015, 2015),
    ("In May 12 people were killed", 12, 12),
    ("a group of five", 5, 5),
    ("a 10-man squad", 10, 10),
    ("١٢ قتيلا", 12, 12),
    ("۱۲", 12, 12),
    ("١٬٢٠٠ شخص", 1200, 1200),
    ("و12 جريحا", 12, 12),
    ("خمسة وعشرون شخصا", 25, 25),
    ("ثَلاثةَ عشرَ مدنياً", 13, 13),
    ("أحد عشر طفلا", 11, 11),
    ("مئة وخمسة أشخاص", 105, 105),
    ("ثلاثة آلاف", 3000, 3000),
    ("قتيلان", 2, 2),
    ("مقتل شهيدين", 2, 2),
    ("غارتين", 2, 2),
    ("أكثر من 20 جريحاً", 21, None),
    ("ما لا يقل عن ١٢ قتيلا", 12, None),
    ("12 قتيلا على الأقل", 12, None),
    ("عشرات الآلاف", 20_000, None),
    ("بين 12 و17", 12, 17),
    ("двенадцать человек", 12, 12),
    ("сто двадцать человек", 120, 120),
    ("не менее 12", 12, None),
    ("более двадцати", 21, None),
    ("до 30 человек", None, 30),
    ("от 12 до 17 человек", 12, 17),
    ("две тысячи", 2000, 2000),
    ("тысяча человек", 1000, 1000),
    ("12 000 человек", 12_000, 12_000),
    ("12 тыс. человек", 12_000, 12_000),
    ("десятки тысяч", 20_000, None),
    ("несколько", 3, None),
    ("щонайменше дванадцять", 12, None),
    ("понад 20 осіб", 21, None),
    ("п’ятнадцять", 15, 15),
    ("кілька людей", 3, None),
]


@pytest.mark.parametrize(("text", "low", "high"), INTERVALS)
def test_it_reads_a_count_as_an_interval(text: str, low: int | None, high: int | None) -> None:
    assert [(c.low, c.high) for c in counts(text) if c.counted] == [(low, high)]


@pytest.mark.parametrize(
    "text",
    ["10,20,30 people", "10^12 people", "12 500 people", "versions 3.2.1", "agent 007"],
)
def test_a_piece_of_something_else_is_no_count(text: str) -> None:
    assert not [count for count in counts(text) if count.counted and count.low is not None]


@pytest.mark.parametrize(
    "text",
    [
        *("about 12", "around 12", "some 12", "nearly 12", "an estimated 12", "12 or so"),
        *("20-odd men", "a couple", "около 50", "примерно 50", "близько 50", "نحو 50"),
        "حوالي خمسين",
    ],
)
def test_it_marks_what_is_only_about_right(text: str) -> None:
    found = first(text)
    assert found.approximate
    assert found.low == found.high


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Su-34", "name"),
        ("KAB-500", "name"),
        ("T-72", "name"),
        ("2S19", "name"),
        ("Resolution 2254", "name"),
        ("the 105th Brigade", "ordinal"),
        ("1st Brigade", "ordinal"),
        ("Brigade 105", "name"),
        ("https://x.example/12345", "name"),
        ("@brigade12", "name"),
        ("a 12-year-old", "age"),
        ("a two-year-old girl", "age"),
        ("12 years old", "age"),
        ("aged 12", "age"),
        ("Ahmad, 34, said", "age"),
        ("12-летний", "age"),
        ("12 percent", "percent"),
        ("12 per cent", "percent"),
        ("12%", "percent"),
        ("١٢٪", "percent"),
        ("$700 per person", "money"),
        ("$1.5 million", "money"),
        ("two dinars", "money"),
        ("millions of dollars", "money"),
        ("30 km", "distance"),
        ("5km", "distance"),
        ("a 30-kilometre road", "distance"),
        ("12,5 км", "distance"),
        ("24 hours", "duration"),
        ("three weeks", "duration"),
        ("a five-storey building", "measure"),
        ("two-thirds", "measure"),
        ("1/2", "measure"),
        ("12.5", "measure"),
        ("twice in 2015", "date"),
        ("October 19-20", "date"),
        ("19 October", "date"),
        ("21 октября", "date"),
        ("2015-10-21", "date"),
        ("21.10.2015", "date"),
        ("18:17", "time"),
        ("9:20 a.m.", "time"),
        ("5 pm", "time"),
        ("35.904, 36.726", "place"),
        ("36°12′N", "place"),
        ("+963 11 222 3333", "phone"),
        ("won 2-1", "score"),
        ("9" * 5000, "phone"),
    ],
)
def test_it_tells_what_is_no_count(text: str, unit: str) -> None:
    assert [found.unit for found in counts(text)] == [unit]
    assert not counted(text)


@pytest.mark.parametrize(
    "text",
    ["", " ", "no doubt", "this one", "May", "hundred", "дым", "\u200f", "\ud800", "-", "no", "a"],
)
def test_it_finds_nothing_where_nothing_is_counted(text: str) -> None:
    assert not counts(text)


def test_a_change_is_two_figures_and_no_range() -> None:
    assert counted("the toll rose from 12 to 17") == [("12", 12, 12), ("17", 17, 17)]


def test_people_and_their_ages_stand_apart() -> None:
    assert counted("at least 58 people including 11 children at ages below 8") == [
        ("at least 58", 58, None),
        ("11", 11, 11),
    ]


def test_the_words_stand_where_it_says() -> None:
    text = "ИСТАНБУЛ: İ — At least 12 people; ما لا يقل عن ١٢ قتيلا; більш як 20 осіб"
    assert [text[found.start : found.end] for found in counts(text)] == [
        found.words for found in counts(text)
    ]
    assert [found.low for found in counts(text)] == [12, 12, 21]


def test_a_language_reads_its_own_words_only() -> None:
    assert not counts("двенадцать", "en")
    assert counts("двенадцать", "ru")[0].low == 12


@given(st.integers(0, 10**12), st.sampled_from(ZEROS))
def test_a_number_in_any_scripts_digits_is_read_back(number: int, zero: int) -> None:
    written = "".join(chr(zero + int(digit)) for digit in str(number))
    found = [c for c in counts(f"{written} people were killed") if c.counted]
    assert [(c.low, c.high, c.words) for c in found] == [(number, number, written)]


@given(st.integers(0, 10**9), st.sampled_from(",. \u00a0\u202f'"))
def test_a_grouped_number_is_read_back(number: int, sign: str) -> None:
    written = f"{number:,}".replace(",", sign if number < 10**6 or sign != "." else ",")
    noun = "человек" if sign == " " else "people"
    assert first(f"{written} {noun}").low == number


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_a_range_keeps_its_ends(low: int, more: int) -> None:
    text = f"between {low} and {low + more} people"
    assert counted(text) == [(text.removesuffix(" people"), low, low + more)]


@given(st.text(max_size=200))
def test_any_text_is_read_without_fault(text: str) -> None:
    found = counts(text)
    assert all(text[c.start : c.end] == c.words for c in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(c.low is None or c.high is None or c.low <= c.high for c in found)


@pytest.mark.parametrize(
    "row",
    ["9", "1,", "1 ", "+1 ", "a-", "1-", "at least ", "one hundred ", "1.111, ", "и", "و", "of a "],
)
def test_hostile_repeats_are_read_in_linear_time(row: str) -> None:
    def spent(times: int) -> float:
        return cpu_seconds(lambda: counts(row * times))

    spent(1_000)
    assert spent(40_000) < 20 * spent(4_000) + 0.5
