"""An event that is told of with nothing behind it: no claim, no quote, nobody who says so."""

from collections.abc import Iterator

from dateline.codebook import Claim
from dateline.reading.warning.attributing import BLANK
from dateline.reading.warning.draft import Draft, Sentence
from dateline.reading.warning.ends import end_of
from dateline.reading.warning.likeness import is_about
from dateline.reading.warning.telling import Telling, tellings
from dateline.reading.warning.voice import is_hedged, is_voiced
from dateline.reading.warning.warned import Fix, Known, Warned

WHY = "Nothing is behind “{}”: no claim, no quote, nobody who says so."
FOUND = "Nothing is behind “{}”, but a claim of this column says it."


def unsourced(draft: Draft, sentence: Sentence, known: Known) -> Iterator[Warned]:
    """Yield the first event that an English sentence tells of flatly and by itself."""
    if draft.language != "en" or sentence.marks or sentence.cited:
        return
    if sentence.text.endswith(":") or is_voiced(sentence.text, "en"):
        return
    if is_hedged(sentence.text, "en"):
        return
    for telling in tellings(sentence):
        fix, why = _mended(sentence, telling, known)
        words = telling.words
        yield Warned("unsourced", telling.start, telling.end, words, why.format(words), fix)
        return


def _mended(sentence: Sentence, telling: Telling, known: Known) -> tuple[Fix, str]:
    for pk, claim in known.nearby.items():
        if pk in known.accepted and _says(claim) and is_about(sentence, telling.event, claim):
            return _marked(sentence, pk), FOUND
    at = end_of(sentence)
    said = f", according to {BLANK}"
    return Fix(at, at, said, "add “according to …”"), WHY


def _says(claim: Claim) -> bool:
    return claim.kind in ("event", "toll") and not claim.negated and claim.hedge.cls != "denied"


def _marked(sentence: Sentence, pk: str) -> Fix:
    start, end = sentence.start, end_of(sentence)
    words = sentence.text[: end - start]
    return Fix(start, end, f"[{words}]{{claim={pk}}}", "mark the sentence with that claim")
