"""An entry's parts out of its blocks: paragraphs, quotes, cards; and what has no place in it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, tzinfo
from typing import Final

from dateline.reading.languages import language_of
from dateline.reading.liveblog.cards import Gathered, gathered
from dateline.reading.liveblog.mentions import mention
from dateline.reading.liveblog.page import Card, Left, Paragraph, Part, Piece, Quote
from dateline.reading.structure import Block, Owner
from dateline.reading.structure.lines import BREAK
from dateline.reading.structure.markup import TAG

TRANSLATES: Final = re.compile(r"(?:translation|перевод|переклад|الترجمة|ترجمة)\s*[:：]", re.I)
NOTE: Final = re.compile(
    r"(?:correction|clarification|update|editor[’']?s?[’']?\s+note|поправка|تصحيح)s?\b[^.]{0,40}:",
    re.I,
)
"""What a page says about itself and its readers need all the same."""
CITED: Final = "> "
WHY: Final = {
    "caption": "what stood under a picture or a video, which is not in the text",
    "byline": "another byline",
    "stamp": "another time",
    "boilerplate": "about the page itself",
}


def piece(text: str, block: Block) -> Piece:
    """Return a block's words on one line."""
    return Piece(" ".join(text[block.start : block.end].split()), block.start, block.end)


def left(text: str, block: Block, why: str = "") -> Left:
    """Return a block that has no place, with the reason."""
    one = piece(text, block)
    if not why and block.role == "boilerplate" and TAG.match(text, block.start, block.end):
        why = "a tag of the page"
    return Left(one, why or WHY.get(block.role, "it could not be placed"))


def opens_line(text: str, block: Block) -> bool:
    """Tell whether more stands on the line behind a block."""
    end = BREAK.search(text, block.end)
    return bool(text[block.end : end.start() if end else None].strip())


@dataclass
class Body:
    """An entry's body while it is gathered."""

    text: str
    day: date
    zone: tzinfo
    parts: list[Part] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    owner: Owner | None = None
    """Whose the last part's words are."""
    end: int = 0
    """Where the last block of the last part ends."""

    def take(self, blocks: Sequence[Block]) -> None:
        """Take the blocks of a body, in order."""
        at = 0
        while at < len(blocks):
            block = blocks[at]
            if block.role == "card":
                at += self._card(blocks[at:])
                continue
            self._one(block)
            at += 1

    def _one(self, block: Block) -> None:
        if block.role == "quote":
            self._quote(block)
        elif block.role == "headline":
            self._put(Paragraph((piece(self.text, block),), heading=True), block)
        elif block.role == "prose" or self._goes_on(block) or self._notes(block):
            self._paragraph(block)
        else:
            self.left.append(left(self.text, block))

    def _put(self, part: Part, block: Block, owner: Owner | None = None) -> None:
        self.parts.append(part)
        self.owner, self.end = owner, block.end

    def _paragraph(self, block: Block) -> None:
        one, last = piece(self.text, block), self.parts[-1] if self.parts else None
        if isinstance(last, Paragraph) and not last.heading and self._same_line(block):
            self._put(self._told((*last.pieces, one)), block)
            del self.parts[-2]
        else:
            self._put(self._told((one,)), block)

    def _told(self, pieces: tuple[Piece, ...]) -> Paragraph:
        said = Paragraph(pieces)
        taken_up = mention(said.words, pieces[0].start, self.day)
        return replace(said, translates=bool(TRANSLATES.match(said.words)), mention=taken_up)

    def _quote(self, block: Block) -> None:
        one, last = piece(self.text, block), self.parts[-1] if self.parts else None
        one = replace(one, words=one.words.removeprefix(CITED.strip()).lstrip())
        if isinstance(last, Quote) and self.owner == block.owner:
            pieces = (*last.pieces, one)
            self.parts.pop()
        else:
            pieces = (one,)
        source, through = _names(block.owner)
        spoken = language_of(" ".join(piece.words for piece in pieces))
        self._put(Quote(pieces, source, through, spoken), block, block.owner)

    def _card(self, blocks: Sequence[Block]) -> int:
        """Take a card off the beginning of the blocks; return how many belong to it."""
        found: Gathered = gathered(self.text, blocks, self.day, self.zone)
        last = self.parts[-1] if self.parts else None
        owner = last.source if isinstance(last, Quote) else ""
        title, *excerpt = [piece(self.text, block) for block in found.shown]
        title = replace(title, words=found.title or title.words)
        link = piece(self.text, found.link) if found.link else None
        card = Card(title, tuple(excerpt), link, owner, found.time)
        self._put(card, blocks[found.count - 1])
        return found.count

    def _goes_on(self, block: Block) -> bool:
        """Tell whether it is a wire's place or signature, which stands within a paragraph."""
        return block.role == "byline" and (self._same_line(block) or opens_line(self.text, block))

    def _notes(self, block: Block) -> bool:
        words = self.text[block.start : block.end]
        return block.role == "boilerplate" and NOTE.match(words) is not None

    def _same_line(self, block: Block) -> bool:
        between = self.text[self.end : block.start]
        tags = TAG.finditer(between)
        return bool(self.end) and not BREAK.search(between) and not any(t["block"] for t in tags)


def _names(owner: Owner | None) -> tuple[str, str]:
    if owner is None:
        return "", ""
    through = owner.through.words if owner.through else ""
    return " ".join(owner.words.split()), " ".join(through.split())
