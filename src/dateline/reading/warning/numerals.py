"""How an interval is written as a count, by language, in the digits of what it replaces."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple


class Bounds(NamedTuple):
    """How a language bounds a count."""

    least: str
    most: str
    about: str
    between: str


BOUNDS: Final[Mapping[str, Bounds]] = MappingProxyType(
    {
        "": Bounds("≥ {0}", "≤ {0}", "≈ {0}", "{0}–{1}"),
        "en": Bounds("at least {0}", "up to {0}", "about {0}", "{0} to {1}"),
        "ru": Bounds("не менее {0}", "до {0}", "около {0}", "от {0} до {1}"),
        "uk": Bounds("щонайменше {0}", "до {0}", "близько {0}", "від {0} до {1}"),
        "ar": Bounds("ما لا يقل عن {0}", "ما يصل إلى {0}", "نحو {0}", "بين {0} و{1}"),
    }
)
INDIC: Final = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
"""The digits of Arabic script."""


def written(
    low: int | None, high: int | None, *, approximate: bool, language: str, like: str
) -> str:
    """Return an interval in words; `like` is what it replaces, whose digits are kept.

    Raises:
        ValueError: where it is bounded on neither side.
    """
    said = _said(low, high, approximate, language)
    if any("٠" <= letter <= "٩" for letter in like):
        said = said.translate(INDIC)
    return said[0].upper() + said[1:] if like[:1].isupper() else said


def _said(low: int | None, high: int | None, approximate: bool, language: str) -> str:
    way, sign = BOUNDS[language], "," if language in ("", "en") else "\u00a0"
    match low, high:
        case None, None:
            raise ValueError("This interval has no bound that could be written.")
        case least, None:
            return way.least.format(_digits(least, sign))
        case None, most:
            return way.most.format(_digits(most, sign))
    if low != high:
        return way.between.format(_digits(low, sign), _digits(high, sign))
    return way.about.format(_digits(low, sign)) if approximate else _digits(low, sign)


def _digits(number: int | None, sign: str) -> str:
    return f"{number:,}".replace(",", sign)
