"""Whole names in sentences that lost their commas, and who stands for a name given elsewhere."""

import pytest
from spacy.language import Language

from dateline.reading.speakers import attributions
from tests.reading.speakers.conftest import Chain

SOURCES = [
    (
        "Shells fell on the market and killed six people the UK-based Aid Council for Hama said.",
        "the UK-based Aid Council for Hama",
    ),
    (
        "Two bridges were hit by shells in the east of Raqqa local media reported Sunday.",
        "local media",
    ),
    ("Six men were killed when rockets fell on Saraqib and Binnish ANHA reports.", "ANHA"),
    ("The army has been accused of bombing hospitals in the town by aid groups.", "aid groups"),
    ("Six people died in the strike the committee said.", "the committee"),
]


@pytest.mark.parametrize(("text", "source"), SOURCES)
def test_the_source_is_the_whole_name_and_no_more(nlp: Language, text: str, source: str) -> None:
    found = [one for one in attributions(nlp(text)) if one.source and one.contents]
    assert source in [text[slice(*one.source)] for one in found if one.source]


def test_an_office_behind_a_name_is_no_part_of_it(chain: Chain) -> None:
    text = '"Ten men were brought here in the night" said Samir Haddad director of the clinic.'
    assert chain("Ten men", text) == [("Samir Haddad", "said")]


def test_a_bare_time_is_no_source(nlp: Language) -> None:
    text = "The road was closed again when shells fell on it he said Monday."
    assert "Monday" not in [text[slice(*o.source)] for o in attributions(nlp(text)) if o.source]


def test_a_listener_is_no_source(chain: Chain) -> None:
    text = '"The shell fell in the yard and we ran. My brother was hurt" one boy told AFP.'
    assert [name for name, _ in chain("shell fell", text)] == ["boy", "AFP"]


def test_a_quotation_of_two_sentences_is_whole_without_its_comma(chain: Chain) -> None:
    text = '"We fled at night from the town. Nobody helped us there" Samir Haddad said.'
    assert chain("We fled", text) == [("Samir Haddad", "said")]


def test_a_lost_closing_mark_does_not_turn_the_others_round(chain: Chain) -> None:
    text = (
        '"We lost the hill. The sun was high. "We fled at night from the town" Samir Haddad said.'
    )
    assert chain("We fled", text) == [("Samir Haddad", "said")]
    assert chain("sun was high", text) == []


INTRODUCED = "Ten people were hurt on Monday a monitoring group said."
NAMED = "The Hama Documentation Centre said eight of them were children."


def test_a_monitoring_group_is_named_later(nlp: Language, chain: Chain) -> None:
    assert chain("Ten people", f"{INTRODUCED} {NAMED}") == [("Hama Documentation Centre", "said")]


def test_an_unnamed_group_is_no_ministry_named_later(chain: Chain) -> None:
    text = f"{INTRODUCED} The Ministry of Defence said eight of them were soldiers."
    assert chain("Ten people", text) == [("monitoring group", "said")]


def test_a_group_known_as_a_name_has_that_name(chain: Chain) -> None:
    text = "The activist network known as Hama Media Centre said the road was open."
    assert chain("road was open", text) == [("Hama Media Centre", "said")]


def test_a_body_is_not_its_head(chain: Chain) -> None:
    text = (
        "The Hama Observatory counted ten dead. Observatory chief Samir Haddad said two were boys."
        " The observatory said the strikes went on."
    )
    assert chain("the strikes went on", text) == [("Hama Observatory", "said")]


def test_who_calls_on_others_says_so(chain: Chain) -> None:
    assert chain("called", "Karam called on the army to lift the siege.") == [("Karam", "called")]


def test_the_accuser_stands_behind_the_deed(chain: Chain) -> None:
    text = "The army has been accused of bombing hospitals in the town by aid groups."
    assert chain("bombing", text) == [("aid groups", "accused")]


@pytest.mark.parametrize("text", ["a group said", "An NGO said", "NGO", "\0 known as", "known as"])
def test_odd_paragraphs_are_read(nlp: Language, text: str) -> None:
    assert all(one.cue[0] < one.cue[1] for one in attributions(nlp(text)))
