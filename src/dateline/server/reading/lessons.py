"""What the desk's accepted claims teach: how places are called in its reports."""

from typing import Final

from dateline.codebook import Place
from dateline.codebook.claim_json import PLACE, part
from dateline.ledger.models import Claim

MOST: Final = 5_000
"""Claims, those of the newest reports."""
READ: Final = part(Place, PLACE)
ARTICLES: Final = frozenset({"the", "a", "an"})


def lessons() -> tuple[Place, ...]:
    """Return the places of accepted claims under the names that their reports give them.

    A protected report teaches nothing: what others are proposed could tell where it speaks of.
    """
    accepted = Claim.objects.filter(status=Claim.Status.ACCEPTED, report__protected=False)
    newest = accepted.order_by("-report__brought_at").values_list("said", flat=True)[:MOST]
    told = (READ(said["place"], "place") for said in newest if said and said.get("place"))
    return tuple(dict.fromkeys(place for place in told if is_name(place.words)))


def is_name(words: str) -> bool:
    """Tell whether words name a place: "the town" points at one. Not every script has capitals."""
    first, *rest = words.split() or [""]
    name = rest if first.casefold() in ARTICLES else [first, *rest]
    return bool(name) and name[0][:1].isalpha() and not name[0][0].islower()
