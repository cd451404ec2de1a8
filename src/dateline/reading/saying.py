"""Sentences that claim nothing: announcements, what nobody knows, the page about itself."""

import re
from collections.abc import Sequence
from typing import Final

from spacy.tokens import Span

from dateline.codebook import Speaker

UNKNOWN: Final = re.compile(
    r"\b(?:(?:remains|yet) to be seen|too early to (?:tell|say)"
    r"|(?:is|was|remains?) (?:not |un)clear|not (?:immediately )?(?:known|clear)"
    r"|we do not know|no immediate (?:comment|word|reports?)"
    r"|could not be (?:\w+ly )?(?:verified|confirmed|reached)|declined to comment)\b",
    re.IGNORECASE,
)
ADDRESSED: Final = frozenset({"click", "listen", "read", "see", "watch", "follow", "subscribe"})
SHORTEST: Final = 5
"""Words: less is a heading."""


def says_nothing(sentence: Span, owners: Sequence[Speaker]) -> bool:
    """Tell whether a sentence with no event in it claims nothing that a desk could record.

    The writer's own "we" speaks of the page; in a quotation it speaks of its owner.
    """
    words = sentence.text.strip()
    if words.endswith((":", "→")) or UNKNOWN.search(words):
        return True
    letters = [token for token in sentence if token.is_alpha]
    if len(letters) < SHORTEST or not _has_verb(sentence):
        return True
    first = letters[0].lower_
    return first in ADDRESSED or (not owners and _is_ours(sentence))


def _has_verb(sentence: Span) -> bool:
    return any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in sentence)


def _is_ours(sentence: Span) -> bool:
    return any(
        token.dep_ == "nsubj" and token.lower_ in ("we", "i") and token.head == sentence.root
        for token in sentence
    )
