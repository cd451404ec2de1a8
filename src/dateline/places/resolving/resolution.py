"""What a mention was resolved to, and what the place does in its sentence."""

from dataclasses import dataclass, replace
from typing import Literal

from dateline.codebook import Place
from dateline.places.candidate import Candidate
from dateline.places.locate import Located
from dateline.places.mention import Mention

Role = Literal["place", "people", "speaker", "government"]
"""A place where something is; "Syrian"; "Moscow said"; "Damascus", which may be a government."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """One mention's place; `located` is None where no place of the name is known."""

    mention: Mention
    located: Located | None
    role: Role = "place"

    @property
    def place(self) -> Place | None:
        """Return the place as claims carry it."""
        if not (self.located and self.located.candidates):
            return None
        best: Candidate = self.located.candidates[0]
        return replace(
            best.place(self.mention.words),
            name=self.located.name,
            lat=self.located.lat,
            lon=self.located.lon,
            level=self.located.level,
            radius_m=self.located.radius_m,
        )
