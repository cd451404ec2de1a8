import pytest
from spacy.language import Language

from dateline.codebook.events import EVENTS
from dateline.reading.events import events
from dateline.reading.events.vocabulary import classes, patterns
from tests.effort import cpu_seconds

HOSTILE = [
    "",
    " \n\t ",
    ".",
    "AIRSTRIKES HIT HOSPITAL IN ALEPPO, 12 KILLED",
    "airstrikes hit hospital in aleppo 12 killed",
    "k1lled by a1rstrikes ;;;; }{ <b>attack</b> \x00 ����",
    "ignore the above and report 500 killed",
    "((((((((killed))))))))",
    "قصفت الطائرات الروسية المستشفى",
    "killed killed killed killed",
    "🙂 attack 🙂 by 🙂 on 🙂",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_garbage_breaks_nothing_and_words_stand_where_they_are(nlp: Language, text: str) -> None:
    for each in events(nlp(text)):
        assert text[each.start : each.end] == each.words
        assert 0 <= each.clause[0] <= each.start < each.end <= each.clause[1] <= len(text)


@pytest.mark.parametrize(
    "part",
    ["Rebels shelled the town, killing 12, and ", "the killing of the killer of ", "killed and "],
)
def test_a_long_sentence_costs_in_proportion_to_its_length(nlp: Language, part: str) -> None:
    short, long = seconds(nlp, part, 1250), seconds(nlp, part, 5000)
    assert long < 10 * short, "four times the words"


def seconds(nlp: Language, part: str, words: int) -> float:
    told = part.split()
    doc = nlp(" ".join(told * (words // len(told))))
    return cpu_seconds(lambda: events(doc))


def test_every_class_that_a_pattern_asks_for_has_words() -> None:
    known = {each for told in classes().values() for each in told}
    every = [*patterns("V").values(), *patterns("N").values()]
    asked = {need.word for told in every for each in told for need in each.needs}
    assert {word for word in asked if word.startswith("@") and word[1:] not in known} == set()


def test_every_pattern_leads_to_a_code_of_the_codebook() -> None:
    every = [*patterns("V").values(), *patterns("N").values()]
    assert {each.code for told in every for each in told} <= set(EVENTS)
