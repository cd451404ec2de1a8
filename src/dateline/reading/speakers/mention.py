"""The words that name a speaker, taken apart: title, name, and what is said of them."""

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from dateline.codebook import At
from dateline.reading.speakers.lexicon import listed
from dateline.reading.speakers.naming import name_end
from dateline.reading.speakers.roles import Kind, roles

ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those", "one"})


@dataclass(frozen=True)
class Mention:
    """A speaker as some words have them."""

    words: str
    name: str
    """Without title, article and description; the words themselves where nobody is named."""
    kind: Kind | None
    head: str
    """The lemma of its main word: "ministry"."""
    proper: bool
    """Whether it is a name, not a role or a pronoun."""
    pronoun: bool
    title: str = ""
    description: str = ""
    short: str = ""
    """What stands in brackets after it: the "LCC" of "Local Coordination Committees (LCC)"."""


def mention(doc: Doc, at: At) -> Mention | None:
    """Return the mention that these characters make; None where they are no whole tokens."""
    span = doc.char_span(*at)
    return None if span is None else _mention(span)


def _mention(span: Span) -> Mention:
    while len(span) > 1 and span[0].is_punct:
        span = span[1:]
    whole = _known_as(span)
    span = span.doc[whole.start : name_end(whole[0], whole.end)]
    core, description = _apart(span)
    proper = span.root.pos_ == "PROPN" or (len(span.root) > 1 and span.root.is_upper)
    proper = proper and not (span.root.is_upper and span.root.lower_ in listed("generic"))
    first = core.start + (core[0].lower_ in ARTICLES and len(core) > 1)
    name_from = _after_title(core, first) if proper else first
    title = span.doc[first:name_from].text
    bare = span.doc[name_from : core.end].text
    return Mention(
        span.text,
        bare,
        _kind(core, bool(title)),
        span.root.lemma_.lower(),
        proper,
        span.root.pos_ == "PRON" or span.root.tag_ in {"WP", "WDT", "PRP$"},
        title,
        description or span.doc[span.end : whole.end].text,
        _short(span),
    )


def _known_as(span: Span) -> Span:
    """Return the name alone of "the group known as X"."""
    for token in span[1:-1]:
        if token.lower_ in {"known", "called", "named", "dubbed"}:
            rest = span[token.i - span.start + 1 :]
            named = next((one.i for one in rest if one.pos_ == "PROPN"), None)
            return span if named is None else span.doc[named : span.end]
    return span


def _apart(span: Span) -> tuple[Span, str]:
    """Split "Igor Konashenkov, spokesman for the MOD" at what only describes."""
    for token in span:
        after = token.i > span.root.i
        if after and (token.text in {",", "("} or token.dep_ in {"relcl", "acl"}):
            start = token.i if token.text in {",", "("} else token.left_edge.i
            if start > span.start:
                return span.doc[span.start : start], span.doc[start : span.end].text.strip(",() ")
    return span, ""


def _after_title(core: Span, first: int) -> int:
    """Return where the name begins after "Syria Turkmen Council President"."""
    kinds = roles()
    if any(token.dep_ == "cc" for token in core):
        return first
    titles = [token.i for token in core if kinds.get(token.lower_) == "person"]
    last = max((i for i in titles if i + 1 < core.end), default=None)
    rest = () if last is None else core.doc[last + 1 : core.end]
    proper = bool(rest) and all(token.pos_ == "PROPN" or not token.is_lower for token in rest)
    return last + 1 if last is not None and proper else first


def _kind(core: Span, titled: bool) -> Kind | None:
    if titled or core.root.ent_type_ == "PERSON":
        body = any(roles().get(token.lower_) == "body" for token in core)
        return "person" if titled or not body else "body"
    found = {roles().get(token.lemma_.lower()) for token in core} - {None}
    if "body" in found or core.root.ent_type_ in {"ORG", "GPE", "NORP"}:
        return "body"
    return "person" if "person" in found else None


def _short(span: Span) -> str:
    """Return the "LCC" that stands in brackets in the name or right after it."""
    tokens = span.doc[span.start : span.end + 3]
    for before, short, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if before.text == "(" and after.text == ")" and short.text[:1].isupper():
            return short.text
    return ""


def initials(name: str) -> set[str]:
    """Return the ways to shorten a name: "MD" and "MoD" of Ministry of Defence, in lower case."""
    words = re.findall(r"\w+", name)
    big = [word[0] for word in words if word[0].isupper()]
    return {"".join(big).lower(), "".join(word[0] for word in words).lower()}


def antecedent(token: Token) -> Token | None:
    """Return the noun that "who" or "which" stands for."""
    clause = token.head
    while clause.dep_ not in {"relcl", "ROOT"} and clause.head != clause:
        clause = clause.head
    return clause.head if clause.dep_ == "relcl" else None
