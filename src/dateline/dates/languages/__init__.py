"""The words of each language, as tables. Another language is another file here, named below."""

from typing import Final

from dateline.dates.languages.arabic import ARABIC
from dateline.dates.languages.english import ENGLISH
from dateline.dates.languages.russian import RUSSIAN
from dateline.dates.languages.table import Language
from dateline.dates.languages.ukrainian import UKRAINIAN

LANGUAGES: Final[tuple[Language, ...]] = (ENGLISH, ARABIC, RUSSIAN, UKRAINIAN)

__all__ = ["LANGUAGES", "Language"]
