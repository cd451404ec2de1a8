"""The values that callers hand in and get back."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Image:
    """A picture that the caller resolved; `alt` and `credit` stand where the directive has none."""

    sources: tuple[tuple[str, int], ...]
    """(address as it is to stand in src and srcset, width in pixels), ascending."""
    width: int
    height: int
    alt: str
    credit: str


@dataclass(frozen=True)
class Words:
    """The reader's labels, translated by the caller."""

    translation: str = "Translation"
    translated_by: str = "Translation: {by}"
    machine: str = "machine translation"
    missing_picture: str = "picture not available"
    photo_credit: str = "Photo: {credit}"

    def photo(self, credit: str) -> str:
        """Return the credit line of a picture, or nothing where nobody is credited."""
        # replace, not format: a label or a name with braces must not raise or reach attributes.
        return self.photo_credit.replace("{credit}", credit) if credit else ""

    def translator(self, by: str, *, machine: bool) -> list[str]:
        """Say who or what translated; the bare label where neither is known."""
        said = [self.translated_by.replace("{by}", by)] if by else []
        said += [self.machine] if machine else []
        return said or [self.translation]


@dataclass(frozen=True)
class Problem:
    """Why a text may not be published yet: a 1-based line, and plain words that say what to do."""

    line: int
    message: str

    def __str__(self) -> str:
        return f"Line {self.line}: {self.message}"
