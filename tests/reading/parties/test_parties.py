import itertools

import pytest
from spacy.language import Language

from dateline.reading.parties import PartyMention, parties

Told = list[tuple[str, str | None, str, str]]


def told(nlp: Language, text: str) -> Told:
    return [(p.words, p.name, p.kind, p.country) for p in parties(nlp(text))]


@pytest.mark.parametrize(
    ("text", "words", "name", "kind", "country"),
    [
        ("Russian warplanes flew low.", "Russian warplanes", "Russian Air Force", "military", "RU"),
        ("Turkey's foreign ministry denied it.", "Turkey's foreign ministry",
         "Turkish Ministry of Foreign Affairs", "government", "TR"),
        ("South Korean troops landed.", "South Korean troops",
         "South Korean Armed Forces", "military", "KR"),
        ("Hezbollah fighters left.", "Hezbollah fighters", "Hezbollah", "armed_group", "LB"),
        ("Fighters of Daesh left.", "Daesh", "Islamic State", "armed_group", ""),
        ("The White Helmets came.", "The White Helmets", "Syrian Civil Defence", "rescuers", "SY"),
        ("Tajamu’ al-Izza lost a base.", "Tajamu’ al-Izza", "Tajamu al-Izza", "armed_group", "SY"),
        ("Russian Su-34 bombers came.", "Russian Su-34 bombers",
         "Russian Air Force", "military", "RU"),
        ("The al-Qaida-linked group al-Shabab left.", "al-Shabab",
         "al-Shabaab", "armed_group", "SO"),
        ("Moscow denied it.", "Moscow", "Russia", "government", "RU"),
        ("قصفت الطائرات مواقع داعش", "داعش", "Islamic State", "armed_group", ""),
        ("Минобороны России сообщило о потерях.", "Минобороны России",
         "Russian Ministry of Defence", "government", "RU"),
    ],
)  # fmt: skip
def test_it_finds_a_party(
    nlp: Language, text: str, words: str, name: str, kind: str, country: str
) -> None:
    assert (words, name, kind, country) in told(nlp, text)


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("The rebels withdrew.", "rebels", "armed_group"),
        ("Riot police withdrew.", "Riot police", "police"),
        ("Regime forces withdrew.", "Regime forces", "military"),
        ("Protesters withdrew.", "Protesters", "people"),
    ],
)
def test_a_bare_role_has_a_kind_and_no_name(
    nlp: Language, text: str, words: str, kind: str
) -> None:
    assert told(nlp, text) == [(words, None, kind, "")]


def test_two_countries_that_share_a_noun_are_two_parties(nlp: Language) -> None:
    names = [name for _, name, _, _ in told(nlp, "Syrian and Russian warplanes came.")]
    assert names == ["Syrian Air Force", "Russian Air Force"]


def test_a_side_s_label_leads_to_the_group_s_own_name_and_stays_as_said(nlp: Language) -> None:
    assert ("Assad regime", "Syrian government", "government", "SY") in told(
        nlp, "The Assad regime denied it."
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n\t ",
        "The attack happened in Syria.",
        "He was in Moscow.",
        "THIS IS A HEADLINE.",
        "Let us go, he told us.",
        "Russian salad and Turkish coffee were served.",
        "����\x00\ufeff",
        "(((((((((('''''''''''",
    ],
)
def test_it_finds_none(nlp: Language, text: str) -> None:
    assert told(nlp, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Jabhat al-Nusra; regime forces, Hezbollah and the U.S. Air Force",
        "ISIS" * 200,
        "🙂 Israeli army 🙂 IDF",
        "Syrian " * 300,
    ],
)
def test_words_stand_where_they_are_said_to_and_none_lies_in_another(
    nlp: Language, text: str
) -> None:
    found = parties(nlp(text))
    assert all(text[each.start : each.end] == each.words for each in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


def test_a_stop_ends_a_name(nlp: Language) -> None:
    found = parties(nlp("They left Hama. Free Syrian Army. Free. Syrian. Army."))
    assert [each.words for each in found if each.name == "Free Syrian Army"] == ["Free Syrian Army"]


def test_a_mention_is_a_value() -> None:
    one = PartyMention(0, 2, "IS", "Islamic State", "armed_group", "")
    assert one == PartyMention(0, 2, "IS", "Islamic State", "armed_group", "")


@pytest.mark.parametrize(
    "text",
    [
        "An ISIS-affiliated cell left the valley.",
        "The Iran‑aligned fishermen left the valley.",
        "Hezbollah-linked accounts were closed.",
    ],
)
def test_who_stands_behind_somebody_is_not_the_party(nlp: Language, text: str) -> None:
    assert told(nlp, text) == []


def test_whoever_arms_others_is_a_party_all_the_same(nlp: Language) -> None:
    assert [words for words, *_ in told(nlp, "Hezbollah armed the fishermen.")] == ["Hezbollah"]
