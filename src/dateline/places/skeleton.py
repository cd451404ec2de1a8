"""A key that survives transliteration: Sarmin = سرمين = Сармин = Sermin.

A name is brought to plain sounds; its consonants are the key, its vowels are compared afterwards,
since Arabic writes few of them and every other alphabet writes them differently.
"""

import re
from typing import Final

from dateline.places.names import fold
from dateline.places.scripts import script

ARABIC: Final = dict(
    zip("ابپتثجچحخدذرزژسشصضطظغفڤقكگلمنهوي", "abbttjchhddrzjsssdtzgfvkkglmnhui", strict=True)
)
CYRILLIC: Final = {
    **dict(zip("абвгґдеєжзиіклмнопрстуфхцчшщыэ", "abvggdeejziiklmnoprstufhцcssie", strict=True)),
    **{"ц": "ts", "ю": "iu", "я": "ia", "ь": "", "ъ": "", "ђ": "j", "ј": "i", "љ": "l"},
    **{"њ": "n", "ћ": "c", "џ": "j", "қ": "k", "ғ": "g", "ң": "n", "ө": "o", "ү": "u", "ұ": "u"},
}
GREEK: Final = dict(zip("αβγδεζηθικλμνξοπρσςτυφχψω", "avgdezitiklmnxoprsstifhpo", strict=True))
HEBREW: Final = dict(zip("אבגדהוזחטיכךלמםנןסעפףצץקרשת", "abgdhuzhtikklmmnnsappsskrst", strict=True))
TO_SOUND: Final = {ord(a): b for a, b in {**ARABIC, **CYRILLIC, **GREEK, **HEBREW}.items()}
DIGRAPHS: Final = {
    **{"shch": "s", "sch": "s", "tch": "c", "dzh": "j", "dj": "j", "kh": "h"},
    **{"sh": "s", "ch": "c", "zh": "j", "ph": "f", "th": "t", "dh": "d", "gh": "g", "ck": "k"},
    **{"ou": "u", "oo": "u", "tz": "ts"},
    **{"q": "k", "c": "k", "x": "ks", "w": "u", "y": "i"},
}
DIGRAPH: Final = re.compile("|".join(DIGRAPHS))
FINAL_HA: Final = re.compile(r"ه\b")
GLIDE: Final = re.compile(r"u+(?=[aeio])")
DOUBLED: Final = re.compile(r"(.)\1+")
VOWELS: Final = re.compile(r"[aeiou]+")
UNVOWELLED: Final = frozenset({"ARABIC", "HEBREW"})
COST: Final = {"ae": 0.15, "ei": 0.1, "ai": 0.35, "ou": 0.1, "ao": 0.3}
"""Between two vowels; two of the same mouth are near."""
FAR: Final = 0.55
UNHEARD: Final = 0.98
"""The most that a name without written vowels can be like another."""


def sounds(name: str) -> str:
    """Return a name as plain sounds, its words joined; empty for scripts that we cannot read."""
    return _sounds(fold(name))


def _sounds(folded: str) -> str:
    kinds = {"LATIN"} if folded.isascii() else {script(letter) for letter in folded} - {""}
    if "OTHER" in kinds or len(kinds) > 1:
        return ""
    if "LATIN" in kinds:
        said = DIGRAPH.sub(lambda found: DIGRAPHS[found[0]], folded)
    elif kinds & UNVOWELLED:
        said = FINAL_HA.sub("ا", folded.replace("وع", "وا")).replace("ع", "").translate(TO_SOUND)
    else:
        said = folded.replace("дж", "ж").translate(TO_SOUND)
    return DOUBLED.sub(r"\1", GLIDE.sub("v", said.replace(" ", "")))


def skeleton(name: str) -> str:
    """Return the consonants of a name; empty where fewer than two would tell nothing."""
    return bones(fold(name))


def bones(folded: str) -> str:
    """Return the skeleton of a name that is folded already."""
    bare = VOWELS.sub("", _sounds(folded))
    return bare if len(bare) > 1 else ""


def likeness(name: str, other: str) -> float:
    """Return how alike two names of one skeleton sound, from 0 to 1, by the vowels between."""
    free = _is_unvowelled(name) != _is_unvowelled(other)
    ours, theirs = _slots(sounds(name)), _slots(sounds(other))
    if len(ours) != len(theirs) or len(ours) < 3:
        return 0.0
    costs = [_cost(a, b, free) for a, b in zip(ours, theirs, strict=True)]
    if free and "a" in (ours[0], theirs[0]):
        costs[0] = 0.05  # a first alif carries any vowel
    return max(0.0, (UNHEARD if free else 1.0) - sum(costs) / (len(costs) - 1))


def _is_unvowelled(name: str) -> bool:
    return any(script(letter) in UNVOWELLED for letter in name)


def _slots(said: str) -> list[str]:
    """Return the vowels before, between and after the consonants."""
    return re.split(r"[^aeiou]", said)


def _cost(ours: str, theirs: str, free: bool) -> float:
    """Return what two groups of vowels cost; an alphabet without short vowels leaves them free."""
    if ours == theirs:
        return 0.0
    if free and not (ours and theirs):
        return 0.05
    if not ours or not theirs:
        return 0.3
    return min(_between(a, b) for a in ours for b in theirs) + (0.05 if free else 0.0)


def _between(a: str, b: str) -> float:
    return 0.05 if a == b else COST.get("".join(sorted(a + b)), FAR)
