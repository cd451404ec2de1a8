"""The kinds of words and signs that the grammar knows, each with its letter.

A kind is one letter, so that the kinds of a whole text are a string and the grammar's rules are
regular expressions over it.
"""

from typing import Final

KINDS: Final = {
    **{"month": "m", "weekday": "w", "weekdays": "W", "day": "n", "ordinal": "o", "year": "y"},
    **{"big": "N", "count": "c", "an": "a", "few": "v", "unit": "u", "units": "U", "whole": "V"},
    **{"part": "p", "noon": "P", "relative": "t", "night": "J", "last": "l", "next": "x"},
    **{"this": "h", "latest": "H", "mod": "e", "ago": "g", "before": "b", "after": "f"},
    **{"season": "s", "reference": "r", "to": "T", "until": "L", "and": "A", "from": "F"},
    **{"between": "B", "since": "S", "every": "E", "adverb": "G", "zone": "z", "half": "k"},
    **{"of": "O", "in": "I", "on": "Q", "at": "Z", "the": "D", "approx": "X", "old": "Y"},
    **{"will": "M", "holiday": "R", "fiscal": "C", "yearword": "q", "decade": "d", "iso": "i"},
    **{"figures": "j", "clock": "K", "point": "9", "comma": "0", "dash": "1", "slash": "2"},
    **{"stop": "3", "possessive": "4", "open": "5", "break": "6", "word": "7", "sign": "8"},
    **{"filler": "_", "earlier": "<", "later": ">", "oclock": "@", "ahead": "&"},
    **{"decimal": "%", "andhalf": "=", "halfyear": "~", "label": "#", "era": "!"},
}
