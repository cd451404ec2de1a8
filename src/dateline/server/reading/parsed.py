"""A text parsed paragraph by paragraph, for the commands that print what reading is made of."""

from dataclasses import dataclass

from spacy.tokens import Doc

from dateline.reading.passage import passages
from dateline.reading.pipeline import load
from dateline.reading.structure import layout
from dateline.server.reading.texts import text_of


@dataclass(frozen=True)
class Parsed:
    """A text; its paragraphs in order, and where each of them begins."""

    text: str
    docs: list[Doc]
    starts: list[int]


def parsed(name: str) -> Parsed:
    """Parse a file, or the input where the name is "-". Raises NoText, Missing.

    One line is one snippet, read whole; of a page what is no sentence of it is left out: bylines,
    stamps, boilerplate.
    """
    text = text_of(name)
    pipeline = load()
    if "\n" not in text.strip() and len(text) <= pipeline.max_length:
        return Parsed(text, [pipeline(text)], [0])
    read = passages(text, layout(text), pipeline)
    return Parsed(text, [one.doc for one in read], [one.start for one in read])
