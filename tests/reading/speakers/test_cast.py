import pytest
from spacy.language import Language

from dateline.reading.speakers import Voices
from tests.reading.speakers.conftest import Chain

FIRST = (
    "Major General Oleg Sidorov, spokesman for the Russian Ministry of Defence, "
    "said jets hit a depot."
)


@pytest.mark.parametrize(
    ("words", "text", "name"),
    [
        ("no loss", "He said there was no loss.", "Oleg Sidorov"),
        ("no loss", "Sidorov said there was no loss.", "Oleg Sidorov"),
        ("no loss", "The spokesman said there was no loss.", "Oleg Sidorov"),
        ("no loss", "The ministry said there was no loss.", "Russian Ministry of Defence"),
        ("no loss", "The MOD said there was no loss.", "Russian Ministry of Defence"),
        ("no loss", "A spokesman said there was no loss.", "spokesman"),
        ("no loss", "The bishop said there was no loss.", "bishop"),
        ("no loss", "Sarah Idris said there was no loss.", "Sarah Idris"),
    ],
)
def test_it_names_who_is_meant(chain: Chain, words: str, text: str, name: str) -> None:
    assert chain(words, FIRST, text) == [(name, "said")]


def test_brackets_give_the_short_name(chain: Chain) -> None:
    text = "The Violations Documentation Centre (VDC) said two died. The VDC said four were hurt."
    assert chain("four were hurt", text) == [("Violations Documentation Centre", "said")]


def test_who_is_the_noun_before_it(chain: Chain) -> None:
    text = "Amal Darwish, who said the clinic was empty, left on Monday."
    assert chain("the clinic was empty", text) == [("Amal Darwish", "said")]


def test_a_pronoun_without_anybody_stays_itself(chain: Chain) -> None:
    assert chain("all was calm", "He said all was calm.") == [("He", "said")]


def test_apposition_describes(nlp: Language) -> None:
    voices = Voices([nlp(FIRST)], [0])
    described = voices.cast.description("Oleg Sidorov")
    assert described == "Major General; spokesman for the Russian Ministry of Defence"


def test_speakers_stand_at_their_words_in_the_report(nlp: Language) -> None:
    text = "The pass is closed.\n\nThe mayor said it would open."
    start = text.index("The mayor")
    voices = Voices([nlp(text[:19]), nlp(text[start:])], [0, start])
    at = text.index("open") - start
    [speaker] = voices.chain(1, (at, at + 4))
    assert text[slice(*speaker.at)] == speaker.words == "The mayor"
