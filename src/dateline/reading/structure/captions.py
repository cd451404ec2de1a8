"""What stands under a picture, and who took it."""

import re
from typing import Final, Literal

from dateline.reading.structure.bylines import AGENCIES

LONGEST: Final = 600
MOST_WORDS_OF_CREDIT: Final = 8
LABELLED: Final = re.compile(
    r"[(\[]?\s*(?:(?:main\s+|file\s+)?(?:photos?|images?|photographs?|pictures?|videos?)"
    r"(?:\s+(?:credit|by|courtesy(?:\s+of)?|caption))?|credits?|caption"
    r"|фото|фотография|видео|صورة|الصورة|تصوير)\s*[:=：]",
    re.IGNORECASE,
)
CREDIT: Final = re.compile(
    rf"(?:[(\[][^()\[\]]{{0,60}}\b(?:Photo|Image|Getty|{AGENCIES})\b[^()\[\]]{{0,40}}[)\]]"
    rf"|\b(?:REUTERS|AFP|AP|EPA|Getty Images|Anadolu|TASS)\s?/\s?[^.!?]{{2,50}}"
    r"|\b(?:Photograph|Photo|Image|Picture)s?(?: credit| by)?: ?[^.!?]{2,60}"
    r"|/ ?(?:AFP|AP|Getty))\W*$"
)
SHOWS: Final = re.compile(
    r"\b(?:is|are) (?:seen|pictured|shown)\b"
    r"|\b(?:walks?|stands?|looks?|holds?|gather|inspects?|runs?)\b"
    r"|\b(?:file photo|photo|image|picture|video grab)\b",
    re.IGNORECASE,
)


def caption_role(text: str) -> Literal["caption", "boilerplate"] | None:
    """Return "caption" for a picture's text, "boilerplate" for a bare credit, else None."""
    if len(text) > LONGEST:
        return None
    if LABELLED.match(text):
        return "boilerplate" if len(text.split()) <= MOST_WORDS_OF_CREDIT else "caption"
    match = CREDIT.search(text, max(0, len(text) - 120))
    if match and not text[: match.start()].strip():
        return "boilerplate"
    return "caption" if match and SHOWS.search(text) else None
