from collections import Counter

import pytest

from dateline.codebook.targets import TARGET_OF, TARGETS


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("paramedic", "rescuer"),
        ("field hospital", "medical"),
        ("bakery", "market"),
        ("tent camp", "displaced_site"),
        ("mosque", "worship"),
        ("checkpoint", "position"),
        ("chief of staff", "commander"),
        ("aid convoy", "aid_worker"),
        ("village", "settlement"),
        ("helicopter", "aircraft"),
        ("civilian", "civilian"),
    ],
)
def test_a_noun_names_a_kind(word: str, kind: str) -> None:
    assert TARGET_OF[word] == kind


def test_no_noun_names_two_kinds() -> None:
    told = Counter(word for each in TARGETS.values() for word in each.words)
    assert [word for word, times in told.items() if times > 1] == []


def test_words_are_small_and_bare() -> None:
    assert all(word == word.strip().lower() and word for word in TARGET_OF)


@pytest.mark.parametrize("word", ["", "Hospital", "مستشفى", "hospital;"])
def test_it_knows_no_other_word(word: str) -> None:
    assert word not in TARGET_OF
