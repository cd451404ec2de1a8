"""From what a form says to a claim of the codebook, each part at its words."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from dateline.codebook import Actor, At, Claim, Hedge, Place, Speaker, Target, Toll, When
from dateline.codebook.counts import counts
from dateline.ledger.models import Capture

from .resolving import place_of, when_of
from .standing import NotThereError, nearest, one_line

SPEAKERS = 6
TOLLS = 6
"""Rows that a form has at most; a clause that says more is several claims."""


@dataclass(frozen=True)
class Scene:
    """What a claim is made from: the text, what it quotes, and what it said before, if anything."""

    text: str
    capture: Capture
    before: Claim | None
    quote: At

    def at(self, field: str, words: str, before: Any = None) -> At:
        """Return where words stand; those that did not change stay where they stood."""
        if before and before.at and one_line(before.words) == words:
            return before.at[0], before.at[1]
        if found := nearest(words, self.text, near=self.quote):
            return found
        raise NotThereError(field)

    def words(self, at: At) -> str:
        """Return what stands at a place."""
        return self.text[at[0] : at[1]]


def claim_of(said: Mapping[str, Any], text: str, capture: Capture, before: Claim | None) -> Claim:
    """Return the claim that a form says. Raises NotThereError for what stands nowhere."""
    scene = Scene(text, capture, before, _quote(said, text, before))
    start, end = scene.quote
    event_at = scene.at("event_words", said["event_words"]) if said["event_words"] else None
    negation = said["negation_words"]
    negation_at = scene.at("negation_words", negation) if negation else None
    return Claim(
        quote=text[start:end],
        start=start,
        end=end,
        kind=said["kind"],
        event=said["event"],
        event_words=scene.words(event_at) if event_at else "",
        event_at=event_at,
        speakers=tuple(_speakers(said, scene)),
        said_when=before.said_when if before else None,
        negated=said["negated"] or bool(negation),
        negation_words=scene.words(negation_at) if negation_at else "",
        negation_at=negation_at,
        actor=_actor(said, scene),
        target=_target(said, scene),
        place=_place(said, scene),
        when=_when(said, scene),
        tolls=tuple(_tolls(said, scene)),
        hedge=_hedge(said, scene),
    )


def _quote(said: Mapping[str, Any], text: str, before: Claim | None) -> At:
    words = said["quote"]
    if before and one_line(before.quote) == one_line(words):
        return before.start, before.end
    near = before.start if before else said["near"]
    if found := nearest(words, text, near=(near, near)):
        return found
    raise NotThereError("quote")


def _speakers(said: Mapping[str, Any], scene: Scene) -> list[Speaker]:
    old, made = scene.before.speakers if scene.before else (), []
    for n in range(SPEAKERS):
        field = f"speaker_{n}_words"
        if words := said.get(field):
            at = scene.at(field, words, old[n] if n < len(old) else None)
            name, verb = said[f"speaker_{n}_name"], said[f"speaker_{n}_verb"]
            made.append(Speaker(name or one_line(words), verb, scene.words(at), at))
    return made


def _actor(said: Mapping[str, Any], scene: Scene) -> Actor | None:
    words = said["actor_words"]
    if not words:
        return None
    at = scene.at("actor_words", words, scene.before and scene.before.actor)
    return Actor(said["actor_name"] or None, scene.words(at), at)


def _target(said: Mapping[str, Any], scene: Scene) -> Target | None:
    words = said["target_words"]
    if not words:
        return None
    at = scene.at("target_words", words, scene.before and scene.before.target)
    return Target(said["target_name"] or None, said["target_kind"], scene.words(at), at)


def _place(said: Mapping[str, Any], scene: Scene) -> Place | None:
    words, name = said["place_words"], said["place_name"]
    if not words:
        return None
    old = scene.before and scene.before.place
    if old and (one_line(old.words), old.name) == (words, name or old.name):
        return old
    at = scene.at("place_words", words, old)
    return place_of(scene.words(at), at, name)


def _when(said: Mapping[str, Any], scene: Scene) -> When | None:
    words, edtf = said["when_words"], said["when_edtf"]
    old = scene.before and scene.before.when
    if old and (one_line(old.words), old.edtf) == (words, edtf):
        return old  # also one that rests on the report's own time, and on no words
    if not words and edtf:
        raise NotThereError("when_words", "Say which words of the text give this date.")
    if not words:
        return None
    at = scene.at("when_words", words, old)
    return when_of(scene.words(at), at, edtf, scene.capture)


def _tolls(said: Mapping[str, Any], scene: Scene) -> list[Toll]:
    old, made = scene.before.tolls if scene.before else (), []
    for n in range(TOLLS):
        field = f"toll_{n}_words"
        if words := said.get(field):
            before = old[n] if n < len(old) else None
            at = scene.at(field, words, before)
            made.append(_toll(said, n, scene.words(at), at, before))
    return made


def _toll(said: Mapping[str, Any], n: int, words: str, at: At, before: Toll | None) -> Toll:
    low, high = said[f"toll_{n}_low"], said[f"toll_{n}_high"]
    if not said[f"toll_{n}_category"]:
        raise NotThereError(f"toll_{n}_category", "Say what is counted.")
    toll = Toll(
        category=said[f"toll_{n}_category"],
        groups=tuple(said[f"toll_{n}_groups"]) or ("unknown",),
        low=low,
        high=high,
        words=words,
        at=at,
        approximate=said[f"toll_{n}_approximate"],
        cumulative=said[f"toll_{n}_cumulative"],
        as_of=before.as_of if before else None,
    )
    return toll if low is not None or high is not None else _counted(toll, f"toll_{n}_low")


def _counted(toll: Toll, field: str) -> Toll:
    """Return a toll with the number that its words say."""
    found = next((count for count in counts(toll.words) if count.counted), None)
    if found is None:
        raise NotThereError(field, "These words hold no number. Say at least how many.")
    about = toll.approximate or found.approximate
    return replace(toll, low=found.low, high=found.high, approximate=about)


def _hedge(said: Mapping[str, Any], scene: Scene) -> Hedge:
    words = said["hedge_words"]
    at = scene.at("hedge_words", words, scene.before and scene.before.hedge) if words else None
    return Hedge(said["hedge"], scene.words(at) if at else "", at)
