"""Which language a text is in."""

from typing import Final

from py3langid import classify

ENOUGH: Final = 40
"""Letters below which nobody can tell."""
SAMPLE: Final = 4_000


def language_of(text: str) -> str:
    """Return a text's language as ISO 639-1, "" where it is too short to tell."""
    sample = text[:SAMPLE]
    letters = sum(map(str.isalpha, sample))
    if letters < ENOUGH:
        return "en" if letters and sample.isascii() else ""
    code, _ = classify(sample)
    return str(code)
