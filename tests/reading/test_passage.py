"""A page's blocks, cut so that no sentence is cut that has an end."""

import pytest

from dateline.reading.passage import ENOUGH, LONGEST, passages
from dateline.reading.structure import Block, Entry, Layout

SENTENCE = "Shells fell on the town during the night and hit two houses. "
TEXTS = [
    SENTENCE,
    SENTENCE * 400,
    "word " * 3_000,
    SENTENCE * 10 + "word " * 1_000 + SENTENCE * 10,
    "x" * 4_000,
    "",
]


def cut(text, nlp):
    block = Block(0, len(text), "prose")
    page = Layout((Entry(0, len(text), None, None, None, (block,)),), None)
    return passages(text, page, nlp)


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_nothing_is_lost_or_read_twice(nlp, text):
    found = cut(text, nlp)
    assert "".join(one.doc.text for one in found) == text
    assert [one.start for one in found[1:]] == [one.end for one in found[:-1]]


def test_a_long_paragraph_is_cut_behind_sentences(nlp):
    found = cut(SENTENCE * 400, nlp)
    assert len(found) > 1
    assert all(one.doc.text.rstrip().endswith(".") for one in found)
    assert all(len(one.doc.text) <= ENOUGH + len(SENTENCE) for one in found)


def test_a_sentence_without_an_end_is_cut_behind_a_word(nlp):
    found = cut("word " * 3_000, nlp)
    assert all(len(one.doc.text) <= LONGEST for one in found)
    assert all(one.doc.text.endswith(" ") for one in found)


def test_line_ends_within_a_paragraph_are_spaces_to_the_parser(nlp):
    (found,) = cut("Shells fell on\nthe town.", nlp)
    assert found.doc.text == "Shells fell on the town."


def test_a_parsed_passage_keeps_nothing_of_its_batch(nlp):
    assert all(one.doc.tensor.size == 0 for one in cut(SENTENCE * 400, nlp))
