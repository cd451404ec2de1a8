"""From what a form says to a claim of the codebook, each part at its words."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dateline.codebook import Actor, At, Claim, Hedge, Place, Speaker, Target
from dateline.ledger.models import Capture

from .dating import dated
from .placing import NONE, Offer
from .scene import Scene
from .standing import NotThereError, nearest, one_line
from .tolls import tolls_of

SPEAKERS = 6
"""Rows that a form has at most."""


def claim_of(
    said: Mapping[str, Any], text: str, capture: Capture, before: Claim | None, places: Offer
) -> Claim:
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
        said_when=dated(said, "said_when", scene, before.said_when if before else None),
        negated=said["negated"] or bool(negation),
        negation_words=scene.words(negation_at) if negation_at else "",
        negation_at=negation_at,
        actor=_actor(said, scene),
        target=_target(said, scene),
        place=_place(said, scene, places),
        when=dated(said, "when", scene, before.when if before else None),
        tolls=tuple(tolls_of(said, scene)),
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


def _place(said: Mapping[str, Any], scene: Scene, places: Offer) -> Place | None:
    words, chosen = said["place_words"], said["place"]
    old = scene.before and scene.before.place
    if not words or chosen == NONE:
        return None
    at = scene.at("place_words", words, old)
    try:
        place = places.place(chosen)
    except KeyError:
        why = places.trouble or "Choose which place these words mean."
        raise NotThereError("place", why) from None
    return replace(place, words=scene.words(at), at=at) if place else None


def _hedge(said: Mapping[str, Any], scene: Scene) -> Hedge:
    words = said["hedge_words"]
    at = scene.at("hedge_words", words, scene.before and scene.before.hedge) if words else None
    return Hedge(said["hedge"], scene.words(at) if at else "", at)
