"""What was found in a text: a mention and what sort of words it is."""

from dataclasses import dataclass
from typing import Literal

from dateline.places.mention import Mention

Sort = Literal["name", "relative", "demonym"]
"""A place's name; words that place something by another ("south of Aleppo", "the town");
a word for people and things of a country ("Syrian")."""


@dataclass(frozen=True, slots=True)
class Found:
    """A mention of a place, or of what belongs to one."""

    mention: Mention
    sort: Sort = "name"
    form: str = ""
    """The name as the gazetteer has it where the sentence bends it: "Идлиб" of "под Идлибом";
    empty where the words themselves are the name."""
