"""Names across spellings and scripts."""

import pytest

from dateline.weighing.grouping.naming import likeness, name_key

ROWS = [
    ("Sarmin", "سرمين", "same"),
    ("Khan Shaykhun", "خان شيخون", "same"),
    ("Ma'arrat al-Nu'man", "Maarat al Numan", "same"),
    ("Ma'arrat al-Nu'man", "معرة النعمان", "same"),
    ("Kafr Nabl", "كفرنبل", "same"),
    ("Ar Raqqah", "الرقة", "same"),
    ("Ras al Ain", "رأس العين", "same"),
    ("Darat Izza", "دارة عزة", "same"),
    ("Сармин", "Sarmin", "same"),
    ("Sarmin village", "Sarmin", "same"),
    ("Jobar, Damascus", "Jobar", "alike"),
    ("Masaken Hanano (Aleppo)", "مساكن هنانو", "alike"),
    ("Sarmin", "Kafr Nabl", "other"),
    ("Kafr Nabl", "Kafr Naha", "alike"),  # the weight is small: where they lie decides
    ("北京", "北京", "same"),
    ("北京", "Sarmin", "other"),
    ("", "Sarmin", None),
    ("'…'", "Sarmin", None),
    ("x" * 10_000, "Sarmin", "other"),
]


@pytest.mark.parametrize(
    ("one", "other", "expected"), ROWS, ids=[f"{r[0][:20]}={r[1]}" for r in ROWS]
)
def test_names_are_compared_by_what_transliteration_leaves(one, other, expected):
    assert likeness((one,), (other,)) == expected
    assert likeness((other,), (one,)) == expected


def test_the_best_two_of_several_names_count():
    assert likeness(("Palmyra", "تدمر"), ("Tadmur",)) == "same"


def test_a_claim_without_a_name_says_nothing():
    assert likeness((), ("Sarmin",)) is None


def test_a_name_of_mere_generic_words_keeps_them():
    assert name_key("the village")
