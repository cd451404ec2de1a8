"""What each word is, in all languages together or in one."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, NamedTuple

from dateline.dates.kinds import KINDS
from dateline.dates.languages import LANGUAGES, Language

TATWEEL: Final = "ـ"
LOOKALIKES: Final = str.maketrans("АВЕКМНОРСТУХаеорсухіј", "ABEKMHOPCTYXaeopcyxij")


class Entry(NamedTuple):
    """What a word is in the grammar, and what it means."""

    kind: str
    value: object
    doubtful: bool


@dataclass(frozen=True)
class Lexicon:
    """The words of some languages together; their scripts keep them apart."""

    words: dict[str, Entry]
    phrases: dict[str, list[tuple[tuple[str, ...], Entry]]]
    clitics: str

    def find(self, word: str) -> Entry | None:
        """Return a word's entry, also where a conjunction sticks to it or it imitates letters."""
        folded = word.lower()
        entry = self.words.get(folded)
        if entry is None and not word.isascii():
            folded = plain(word)
            entry = self.words.get(folded)
            if entry is None and folded[0] in self.clitics and len(folded) > 3:
                entry = self.words.get(folded[1:])
        return None if entry and entry.doubtful and not word[0].isupper() else entry


def plain(word: str) -> str:
    """Return a word in lower case, without stretching, its Cyrillic look-alikes made Latin."""
    folded = word.replace(TATWEEL, "") or word
    if any("a" <= letter <= "z" for letter in folded.lower()):
        folded = folded.translate(LOOKALIKES)
    return folded.lower()


def lexicon(languages: Iterable[Language]) -> Lexicon:
    """Return the look-up table for some languages; where words collide, the first one holds."""
    words: dict[str, Entry] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    clitics = ""
    for language in languages:
        clitics += language.clitics
        for kind, table in language.words.items():
            for word, value in table.items():
                entry = Entry(KINDS[kind], value, word in language.doubtful)
                first, *rest = word.replace("'s", " 's").replace("-", " - ").split()
                if rest:
                    phrases.setdefault(first, []).append((tuple(rest), entry))
                else:
                    words.setdefault(word, entry)
    for found in phrases.values():
        found.sort(key=lambda phrase: -len(phrase[0]))
    return Lexicon(words, phrases, clitics)


EVERY: Final = lexicon(LANGUAGES)
BY_CODE: Final = {language.code: lexicon([language]) for language in LANGUAGES}
