from functools import partial

import pytest
from spacy.language import Language

from dateline.reading.speakers import attributions
from dateline.reading.speakers.quotes import quotes
from tests.effort import cpu_seconds
from tests.reading.speakers.conftest import Read

MARKED = [
    ("He said “no”.", ["“no”"]),
    ('He said "no".', ['"no"']),
    ("''Go home,'' he said.", ["''Go home,''"]),
    ("«Нет», сказал он.", ["«Нет»"]),
    ("‘Go home,’ he said.", ["‘Go home,’"]),
    ("The commanders' tents and the men's boots.", []),
    ("“He said “no” to me,” she said.", ["“He said “no” to me,”"]),
    ("“It goes on and on", ["“It goes on and on"]),
    ("closed only”", []),
    ("“”", ["“”"]),
    ('"', []),
    ("“", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), MARKED)
def test_it_pairs_quotation_marks(text: str, expected: list[str]) -> None:
    assert [text[one.start : one.end] for one in quotes(text)] == expected


@pytest.mark.parametrize(
    ("text", "source", "contents"),
    [
        ("“We lost the hill,” the captain said.", "the captain", ("“We lost the hill,”",)),
        ('"We lost the hill," said the captain.', "the captain", ('"We lost the hill,"',)),
        ("The captain said: “We lost the hill.”", "The captain", ("“We lost the hill.”",)),
        (
            "“We lost the hill,” he said. “We will take it back.”",
            "he",
            ("“We lost the hill,”", "“We will take it back.”"),
        ),
        ("“Stop,” she said, “or we fire.”", "she", ("“Stop,”", "“or we fire.”")),
    ],
)
def test_a_quotation_belongs_to_its_cue(
    read: Read, text: str, source: str, contents: tuple[str, ...]
) -> None:
    [said] = read(text)
    assert (said.source, said.contents, said.attribution.quoted) == (source, contents, True)


def test_speech_that_goes_on_belongs_to_the_same_speaker(read: Read) -> None:
    [said] = read("“It is over,” Karim Aziz said. “They left.” “Nobody stayed.”")
    assert said.contents == ("“It is over,”", "“They left.”", "“Nobody stayed.”")


def test_a_new_cue_takes_the_next_quotation(read: Read) -> None:
    first, second = read("“It is over,” Karim Aziz said. He added: “They left.”")
    assert first.contents == ("“It is over,”",)
    assert second.contents == ("“They left.”",)


def test_mixed_speech_keeps_its_quotation_whole(read: Read) -> None:
    [said] = read("Officials said that the raid was “a grave mistake.”")
    assert said.contents == ("that the raid was “a grave mistake.”",)
    assert not said.attribution.quoted


def test_scare_quotes_are_nobodys_speech(read: Read) -> None:
    assert read("The “terrorists” were women and children.") == []


def test_an_unclosed_quotation_goes_to_the_end(read: Read) -> None:
    [said] = read("The captain said: “We lost the hill. We lost ten men.")
    assert said.contents == ("“We lost the hill. We lost ten men.",)


def test_ten_thousand_quotations_cost_no_more_than_their_length(nlp: Language) -> None:
    few, many = (nlp("“No,” he said. " * count) for count in (250, 2500))
    once, then = (cpu_seconds(partial(attributions, doc)) for doc in (few, many))
    assert len(attributions(many)) > 2000
    assert then < 40 * once + 0.5
    assert len(quotes("“a” " * 10_000)) == 10_000


def test_a_dash_signs_a_quotation(read: Read) -> None:
    [said] = read("“The bridge was the only way out.” — Salma Nasser")
    assert (said.source, said.contents) == ("Salma Nasser", ("“The bridge was the only way out.”",))
