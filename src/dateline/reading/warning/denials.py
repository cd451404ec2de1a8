"""A claim that denies the very point written, and that the text does not mention."""

from collections.abc import Iterator

from dateline.codebook import Claim
from dateline.reading.warning.attributing import denial, speaker
from dateline.reading.warning.draft import Draft, Sentence
from dateline.reading.warning.likeness import is_about, may_be_then
from dateline.reading.warning.telling import are_alike, tellings
from dateline.reading.warning.voice import denies
from dateline.reading.warning.warned import Fix, Known, Warned


def denials(draft: Draft, sentence: Sentence, known: Known) -> Iterator[Warned]:
    """Yield the first denial of what a sentence says that the text is silent on."""
    if not draft.language or _is_answered(draft, sentence):
        return
    marked = {mark.claim for one in draft.sentences for mark in one.marks}
    for pk, claim in known.nearby.items():
        if pk not in marked and is_denial(claim) and (at := _denied(draft, sentence, pk, known)):
            yield _warned(draft, sentence, at, pk, known)
            return


def is_denial(claim: Claim) -> bool:
    """Tell whether a claim says that something is not so."""
    return claim.kind == "denial" or claim.negated or claim.hedge.cls == "denied"


def _is_answered(draft: Draft, sentence: Sentence) -> bool:
    """Tell whether this sentence or the next tells of a denial already."""
    at = draft.sentences.index(sentence)
    return any(denies(one.text, draft.language) for one in draft.sentences[at : at + 2])


def _denied(draft: Draft, sentence: Sentence, pk: str, known: Known) -> tuple[int, int] | None:
    """Return the words that a claim denies: marked with one of its incident, or telling of it."""
    claim = known.nearby[pk]
    for mark in sentence.marks:
        said = known.claims.get(mark.claim)
        beside = said and pk in known.beside.get(mark.claim, ())
        if said and beside and not is_denial(said) and are_alike(said.event, claim.event):
            return max(mark.start, sentence.start), min(mark.end, sentence.end)
    if draft.language != "en":
        return None
    for telling in tellings(sentence):
        if is_about(sentence, telling.event, claim) and may_be_then(sentence, claim):
            return telling.start, telling.end
    return None


def _warned(draft: Draft, sentence: Sentence, at: tuple[int, int], pk: str, known: Known) -> Warned:
    claim = known.nearby[pk]
    accepted = pk in known.accepted
    who = speaker(claim) or "Another source"
    why = f"{who} denies this (“{_short(claim)}”), and the text does not say so."
    if not accepted:
        why = f"{who} denies this in a claim that waits for review; the text does not say so."
    said = denial(claim, pk if accepted else "", draft.language)
    fix = Fix(sentence.end, sentence.end, said, f"add that {who} denies it")
    return Warned("denied", *at, draft.text[slice(*at)], why, fix)


def _short(claim: Claim) -> str:
    words = " ".join(claim.quote.split())
    return words if len(words) <= 90 else f"{words[:89]}…"
