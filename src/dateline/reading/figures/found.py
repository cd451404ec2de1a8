"""A toll as it was found in a paragraph."""

from dataclasses import dataclass

from dateline.codebook import At, Category, Group, Toll


@dataclass(frozen=True)
class FoundToll:
    """A toll with the word that makes it one. Offsets are code points of the document's text."""

    toll: Toll
    trigger: At
    """The word that says what befell them: "killed", "toll", "sorties"."""
    part_of: At | None = None
    """`at` of the toll that contains this one: "12 people, including three children"."""
    shared: bool = False
    """Whether one figure counts the killed and the injured together: "dozens of casualties"."""

    @property
    def category(self) -> Category:
        """Return what befell them."""
        return self.toll.category

    @property
    def groups(self) -> tuple[Group, ...]:
        """Return who they were."""
        return self.toll.groups
