"""How each source stands to an incident: accused, accuser, at the scene, relaying, observer."""

from collections.abc import Collection, Iterable, Mapping
from typing import Final, Literal

from dateline.weighing.reproach import reproaches
from dateline.weighing.testimony import Testimony, Voice

Relation = Literal["at_the_scene", "observer", "accuser", "accused", "relaying"]
RELATIONS: Final[tuple[Relation, ...]] = (
    *("at_the_scene", "observer", "accuser"),
    *("accused", "relaying"),
)
"""In the order in which positions are listed: never in two camps."""
AT_THE_SCENE: Final = frozenset({"rescue_service", "medical", "activist"})
RELAYING: Final = frozenset({"agency", "outlet"})


def relations(
    testimonies: Iterable[Testimony], corrections: Mapping[str, Relation]
) -> dict[str, Relation]:
    """Return the relation of every voice by its id; what an editor corrected stands."""
    told = sorted(testimonies, key=lambda one: one.id)
    accused = accused_parties(told)
    voices = {voice.id: voice for one in told for voice in one.voices}
    return {
        voice_id: corrections.get(voice_id) or relation(voice, accused)
        for voice_id, voice in sorted(voices.items())
    }


def accused_parties(testimonies: Iterable[Testimony]) -> frozenset[str]:
    """Return the ids of parties that anybody says did it, or that deny having done it."""
    return frozenset(
        one.party for one in testimonies if one.party and one.counts and reproaches(one)
    )


def relation(voice: Voice, accused: Collection[str]) -> Relation:
    """Return how a voice stands where these parties are accused.

    Whoever speaks for an accused party is that, whatever its kind; but a rescue service of another
    party is no party to the war.
    """
    if voice.party and voice.party in accused:
        return "accused"
    if voice.kind in AT_THE_SCENE:
        return "at_the_scene"
    if voice.party:
        return "accuser"
    return "relaying" if voice.kind in RELAYING else "observer"
