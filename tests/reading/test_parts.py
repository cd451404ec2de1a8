"""Each language of a text has its own part, at its own place."""

import pytest

from dateline.reading.parts import parts

EN = "The navy shelled a pier in Iquique on Monday, killing nine divers and a cook."
RU = "В понедельник в порту погибли девять водолазов и повар, сообщил мэр города."
UK = "У понеділок у порту загинули дев'ять водолазів і кухар, повідомив мер міста."
AR = "قتل تسعة غواصين وطباخ في الميناء يوم الاثنين بحسب رئيس البلدية."


@pytest.mark.parametrize("text", [EN, RU, UK, AR, "", "12:05", f"{EN}\n\n12:05\n{EN}", f"12\n{RU}"])
def test_a_text_in_one_language_is_one_part(text):
    (only,) = parts(text)
    assert only.text == text


@pytest.mark.parametrize(
    ("paragraphs", "languages"),
    [
        ([EN, RU], ["en", "ru"]),
        ([RU, EN], ["ru", "en"]),
        ([EN, AR, EN, RU], ["en", "ar", "ru"]),
        ([UK, RU], ["uk", "ru"]),
        ([AR, UK, EN, AR], ["ar", "uk", "en"]),
        ([EN, "Погиб повар."], ["en", "ru"]),
    ],
)
def test_each_language_has_a_part(paragraphs, languages):
    assert [one.language for one in parts("\n\n".join(paragraphs))] == languages


def test_a_part_keeps_every_offset_and_every_line():
    text = f"{EN}\n12:05\n{AR}\n\n{RU}\n{EN}"
    told = parts(text)
    for one in told:
        assert len(one.text) == len(text)
        assert [n for n, sign in enumerate(one.text) if sign == "\n"] == [
            n for n, sign in enumerate(text) if sign == "\n"
        ]
    for n, sign in enumerate(text):
        assert sum(one.text[n] == sign for one in told) >= 1
    assert told[0].text.count(EN) == 2
    assert RU not in told[0].text
    assert "12:05" in told[0].text


def test_a_name_in_other_letters_moves_no_paragraph():
    (only,) = parts(f"{EN} They call the pier «Причал».")
    assert only.language == "en"


def test_a_long_text_of_short_lines_takes_little_time():
    assert len(parts("pier\nпорт\n" * 50_000)) == 2
