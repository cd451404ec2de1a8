"""Names as a sentence bends them: "в Алеппо", "под Идлибом", "στη Συρία", "Halep'te"."""

from collections.abc import Iterator
from itertools import islice, product
from typing import Final

from dateline.places.scripts import script

SLAVIC: Final = (
    *(("єві", ("їв",)), ("єва", ("їв",)), ("євом", ("їв",)), ("ова", ("ів", "ов"))),
    *(("ову", ("ів",)), ("овом", ("ів",))),
    *(("скими", ("ские",)), ("ского", ("ский", "ское")), ("скому", ("ский",))),
    *(("ской", ("ская",)), ("скую", ("ская",)), ("ском", ("ский", "ское")), ("ским", ("ский",))),
    *(("ских", ("ские",)), ("ної", ("на",)), ("ной", ("ная",)), ("ном", ("ный", "ное"))),
    *(("ного", ("ный", "ное")), ("ому", ("ый", "ий", "е")), ("ими", ("ие",)), ("ыми", ("ые",))),
    *(("ией", ("ия",)), ("ією", ("ія",)), ("ии", ("ия",)), ("ию", ("ия",)), ("ії", ("ія",))),
    *(("ію", ("ія",)), ("ями", ("и",)), ("ами", ("ы", "а", "и")), ("ях", ("и",))),
    *(("ах", ("ы", "а", "и")), ("ов", ("ы",)), ("ой", ("а", "ый")), ("ою", ("а",))),
    *(("ей", ("я",)), ("ом", ("", "о")), ("ем", ("ь", "й", "е", "")), ("єм", ("й",))),
    *(("ові", ("ів", "")), ("ям", ("и",)), ("ам", ("ы", "и")), ("ую", ("ая",)), ("ый", ("ый",))),
    *(("а", ("", "о")), ("у", ("а", "", "о")), ("е", ("а", "", "о", "ь", "й", "я"))),
    *(("и", ("а", "я", "ь", "ы")), ("ы", ("а",)), ("ю", ("я", "ь", "й")), ("я", ("ь", "й"))),
    *(("і", ("а", "", "я", "ь")), ("ї", ("я", "й")), ("єю", ("я",))),
)
GREEK: Final = (("ου", ("ο", "ος")), ("ης", ("η",)), ("ας", ("α",)), ("ον", ("ος",)), ("ς", ("",)))
SHORTEST: Final = 2
"""Letters that a stem keeps."""
MOST: Final = 24


def base_forms(name: str) -> Iterator[str]:
    """Give a name as it stands, then the forms that its ending may come from."""
    yield name
    kind = script(name[0]) if name else ""
    if kind == "LATIN":
        stem, mark, ending = name.replace("’", "'").partition("'")
        if mark and len(stem) >= SHORTEST and ending.islower() and 1 < len(ending) < 5:
            yield stem
    elif kind in ("CYRILLIC", "GREEK"):
        endings = SLAVIC if kind == "CYRILLIC" else GREEK
        forms = [list(_forms(word, endings)) for word in name.split(" ")]
        most = MOST if len(forms) == 1 else MOST // 3
        yield from (" ".join(words) for words in islice(product(*forms), 1, most))


def _forms(word: str, endings: tuple[tuple[str, tuple[str, ...]], ...]) -> Iterator[str]:
    yield word
    for ending, firsts in endings:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            yield from (word[: len(word) - len(ending)] + first for first in firsts)
