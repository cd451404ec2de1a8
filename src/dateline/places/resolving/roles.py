"""What a name does in its sentence: a place, a people, a speaker, perhaps a government."""

import re
from typing import Final

from dateline.codebook import Level
from dateline.places.candidate import Candidate
from dateline.places.demonyms import country_of
from dateline.places.mention import Mention
from dateline.places.resolving.prior import is_seat
from dateline.places.resolving.resolution import Role

SAYS: Final = re.compile(
    r"(?:['’]s)?,?\s+(?:(?:\w+ly|also|had|has|have|did|does|not|yet) ){0,3}"
    r"(?:said|says|told|claim(?:s|ed)|den(?:y|ies|ied)|announce[sd]?|insist(?:s|ed)|accuse[sd]"
    r"|condemn(?:s|ed)|warn(?:s|ed)|confirm(?:s|ed)?|reject(?:s|ed)|argue[sd]|declare[sd]"
    r"|admit(?:s|ted)|acknowledge[sd]|call(?:s|ed) (?:for|on)|dismiss(?:es|ed)|maintain(?:s|ed)"
    r"|заявил\w*|сообщил\w*|опроверг\w*|обвинил\w*|заявля\w+|отрица\w+)\b"
)
ACTS: Final = re.compile(
    r"(?:['’]s (?:government|ally|allies|foreign policy|demand|support|claim|denial|position|stance"
    r"|offer|decision|intervention|involvement|interests?|influence|role)\b"
    r"|,?\s+(?:\w+ly |also |had |has |have |will |would |wants? to |is |are |was |were )?"
    r"(?:back(?:s|ed|ing)|support(?:s|ed|ing)|agree[sd]?|decide[sd]?|refuse[sd]?|want(?:s|ed)"
    r"|seek(?:s|ing)|sought|pledge[sd]|vow(?:s|ed)|threaten(?:s|ed|ing)|impose[sd]?|recognise[sd]?"
    r"|recogni[sz]e[sd]?|summon(?:s|ed)|expel(?:s|led)|supply|supplies|supplied|arm(?:s|ed|ing)"
    r"|negotiat\w+|urge[sd]?|demand(?:s|ed)?|deploy(?:s|ed)|send(?:s|ing)|sent|hopes?|fears?)\b)"
)
WITH: Final = re.compile(
    r"\b(?:talks (?:with|between)|relations (?:with|between)|ties (?:with|between|to)|backed by"
    r"|supported by|pressure on|sanctions (?:on|against)|agreement (?:with|between)"
    r"|deal (?:with|between)|allied (?:with|to)|according to|accused by|statement from)\s+$"
)
RULING: Final[tuple[Level, ...]] = ("country", "building")
"""Beside seats of government: a country, and a house such as the Kremlin."""


def role(mention: Mention, meant: Candidate | None) -> Role:
    """Return what the words around a name make of the place that it means.

    "Moscow said" is a speaker. "Damascus backed the plan" may be the city or the government: only
    a country, a seat of government and a house such as the Kremlin can be either.
    """
    if (meant is None or meant.level == "country") and is_people(mention.words):
        return "people"
    if meant is None or not (meant.level in RULING or is_seat(meant)):
        return "place"
    if SAYS.match(mention.after):
        return "speaker"
    return "government" if governs(mention) else "place"


def governs(mention: Mention) -> bool:
    """Tell whether the words around a name are said of governments and not of towns."""
    said = SAYS.match(mention.after) or ACTS.match(mention.after)
    return bool(said or WITH.search(mention.before))


def is_people(words: str) -> bool:
    """Tell whether a word stands for people and things of a country: "Syrian", "сирийский"."""
    return bool(country_of(words))
