"""A claim without the names of private persons."""

import json
from dataclasses import replace

import pytest

from dateline.codebook import Actor, Claim, Hedge, Place, Speaker, Target
from dateline.codebook.claim_json import as_json, from_json
from dateline.ledger.exports.people import without_names, without_words

QUOTE = "Salma Quill said that Ahmad Nuri, a baker, died in Nuri Square, Quill's street."
AT = (0, 5)
CLAIM = Claim(
    QUOTE,
    10,
    10 + len(QUOTE),
    "event",
    speakers=(Speaker("Salma Quill", "said", "Salma Quill", AT), Speaker("SANA", "said", "it", AT)),
    actor=Actor("Nobody", "nobody", AT),
    target=Target("Ahmad Nuri", "civilian", "Ahmad Nuri, a baker", AT),
    place=Place("Nuri Square", "Nuri Square", 35.0, 36.0, "neighbourhood", 800, "own:1"),
    hedge=Hedge("said", "as Salma said", AT),
)


def found(claim=CLAIM, *private):
    return without_names(as_json(claim), frozenset(private))


def test_a_private_speaker_becomes_a_person_wherever_the_name_stands():
    claim = found(CLAIM, "salma quill")
    assert [one["name"] for one in claim["speakers"]] == ["a person", "SANA"]
    assert "Quill" not in json.dumps(claim)
    assert "Salma" not in json.dumps(claim)


def test_the_quote_says_in_brackets_what_was_taken_out():
    assert found(CLAIM, "salma quill")["quote"].startswith("[a person] said that")


def test_a_target_loses_its_name_always():
    claim = found()
    assert claim["target"]["name"] is None
    assert "Ahmad" not in json.dumps(claim)


def test_a_place_keeps_the_name_of_the_square():
    assert found()["place"]["name"] == "Nuri Square"


def test_a_public_speaker_and_actor_keep_theirs():
    claim = found()
    assert claim["speakers"][0]["name"] == "Salma Quill"
    assert claim["actor"]["name"] == "Nobody"


def test_a_private_actor_is_nobody():
    assert found(CLAIM, "nobody")["actor"]["name"] is None


def test_a_hospital_in_the_quote_is_no_person():
    claim = replace(CLAIM, target=Target("Nuri School", "school", "Nuri School", AT))
    claim = found(replace(claim, quote="Nuri School was hit"))
    assert claim["quote"] == "Nuri School was hit"
    assert claim["target"]["name"] is None


def test_it_finds_an_arabic_name_behind_a_joined_letter():
    speaker = Speaker("أحمد الخالد", "said", "أحمد", AT)
    claim = found(replace(CLAIM, quote="قالت سلمى وأحمد ذلك", speakers=(speaker,)), "أحمد الخالد")
    assert claim["quote"] == "قالت سلمى و[a person] ذلك"


def test_small_words_of_a_description_stay():
    speaker = Speaker("Salma Quill", "said", "a resident of the town", AT)
    claim = replace(CLAIM, quote="a resident of the town said so", speakers=(speaker,), target=None)
    assert found(claim, "salma quill")["quote"] == claim.quote


@pytest.mark.parametrize("name", ["salma_q", "@sq", "li"])
def test_a_name_in_small_or_few_letters_is_taken_out_whole(name):
    speaker = Speaker(name, "said", name, AT)
    claim = replace(CLAIM, quote=f"{name} liked it", speakers=(speaker,), target=None)
    assert found(claim, name)["quote"] == "[a person] liked it"


@pytest.mark.parametrize("name", ["(", "a|b", "\\1", "Ünïcode (x", "..."])
def test_a_hostile_name_is_no_pattern(name):
    speaker = Speaker(name, "said", name, AT)
    claim = found(replace(CLAIM, quote=f"{name} said so", speakers=(speaker,)), name.casefold())
    assert claim["speakers"][0]["name"] == "a person"


def test_without_words_nothing_of_the_text_is_left():
    claim = json.dumps(without_words(as_json(CLAIM)))
    for word in ("Salma", "Ahmad", "SANA", "Nobody", "baker"):
        assert word not in claim


def test_what_is_left_is_still_a_claim():
    assert from_json(found(CLAIM, "salma quill", "nobody"))
    assert from_json(without_words(as_json(CLAIM)))
