"""Lists of words that a page's parts are told by; `words.csv` holds them, by language.

- reporting: verbs of those who give an account; what follows is theirs also behind "that …:"
- saying: other verbs; what follows is theirs where the colon comes soon, or in quotation marks
- going-on: verbs that hand over only right before the colon ("the article goes on:")
- by: words before a source's name ("according to"); work: what is quoted ("transcript")
- same-work: what is being quoted already ("the article"); opener: first words of "From X:"
- lead, conjunction: what may stand before a subject; between: and between it and its verb
- no-subject: what no speaker's name begins with; nobody: words that name nobody by themselves
- pronoun, determiner; no-name: words of no person's name; stamp: words around a date line
- zone: abbreviations of time zones, in capitals
- weekday: days of the week in languages that `dates` does not read
- month-jan to month-dec: names of months in languages that `dates` does not read
"""

import csv
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=64)
def listed(name: str) -> frozenset[str]:
    """Return the words of a list, in small letters; zones in capitals."""
    path = files("dateline.reading.structure") / "words.csv"
    rows = csv.DictReader(path.read_text(encoding="utf-8").splitlines())
    return frozenset(row["word"] for row in rows if row["list"] == name)
