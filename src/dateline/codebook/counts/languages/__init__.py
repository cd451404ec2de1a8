"""Number words and count phrases as data, a language a file."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from dateline.codebook.counts.languages.arabic import ARABIC
from dateline.codebook.counts.languages.english import ENGLISH
from dateline.codebook.counts.languages.russian import RUSSIAN
from dateline.codebook.counts.languages.table import Numerals
from dateline.codebook.counts.languages.ukrainian import UKRAINIAN

LANGUAGES: Final[Mapping[str, Numerals]] = MappingProxyType(
    {"en": ENGLISH, "ar": ARABIC, "ru": RUSSIAN, "uk": UKRAINIAN}
)
