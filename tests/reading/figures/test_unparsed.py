import pytest

from dateline.codebook.grounding import numbers_stand_in
from dateline.reading.figures import unparsed_tolls
from tests.effort import cpu_seconds

ROWS = [
    ("ar", "مقتل ١٢ شخصا وإصابة 30 آخرين في قصف على المدينة", [("killed", 12), ("injured", 30)]),
    ("ar", "سقوط قتيلين وثلاثة جرحى", [("killed", 2), ("injured", 3)]),
    ("ar", "استشهد خمسة مدنيين", [("killed", 5)]),
    ("ar", "نزوح 300 عائلة من البلدة", [("displaced", 300)]),
    ("ar", "شنت الطائرات تسع غارات", [("strikes", 9)]),
    ("ru", "Погибли 12 человек, ещё 30 ранены", [("killed", 12), ("injured", 30)]),
    ("ru", "В результате удара убиты двенадцать мирных жителей", [("killed", 12)]),
    ("ru", "Авиация совершила 46 боевых вылетов", [("sorties", 46)]),
    ("uk", "Загинули п’ятеро людей, поранено двадцять осіб", [("killed", 5), ("injured", 20)]),
    ("uk", "Затримано трьох чоловіків", [("detained", 3)]),
    ("uk", "Загинули 9 людей, серед них троє дітей", [("killed", 9), ("killed", 3)]),
    ("ru", "Ранены 20 человек, в том числе двое детей", [("injured", 20), ("injured", 2)]),
    ("ar", "أصيب 20 مدنيا وخمس نساء", [("injured", 20), ("injured", 5)]),
    ("ar", "قتل 14 شخصا بينهم 5 أطفال", [("killed", 14), ("killed", 5)]),
    ("ru", "Уничтожено 30 боевиков", [("killed", 30)]),
    ("ru", "Уничтожено 12 танков", []),
    ("ru", "Погибли 9 человек. На встречу пришли 12 человек", [("killed", 9)]),
]


@pytest.mark.parametrize(("language", "text", "wanted"), ROWS)
def test_it_reads_figures_by_the_words_near_by(
    language: str, text: str, wanted: list[tuple[str, int]]
) -> None:
    found = unparsed_tolls(text, language)
    assert [(each.category, each.toll.low) for each in found] == wanted
    assert all(text[slice(*each.toll.at)] == each.toll.words for each in found)
    assert all(numbers_stand_in(each.toll, text) for each in found)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", ""),
        ("ar", "في 12 أكتوبر 2015 قتل الوقت"),
        ("ar", "على بعد 30 كم من حمص"),
        ("ru", "Встреча прошла 21 октября 2015 года."),
        ("ru", "Цена выросла на 12 рублей."),
        ("uk", "Зустріч о 18:17."),
        ("en", "12 people were killed"),
    ],
)
def test_other_figures_are_no_tolls(language: str, text: str) -> None:
    assert unparsed_tolls(text, language) == []


def test_it_says_who_they_were() -> None:
    assert unparsed_tolls("مقتل 3 أطفال", "ar")[0].groups == ("child",)
    assert unparsed_tolls("Убиты двое солдат", "ru")[0].groups == ("combatant",)


def test_a_long_text_takes_linear_time() -> None:
    def spent(times: int) -> float:
        return cpu_seconds(lambda: unparsed_tolls("مقتل 12 شخصا وإصابة 30 " * times, "ar"))

    spent(100)
    assert spent(4_000) < 20 * spent(400) + 0.5


def test_those_among_the_dead_are_part_of_them() -> None:
    whole, part = unparsed_tolls("Загинули 9 людей, серед них троє дітей", "uk")
    assert (whole.part_of, part.part_of) == (None, whole.toll.at)
    assert part.groups == ("child",)
