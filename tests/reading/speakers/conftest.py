"""What a test of speakers asks: the attributions of a paragraph, as words."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from spacy.language import Language

from dateline.codebook import At
from dateline.reading.speakers import Attribution, Voices, attributions

Read = Callable[[str], list["Said"]]
Chain = Callable[..., list[tuple[str, str]]]


@dataclass(frozen=True)
class Said:
    """An attribution with words where it has offsets."""

    attribution: Attribution
    source: str | None
    cue: str
    contents: tuple[str, ...]
    said_when: str | None


@pytest.fixture
def read(nlp: Language) -> Read:
    """Return what reads a paragraph's attributions."""

    def words(text: str, at: At | None) -> str | None:
        return None if at is None else text[slice(*at)]

    def reading(text: str) -> list[Said]:
        return [
            Said(
                one,
                words(text, one.source),
                text[slice(*one.cue)],
                tuple(text[slice(*part)] for part in one.contents),
                words(text, one.said_when),
            )
            for one in attributions(nlp(text))
        ]

    return reading


@pytest.fixture
def chain(nlp: Language) -> Chain:
    """Return what reads a report's paragraphs and gives the speakers of words in the last."""

    def speakers(words: str, *paragraphs: str) -> list[tuple[str, str]]:
        voices = Voices(list(nlp.pipe(paragraphs)), [0] * len(paragraphs))
        start = paragraphs[-1].index(words)
        found = voices.chain(len(paragraphs) - 1, (start, start + len(words)))
        return [(one.name, one.verb) for one in found]

    return speakers
