"""Which language a text is in."""

import pytest

from dateline.reading.languages import language_of

TEXTS = [
    ("Shells hit Sarmin on 20 October 2015 and killed 11 people, rescuers said.", "en"),
    ("Jets bombed the town of Sarmin today, residents said on the radio.", "en"),
    ("قُتل ١٢ شخصا في سرمين أمس بحسب ناشطين من المدينة في ريف إدلب.", "ar"),
    ("В результате удара по городу погибли 12 человек, сообщили активисты.", "ru"),
    ("Унаслідок удару по місту загинули 12 людей, повідомили активісти міста.", "uk"),
    ("Zwölf Menschen wurden bei einem Angriff auf die Stadt getötet, sagten Helfer.", "de"),
    ("12 killed", "en"),
    ("“12 people were killed in Homs,” police said.", "en"),
    ("\ufeffHouthi strike kills 3 – AFP", "en"),
    ("В Сумах погибли 7 человек", "ru"),
    ("У Сумах поранено 7 людей, їх везуть", "uk"),
    ("قتل 12 شخصا في غارة على حلب", "ar"),
    ("۱۲ نفر کشته شدند", "fa"),
    ("三人死亡", ""),
    ("Ab Вг 12", ""),
    ("", ""),
    ("\0 123", ""),
]


@pytest.mark.parametrize(("text", "language"), TEXTS)
def test_its_language_is(text, language):
    assert language_of(text) == language
