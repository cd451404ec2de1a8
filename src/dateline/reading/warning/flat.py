"""A hedge or a speaker that the claim has and the sentence lost."""

from collections.abc import Iterator
from typing import Final

from dateline.codebook import Claim
from dateline.reading.warning.attributing import attribution, speaker
from dateline.reading.warning.draft import Draft, Sentence
from dateline.reading.warning.ends import behind
from dateline.reading.warning.passage import Marked
from dateline.reading.warning.voice import OPEN, denies, is_hedged, is_quoted, is_voiced
from dateline.reading.warning.warned import Fix, Known, Warned

SAID: Final = frozenset({"asserted", "said"})
SURENESS: Final = {"unconfirmed": "not confirmed", "possible": "only that it may be so"}
SAYS: Final = {"claimed": "claims", "alleged": "alleges", "reported": "reports"}
INSIDE: Final = 3
"""Letters of a name that are enough to know it again."""


def flat(draft: Draft, sentence: Sentence, known: Known) -> Iterator[Warned]:
    """Yield marked words that say for sure what their claim does not."""
    for mark in sentence.marks:
        claim = known.claims.get(mark.claim)
        if claim and draft.language and _is_flat(draft, sentence, mark, claim):
            yield _warned(draft, sentence, mark, claim)
            return  # mended for the first, it stands for the others too


def _is_flat(draft: Draft, sentence: Sentence, mark: Marked, claim: Claim) -> bool:
    text, language = sentence.text, draft.language
    if claim.kind == "denial" or claim.hedge.cls == "denied":
        return False
    if text.endswith("?") or is_quoted(text, mark.start - sentence.start):
        return False
    if is_hedged(text, language) or denies(text, language):
        return False
    if claim.hedge.cls in OPEN:
        return not (claim.hedge.cls == "predicted" and _foretold(text, claim))
    if claim.hedge.cls in SAID and not claim.speakers:
        return False
    return not (is_voiced(text, language) or _names(text, claim))


def _foretold(text: str, claim: Claim) -> bool:
    return claim.hedge.cls == "predicted" and any(
        f" {word} " in f" {text.lower()} " for word in ("will", "shall", "to", "would", "going")
    )


def _names(text: str, claim: Claim) -> bool:
    """Tell whether a speaker is named, if only in part: "SMART" of "SMART News Agency"."""
    names = [name for one in claim.speakers for name in (one.name, one.words) if name]
    where = f"{claim.place.name} {claim.place.words}".split() if claim.place else []
    parts = {part for name in names for part in name.split() if len(part) >= INSIDE}
    told = {part for part in parts if part[0].isupper()}.difference(where)
    return any(name in text for name in (*names, *told))


def _warned(draft: Draft, sentence: Sentence, mark: Marked, claim: Claim) -> Warned:
    said = attribution(claim, draft.language)
    end = min(mark.end, sentence.end)
    start = max(mark.start, sentence.start)
    at = behind(sentence, end)
    words = draft.text[start:end]
    fix = Fix(at, at, said, f"add “{said.lstrip(',،; ')}”")
    return Warned("hedge", start, end, words, _why(claim), fix)


def _why(claim: Claim) -> str:
    who = speaker(claim)
    cls = claim.hedge.cls
    if cls in OPEN or not who:
        return f"The claim is {SURENESS.get(cls, cls)}; the sentence states it as a fact."
    return f"{who} {SAYS.get(cls, 'says')} this; the sentence states it as a fact."
