"""Who speaks in a claim and how sure they were, as readers may know it."""

from django.utils.translation import gettext

from dateline.codebook import Claim
from dateline.ledger.models import Claim as Kept
from dateline.live import codes
from dateline.weighing.testimony import Voice

from .view import Evidence


def voice_name(voice: Voice, *, private: bool = False) -> str:
    """Return a voice's name; of a report that identifies somebody, not one that only it has."""
    if private and voice.id.startswith("name:"):
        return gettext("a person")
    return voice.name or gettext("a source that is not named")


def chain(claim: Kept, said: Claim, report: Evidence) -> tuple[str, ...]:
    """Return who speaks in a claim, from the origin outwards to the report's own source."""
    names = [gettext("a person") if report.private else one.name for one in said.speakers]
    giver = report.source or gettext("a source that is not named")
    return tuple(dict.fromkeys((*names, giver)))


def how(said: Claim) -> str:
    """Return how sure it was said, in words."""
    return codes.words(codes.HEDGES, said.hedge.cls)


def hedge_words(said: Claim, report: Evidence) -> str:
    """Return the source's own words for how sure it is."""
    return "" if report.private else said.hedge.words
