"""What a page says about itself: share, subscribe, listen below, corrections, copyright."""

import re
from typing import Final

LONGEST: Final = 300
STARTS: Final = re.compile(
    r"""(?:
    (?:listen|click|tap|scroll|swipe)\s+(?:to|on|here|below|down|through|for)\b
    |share\s+(?:on|via|this|to)\b|share$|(?:e-?mail|print|save|like|tweet|comments?|advertisement|sponsored)$
    |(?:please\s+)?(?:subscribe|sign\s+up|log\s+in|register|donate)\b(?!\s+\w+\s+\w+ed\b)
    |follow\s+(?:us|our|the\s+latest|all|@|live|along)\b
    |(?:get|join)\s+(?:our|the\s+latest|us)\b|(?:read|watch|see|visit)\s+our\b|download\s+(?:our|the)\s+app
    |skip\s+to\b|back\s+to\s+(?:top|home)|loading[\s.…]*$|load\s+more|(?:show|view|hide)\s+(?:all\s+|\d+\s+)?comments
    |(?:story|article)\s+continues\s+below|continue\s+reading
    |(?:correction|clarification|editor[’']?s?[’']?\s+note|disclaimer)s?\b[^.]{0,40}:
    |this\s+(?:article|story|page|blog|live\s?blog)\s+(?:has\s+been|was|is|will\s+be)?\s*
      (?:an?\s+)?(?:originally|first|updated|edited|published|adapted|translated|corrected|closed)\b
    |(?:the\s+)?(?:copyright|©|\(c\)\s*\d)|all\s+rights\s+reserved|terms\s+(?:of|and)\b|cookie|privacy\s+policy
    |(?:tags|topics|filed\s+under|categories|related\s+topics)\s*:|most\s+(?:read|popular|viewed)$
    |подпис(?:ывайтесь|аться|ка)\b|поделиться|реклама$|все\s+права|написать\s+комментарий
    |підпис(?:уйтесь|атися)\b|поділитися
    |اشترك|شارك|تابعونا|تابعنا|جميع\s+الحقوق|حقوق\s+النشر|إعلان$
    )""",
    re.IGNORECASE | re.VERBOSE,
)
ANYWHERE: Final = re.compile(
    r"""(?:
    \b(?:previous|earlier|last|yesterday[’']?s?|next)\s+(?:post|posts|update|updates|entry|entries|column|live\s?blog)\b
      [^.]{0,120}\bhere\b
    |\b(?:can|may)\s+be\s+(?:found|read|seen|viewed|heard)\s+here\b
    |\b(?:click|tap)\s+here\b|\ball\s+rights\s+reserved\b|\bmay\s+not\s+be\s+(?:published|reproduced)\b
    |^\W*(?:©|\(c\)\s*\d{4})
    |^https?://\S+$|^www\.\S+$|^[\w.+-]+@[\w-]+\.[\w.]+$
    )""",
    re.IGNORECASE | re.VERBOSE,
)
RULED: Final = re.compile(r"[\W_]+")
"""A line without a letter or a digit: a rule, an arrow, stars between sections."""


def is_boilerplate(text: str) -> bool:
    """Tell whether a paragraph is about the page, not about the world."""
    if len(text) > LONGEST:
        return False
    return bool(STARTS.match(text) or ANYWHERE.search(text) or RULED.fullmatch(text))
