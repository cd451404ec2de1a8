"""Words that deny, doubt or foresee, in texts that no parser reads."""

import pytest

from dateline.codebook.counts.tokens import fold
from dateline.reading.doubting import doubt

from .test_reader import read, reader  # noqa: F401  fixtures


def hedge(text, language):
    return doubt(text, fold(text), (0, len(text)), language)


@pytest.mark.parametrize(
    ("language", "text", "cls", "words"),
    [
        ("ru", "Мэрия опровергла гибель 12 рыбаков.", "denied", "опровергла"),
        ("ru", "Слухи о гибели 12 рыбаков не соответствуют действительности.", "denied",
         "не соответствуют действительности"),
        ("ru", "Это фейк, что погибли 12 рыбаков.", "denied", "фейк"),
        ("ru", "Мэрия не опровергла гибель 12 рыбаков.", "asserted", ""),
        ("ru", "Мэрия не подтвердила гибель 12 рыбаков.", "unconfirmed", "не подтвердила"),
        ("ru", "Якобы погибли 12 рыбаков.", "alleged", "Якобы"),
        ("ru", "Погибли 12 рыбаков.", "asserted", ""),
        ("uk", "Мерія спростувала загибель 12 рибалок.", "denied", "спростувала"),
        ("uk", "Нібито загинули 12 рибалок.", "alleged", "Нібито"),
        ("ar", "نفى رئيس البلدية مقتل 12 صيادا.", "denied", "نفى"),
        ("ar", "ونفت البلدية مقتل 12 صيادا.", "denied", "ونفت"),
        ("ar", "أنباء غير مؤكدة عن مقتل 12 صيادا.", "unconfirmed", "غير مؤكدة"),
        ("ar", "لم تنف البلدية تنفيذ الخطة ومقتل 12 صيادا.", "asserted", ""),
    ],
)  # fmt: skip
def test_how_sure_a_sentence_is(language, text, cls, words):
    found = hedge(text, language)
    assert (found.cls, found.words) == (cls, words)
    assert not found.at or text[slice(*found.at)] == words


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Мэрия порта сегодня опровергла гибель 12 рыбаков.", "denial"),
        ("نفى رئيس البلدية اليوم مقتل 12 صيادا في الميناء.", "denial"),
        ("Если шторм вернется в порт, погибнут 12 рыбаков.", "forecast"),
        ("Вчера вечером в порту погибли 12 рыбаков.", "event"),
    ],
)
def test_a_denial_is_no_event(read, text, kind):  # noqa: F811
    assert [claim.kind for claim in read(text).claims] == [kind]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("В порту не погибли 12 рыбаков, сообщила мэрия города.", []),
        ("لم يقتل 12 صيادا في الميناء، قال رئيس البلدية.", []),
        ("В порту погибли не менее 12 рыбаков, сообщила мэрия.", [12]),
        ("Без вести пропавших в порту 12 рыбаков, сообщила мэрия.", [12]),
    ],
)
def test_what_did_not_befall_anybody_is_not_counted(read, text, counts):  # noqa: F811
    assert [toll.low for claim in read(text).claims for toll in claim.tolls] == counts


def test_every_language_of_a_text_is_read_in_order(read):  # noqa: F811
    text = (
        "Jets bombed a market in Sarmin on Monday, killing nine bakers.\n\n"
        "В порту погибли 12 рыбаков, сообщила мэрия города.\n\n"
        "Jets bombed a mill in Sarmin on Tuesday, killing three millers."
    )
    found = read(text)
    assert [claim.tolls[0].low for claim in found.claims] == [9, 12, 3]
    assert all(text[one.start : one.end] == one.quote for one in found.claims)
    assert found.language == "en"
    assert any("Russian" in note for note in found.unread)
