"""A noun as actor or target: its words, its party, its kind."""

from collections.abc import Iterable, Sequence
from typing import Final

from spacy.tokens import Doc, Span, Token

from dateline.codebook.targets import TARGET_OF
from dateline.reading.events.frame import is_trigger
from dateline.reading.events.mention import Role
from dateline.reading.events.nominal import noun_mood
from dateline.reading.events.syntax import CHAIN, COUNTING, NOUNS, lemma, preposed
from dateline.reading.events.vocabulary import classes
from dateline.reading.parties import PartyMention

STOPS: Final = frozenset({"relcl", "acl", "appos", "advcl", "parataxis", "punct", "prep"})
TARGET_KINDS: Final = {
    "armed_group": "combatant",
    "military": "combatant",
    "police": "combatant",
    "security": "combatant",
    "rescuers": "rescuer",
    "person": "leader",
    "people": "people",
    "political": "government",
}
WARS: Final = frozenset(
    {"fighting", "hostility", "war", "conflict", "violence", "unrest", "crisis", "uprising"}
)
"""What kills without being anybody."""
NOBODY: Final = frozenset({"nobody", "none", "nothing", "no", "neither"})
TIMES: Final = frozenset({"DATE", "TIME"})
DASHES: Final = frozenset({"—", "–", "--"})
RANKS: Final = frozenset({"commander", "leader"})


def actor_of(head: Token, told: Sequence[PartyMention]) -> Role | None:
    """Read the actor from a noun; one that is itself an event or weapon acts for its party."""
    if head.pos_ == "PRON" and head.lower_ in {"it", "there", "this", "that", "which", "what"}:
        return None
    if lemma(head) in WARS or head.lower_ in NOBODY or head.ent_type_ in TIMES:
        return None
    if not head.text[:1].isalpha() or any(one.lower_ in NOBODY for one in head.lefts):
        return None
    span = phrase(head)
    start, end, words = span.start_char, span.end_char, span.text
    party = _covering(told, start, end, head) or _beside(told, head)
    if _inanimate(head) and party is None:
        return None
    if party is None:
        name = words if head.pos_ == "PROPN" else None
        return Role(start, end, words, name, "")
    return Role(start, end, words, party.name, party.kind, party.country)


def target_of(head: Token, told: Sequence[PartyMention], fallback: str) -> Role:
    """Read the target from a noun; `fallback` is its kind where its words say none."""
    span = phrase(head)
    start, end, words = span.start_char, span.end_char, span.text
    party = _covering(told, start, end, head)
    numbered = any(map(str.isdigit, head.text))
    if fallback == "settlement" and (head.pos_ != "PROPN" or numbered):
        fallback = "other"
    kind = _kind(head) or (TARGET_KINDS.get(party.kind, "government") if party else fallback)
    proper = words if head.pos_ == "PROPN" and lemma(head) not in TARGET_OF else None
    name = (party.name if party else None) or proper
    return Role(start, end, words, name, kind, party.country if party else "")


def acting(party: PartyMention) -> Role:
    """Return a party as an actor."""
    return Role(party.start, party.end, party.words, party.name, party.kind, party.country)


def _inanimate(head: Token) -> bool:
    known = classes().get(lemma(head), frozenset())
    event = is_trigger(head) and head.pos_ == "NOUN" and noun_mood(head) is not None
    return event or bool(known & {"arms", "armament", "firearm", "media"})


def _kind(head: Token) -> str:
    pairs = [f"{lemma(c)} {lemma(head)}" for c in head.children if c.dep_ in {"compound", "amod"}]
    tails = [f"{lemma(head)} of {lemma(each)}" for each in preposed(head, "of")]
    found = [TARGET_OF[pair] for pair in (*pairs, *tails) if pair in TARGET_OF]
    if found:
        return found[0]
    if head.pos_ == "PROPN":
        before = head.doc[head.left_edge.i : head.i]
        ranks = (_own_kind(each) for each in before if each.dep_ == "compound")
        return next((kind for kind in ranks if kind in RANKS), _own_kind(head))
    if lemma(head) in COUNTING or head.pos_ == "NUM":
        for each in preposed(head, "of"):
            return _own_kind(each) or "people"
    return _own_kind(head) or ("people" if head.pos_ in {"NUM", "PRON"} else "")


def _own_kind(noun: Token) -> str:
    return TARGET_OF.get(lemma(noun), "") or TARGET_OF.get(noun.lower_, "")


def _covering(
    told: Iterable[PartyMention], start: int, end: int, head: Token
) -> PartyMention | None:
    inside = [party for party in told if party.start < end and start < party.end]
    over = [p for p in inside if p.start <= head.idx < p.end]
    named = [p for p in inside if p.end <= head.idx + len(head) and p.name]
    return next(iter((*over, *named, *inside)), None) if over or named or _inanimate(head) else None


def _beside(told: Iterable[PartyMention], head: Token) -> PartyMention | None:
    """Return the party that is named beside a noun: "the extremist group al-Shabab"."""
    for name in head.children:
        if name.dep_ == "appos" and name.pos_ == "PROPN":
            return _covering(told, name.left_edge.idx, name.idx + len(name), name)
    return None


def phrase(head: Token) -> Span:
    """Return the noun with its modifiers, those coordinated with it and what "of" adds."""
    doc: Doc = head.doc
    last = head.i
    for child in head.rights:
        if _stops(child):
            break
        if child.dep_ == "conj" and child.pos_ not in NOUNS:
            break
        last = _last(child)
    dashes = [each.i for each in head.lefts if each.text in DASHES]
    start = max([head.left_edge.i, *(at + 1 for at in dashes)])
    while start < head.i and (doc[start].is_punct or doc[start].dep_ in {"predet", "cc", "mark"}):
        start += 1
    return doc[start : last + 1]


def _stops(child: Token) -> bool:
    """Tell whether a word behind a noun is no part of its name: "the rebels | of killing 12"."""
    gerund = any(each.dep_ == "pcomp" for each in child.children)
    return child.dep_ in STOPS and (child.lower_ != "of" or gerund)


def _last(child: Token, steps: int = CHAIN) -> int:
    """Return the last word of what follows a noun, without a clause that hangs on it."""
    last = child.i
    for each in child.rights:
        if _stops(each):
            break
        deeper = steps and each.dep_ in {"pobj", "conj", "prep"}
        last = _last(each, steps - 1) if deeper else max(last, each.i)
    return last
