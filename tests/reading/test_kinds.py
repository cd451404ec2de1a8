"""The verb of what is claimed says which kind of claim it is."""

from datetime import UTC, datetime

import pytest

from dateline.codebook.events import EVENTS
from dateline.reading.kinds import code, predicate

from .test_reader import read, reader  # noqa: F401  fixtures

KINDS = [
    ("Jets bombed a market in Sarmin on Monday.", "event"),
    ("The rebels control the eastern districts of the town.", "situation"),
    ("The army's offensive in the province has failed.", "assessment"),
    ("The strike on the market was a serious mistake.", "assessment"),
    ("The minister met the ambassador in the capital on Monday.", "statement"),
    ("The army will attack the town on Friday.", "forecast"),
    ("The ministry denied that it had bombed the market.", "denial"),
    ("More than 200,000 people have been killed since the war began.", "toll"),
    ("The commander said that the army was responsible for the attack.", "responsibility"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_its_kind_is(read, text, kind):  # noqa: F811
    found = read(text, language="en", published=datetime(2015, 10, 21, tzinfo=UTC)).claims
    assert kind in [claim.kind for claim in found]


def test_every_code_leads_to_one_that_the_codebook_knows():
    assert {code(event) for event in EVENTS} <= set(EVENTS)
    assert all(code(code(event)) == code(event) for event in EVENTS)


def test_the_predicate_of_a_noun_is_its_clauses_verb(nlp):
    doc = nlp("The attack was barbaric.")
    assert predicate(doc[1]).text == "was"
    assert predicate(doc[2]).text == "was"


def test_words_without_a_verb_have_themselves(nlp):
    doc = nlp("Aleppo")
    assert predicate(doc[0]).text == "Aleppo"
