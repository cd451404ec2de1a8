"""Words as texts and titles are compared: folded, so that how they are written makes no difference.

Apart from `near`, so that whoever only compares addresses loads no numerics.
"""

import re
import unicodedata

_UNSPACED = (
    ("\u0e01", "\u0eff", 9),  # Thai, Lao
    ("\u1000", "\u109f", 9),  # Burmese
    ("\u1780", "\u17ff", 9),  # Khmer
    ("\u3041", "\u30ff", 5),  # kana
    ("\u3400", "\u9fff", 5),  # Chinese characters
    ("\U00020000", "\U0003ffff", 5),  # rarer ones
)
_SAME = str.maketrans("ıłøđىةکی", "ilodيهكي")
_SILENT = "'’‘ʼʹ`ـ"
_LINK = re.compile(r"\b(?:https?://|www\.)\S+", re.IGNORECASE)


class _Fold(dict[int, str | None]):
    """What each sign becomes, worked out when it is first met."""

    def __missing__(self, code: int) -> str | None:
        self[code] = folded = _folded(chr(code))
        return folded


def _folded(sign: str) -> str | None:
    kind = unicodedata.category(sign)
    if kind[0] == "M" or kind == "Cf" or sign in _SILENT:
        return None
    if kind == "Nd":
        return str(unicodedata.decimal(sign))
    if not sign.isalnum():
        return " "
    return f" {sign} " if reach(sign) > 3 else sign.translate(_SAME)


_FOLD = _Fold()


def words(text: str) -> list[str]:
    """Return a text's words as they are compared; in scripts without spaces, its signs."""
    plain = unicodedata.normalize("NFKD", _LINK.sub(" ", text)).casefold()
    return plain.translate(_FOLD).split()


def reach(word: str) -> int:
    """Return how many words from this one on make a shingle: its script decides."""
    if word < "\u0e01":
        return 3
    return next((signs for low, high, signs in _UNSPACED if low <= word <= high), 3)
