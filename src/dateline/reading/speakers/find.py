"""Every attribution of a paragraph."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from dateline.codebook import At, HedgeClass
from dateline.reading.speakers.according import according_cues
from dateline.reading.speakers.attribution import Attribution
from dateline.reading.speakers.continued import continued
from dateline.reading.speakers.direct import Quoted
from dateline.reading.speakers.found import Found
from dateline.reading.speakers.heading import heading_cues, signed_cues, titled
from dateline.reading.speakers.lexicon import adverbs
from dateline.reading.speakers.nouns import adjective_cues, noun_cues
from dateline.reading.speakers.quotes import Quote
from dateline.reading.speakers.quoting import quoting_cues
from dateline.reading.speakers.saying import said_when
from dateline.reading.speakers.sourceless import adverb_cues
from dateline.reading.speakers.stretch import at, reach
from dateline.reading.speakers.trailing import trailing_cues
from dateline.reading.speakers.verbs import verb_cues

LONGEST_LEAD = 60
"""How many characters "told reporters in Geneva on Monday:" may take."""
LAST = (trailing_cues, quoting_cues)
"""Who ends a sentence; they hold against what the parse puts behind the same cue."""
KINDS = (
    verb_cues,
    noun_cues,
    adjective_cues,
    according_cues,
    heading_cues,
    signed_cues,
    adverb_cues,
)


def attributions(doc: Doc) -> list[Attribution]:
    """Return the attributions of one paragraph in the order of their cues.

    Sayings inside sayings are attributions of their own. The content of a quotation that is
    not closed goes to the end of the paragraph.
    """
    quoted = Quoted(doc.text)
    read = (_read(titled(found), quoted) for found in _found(doc))
    kept = {one.cue: one for one in _best(one for one in read if one is not None)}
    return continued(sorted(kept.values(), key=lambda one: one.cue), quoted)


def _found(doc: Doc) -> Iterator[Found]:
    last = [found for kind in LAST for found in kind(doc)]
    taken = {found.token.i for found in last}
    yield from last
    yield from (one for kind in KINDS for one in kind(doc) if one.token.i not in taken)


def _best(read: Iterable[Attribution]) -> Iterator[Attribution]:
    """Give one attribution a cue: the last found that says who and what, else the last."""
    by_cue: dict[At, list[Attribution]] = {}
    for one in read:
        by_cue.setdefault(one.cue, []).append(one)
    for told in by_cue.values():
        yield ([one for one in told if one.source and one.contents] or told)[-1]


def _read(found: Found, quoted: Quoted) -> Attribution | None:
    doc = found.token.doc
    cue = at(doc, found.cue)
    source = at(doc, found.source) if found.source and found.source[0] < found.source[1] else None
    said = quoted.owned(cue, source) if "quote" in found.word.frames else []
    indirect = [at(doc, part) for part in found.contents if part[0] < part[1]]
    contents, direct = _contents(said, indirect, cue, quoted)
    if not contents and not _leads_on(quoted.text, cue):
        return None
    return Attribution(
        cue,
        found.word.normal,
        _hedge(found),
        found.word.act,
        contents,
        source,
        quoted=direct,
        negated=any(child.dep_ == "neg" for child in found.token.children),
        said_when=_when(found),
        listener=None if found.listener is None else at(doc, reach(found.listener)),
    )


def _leads_on(text: str, cue: At) -> bool:
    """Return whether a colon after the cue leads to the paragraphs that follow."""
    rest = text[cue[0] :].rstrip()
    return rest.endswith(":") and len(rest) < LONGEST_LEAD


def _hedge(found: Found) -> HedgeClass:
    """Return the doubt of an adverb in the cue ("purportedly shows"), else the cue's own."""
    doc = found.token.doc
    doubts = (adverbs().get(token.lower_) for token in doc[slice(*found.cue)])
    return next((word.hedge for word in doubts if word is not None), found.word.hedge)


def _when(found: Found) -> At | None:
    taken = [*found.contents, *([] if found.source is None else [found.source])]
    return said_when(found.token, found.head, taken=taken, before=found.following)


def _contents(
    said: list[Quote], indirect: list[At], cue: At, quoted: Quoted
) -> tuple[tuple[At, ...], bool]:
    """Return the contents, and whether they are the source's own words alone."""
    around = quoted.around(cue)
    if around is not None:
        return tuple(part for part in indirect if part[1] <= around.end), False
    mixed = bool(indirect) and bool(said) and cue[1] <= indirect[0][0] < said[0].start
    if said and not mixed:
        return tuple((quote.start, quote.end) for quote in said), True
    parts = tuple(quoted.widened(part) for part in indirect)
    return parts, bool(parts) and quoted.spans.issuperset(parts)
