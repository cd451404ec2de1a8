"""Where in a sentence more words are put."""

import re
from typing import Final

from dateline.reading.warning.draft import Sentence

LAST: Final = re.compile(r"[.!?؟…:]*[\"'”’»)\]]*$")
ON: Final = re.compile(r"\s*(?:,|;|–|—|،|؛|\b(?:and|but|while|as|и|а|но|та|й|але)\b)")


def end_of(sentence: Sentence) -> int:
    """Return where a sentence's words end, before the sign that closes it."""
    match = LAST.search(sentence.text)
    return sentence.start + (match.start() if match else len(sentence.text))


def behind(sentence: Sentence, at: int) -> int:
    """Return where words about what ends at `at` are put: there, if another clause follows."""
    goes_on = ON.match(sentence.text, at - sentence.start)
    return at if goes_on else end_of(sentence)
