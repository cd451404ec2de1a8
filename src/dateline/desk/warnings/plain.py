"""A Markdown text as the editor's own sentences, and where each of their letters stands in it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from markdown_it.token import Token

from dateline.codebook import At
from dateline.reading.warning import Marked, Passage
from dateline.text.reader import parse

CITING: Final = frozenset({"card", "quote_open", "quote_close", "incident", "toll"})
QUOTING: Final = {"quote_open": 1, "quote_close": -1, "blockquote_open": 1, "blockquote_close": -1}
LEADING: Final = re.compile(r"[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+|#{1,6}[ \t]+)?")
MARKUP: Final = re.compile(
    r"\[(?P<marked>(?:[^\[\]\\\n]|\\.)+)\]\{claim=\"?(?P<claim>[A-Za-z0-9][A-Za-z0-9_-]{0,63})\"?\}"
    r"|!?\[(?P<linked>(?:[^\[\]\\\n]|\\.)*)\]\([^()\s]*(?:\s+\"[^\"\n]*\")?\)"
    r"|\\(?P<kept>[!-/:-@\[-`{-~])|`+[^`\n]*`+|<[a-z]+:[^<>\s]*>|\*+|~~|(?<!\w)_+|_+(?!\w)"
)
"""What is no word of a sentence. Its groups are the words inside."""
GAP: Final = -1
"""Where a letter stands that the text does not have: between two blocks."""


@dataclass(frozen=True)
class Plain:
    """A passage, and where each of its code points stands in the Markdown."""

    passage: Passage
    places: Sequence[int]
    closed: Mapping[int, int]
    """Letter behind the words of some markup → where in the Markdown that markup ends."""

    def source(self, start: int, end: int, markdown: str) -> At | None:
        """Return the stretch of the Markdown that a stretch of the passage is.

        None where markup lies in it: what replaced it would break the markup.
        """
        if start == end:
            return self._between(start)
        first, last = self.places[start], self.places[end - 1] + 1
        whole = markdown[first:last] == self.passage.text[start:end]
        return (first, last) if GAP not in (first, last - 1) and whole else None

    def spread(self, start: int, end: int) -> At:
        """Return the stretch of the Markdown from the first letter to the last, markup included."""
        return self.places[start], self.places[end - 1] + 1

    def _between(self, at: int) -> At | None:
        """Return where words are put in: right behind the last letter, and out of its markup."""
        last = self.places[at - 1] + 1 if at else 0
        place = self.closed.get(at, last)
        return (place, place) if place or not at else None


@dataclass(frozen=True)
class Block:
    """Lines of the editor's own, and whether what stands beside them gives their source."""

    start: int
    end: int
    cited: bool


def plain(markdown: str) -> Plain:
    """Return what an editor says in a text; quotes, cards and code are left out."""
    gathered = Gathered(markdown)
    for block in _blocks(markdown):
        gathered.gap()
        begin = len(gathered.letters)
        for line in _lines(markdown, block):
            gathered.read(line)
        if block.cited and len(gathered.letters) > begin:
            gathered.cited.append((begin, len(gathered.letters)))
    return gathered.done()


def _blocks(markdown: str) -> Iterator[Block]:
    starts = [0, *(at + 1 for at, letter in enumerate(markdown) if letter == "\n"), len(markdown)]
    tokens = [one for one in parse(markdown) if one.type == "inline" or one.type in _SEEN]
    inside = 0
    for n, token in enumerate(tokens):
        inside += QUOTING.get(token.type, 0)
        if token.type != "inline" or inside or not token.map or token.map[1] >= len(starts):
            continue
        beside = tokens[max(0, n - 1) : n + 2]
        first, last = starts[token.map[0]], starts[token.map[1]]
        yield Block(first, last, any(_gives_source(one) for one in beside))


_SEEN: Final = CITING | frozenset(QUOTING)


def _gives_source(token: Token) -> bool:
    return token.type in _SEEN


def _lines(markdown: str, block: Block) -> Iterator[At]:
    at = block.start
    while at < block.end:
        end = markdown.find("\n", at, block.end)
        end = block.end if end < 0 else end + 1
        leading = LEADING.match(markdown, at, end)
        yield (leading.end() if leading else at), end
        at = end


class Gathered:
    """Gathers the letters that are an editor's words."""

    def __init__(self, markdown: str) -> None:
        self.markdown = markdown
        self.letters: list[str] = []
        self.cited: list[At] = []
        self._places: list[int] = []
        self._marks: list[Marked] = []
        self._closed: dict[int, int] = {}

    def done(self) -> Plain:
        """Return what was gathered."""
        passage = Passage("".join(self.letters), tuple(self._marks), tuple(self.cited))
        return Plain(passage, self._places, self._closed)

    def gap(self) -> None:
        """Set the next block apart."""
        if self.letters:
            self.letters += "\n\n"
            self._places += [GAP, GAP]

    def read(self, at: At) -> None:
        """Add what a stretch says; the words inside markup are read in turn."""
        start, end = at
        for match in MARKUP.finditer(self.markdown, start, end):
            self._copy(start, match.start())
            start = match.end()
            self._inside(match)
        self._copy(start, end)

    def _inside(self, match: re.Match[str]) -> None:
        begin = len(self.letters)
        if match["kept"]:
            self._copy(*match.span("kept"))
            return
        group = "marked" if match["marked"] else "linked"
        if not match[group]:
            return
        self.read(match.span(group))
        if (end := len(self.letters)) > begin:
            self._closed[end] = match.end()
            if match["marked"]:
                self._marks.append(Marked(begin, end, match["claim"]))
            else:
                self.cited.append((begin, end))

    def _copy(self, start: int, end: int) -> None:
        self.letters += self.markdown[start:end].replace("\n", " ")
        self._places += range(start, end)
