"""Lines that hold an entry's hour and more: "15:42 – Two shells fell", "By Ann Lee | 15:42".

A line is parted only where most of the page is written so, with hours that run one way: a sentence
may begin with an hour, an article hold a timetable, a verse be numbered 3:16.
"""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import islice, pairwise
from typing import Final

from dateline.reading.structure.bylines import alone, marked
from dateline.reading.structure.lines import Line
from dateline.reading.structure.stamps import is_stamp, iso
from dateline.reading.structure.words import listed

AGAIN: Final = 3
"""Lines that make it the page's way."""
MOST: Final = 0.5
"""Share of the page's text that stands from the first of these lines to the last one's end."""
ONE_WAY: Final = 0.6
"""Share of the steps from hour to hour that must go the same way; pages are not always in order."""
HALF_A_DAY: Final = 12 * 60
ANY_DAY: Final = "2000-01-01"
ZONE: Final = (
    r"\s?\(?(?:(?:GMT|UTC)(?:\s?[+−-]\d\d?(?::?\d\d)?)?"
    rf"|{'|'.join(sorted(listed('zone')))}|мск)(?!\w)\)?"
)
CLOCK: Final = (
    r"(?:(?:ore\s)?\d\d?(?::\d\d(?::\d\d)?|\.\d\d|\s?h\s?\d\d)(?!\d)"
    rf"(?:\s?(?:[ap]\.?m|[AP]\.?M)\b\.?|\s?Uhr\b)?(?:{ZONE})?|[0-2]\d[0-5]\d{ZONE})"
)
"""A figure of four digits is an hour before a zone alone: "1748 GMT"."""
OPENING: Final = re.compile(
    rf"(?P<stamp>(?:\*\*|[•*(\[–—-])?\s?(?P<day>\S[^\n]{{0,24}}?\s)??{CLOCK}[\])]?(?:\*\*)?"
    r"(?P<sign>\s?[|:•–—-]|(?<=[\])]))?)\s+(?P<words>\S)"
)
"""A stamp, the sign that ends it, and the first letter behind it."""
LONGEST_SIGNED: Final = 120
MOST_NAMES: Final = 6
"""Of writers of one entry; what more signs part is a list."""
BEHIND_NAME: Final = re.compile(r"\s*[,|/·•–—-]\s*|\s+(?=\d)")
DIGITS: Final = re.compile(r"\d+")
LETTERS: Final = re.compile(r"[^\W\d]+|\s+|\.(?!\d)")
SURE: Final = re.compile(rf"\d\d[:.h]|\d\s?(?:[ap]\.?m|[AP]\.?M|{ZONE})")
"""What verses are not numbered with, who have 3:16, 3:17."""
SIGNS: Final = "|:•–—-"


def parted(found: Sequence[Line]) -> list[Line]:
    """Return the lines of a page, as two those of its entries that hold more than their hour."""
    ends = {line.start: end for line in found if (end := _opening(line.text))}
    own = _own(found, {at.start: at.text[: ends[at.start]] for at in found if at.start in ends})
    if not own:
        ends = {line.start: end for line in found if (end := _name_end(line.text))}
        own = _own(found, {at.start: at.text[ends[at.start] :] for at in found if at.start in ends})
    parts: list[Line] = []
    for line in found:
        parts += _two(line, ends[line.start]) if line.start in own else [line]
    return parts


def _own(found: Sequence[Line], stamps: Mapping[int, str]) -> Collection[int]:
    """Return where the lines begin whose stamps are the page's own; none where it has no such."""
    usual = _usual(stamps)
    is_own = usual and _one_way(usual.values()) and _most_of(found, list(usual))
    return usual.keys() if is_own else ()


def _name_end(text: str) -> int:
    """Return where a writer's name ends before a stamp; 0 where a line is not just these two."""
    if len(text) > LONGEST_SIGNED:
        return 0
    for sign in islice(BEHIND_NAME.finditer(text), MOST_NAMES):
        name, stamp = text[: sign.start()], text[sign.end() :]
        if (marked(name) or alone(name)) and is_stamp(stamp):
            return sign.start()
    return 0


def _opening(text: str) -> int:
    """Return where the words behind the hour begin; 0 where a line begins with none."""
    match = OPENING.match(text)
    if not match or is_stamp(text):
        return 0
    sentence = match["words"].islower() or (match["day"] and not match["day"][0].isdigit())
    if sentence and not match["sign"]:  # "At 9:15 he", "9.15 pm was"
        return 0
    return match.start("words") if is_stamp(match["stamp"]) else 0


def _usual(stamps: Mapping[int, str]) -> dict[int, str]:
    """Return the stamps of the form that most have, by where their lines begin; often enough."""
    forms = Counter(map(_form, stamps.values())).most_common(1)
    if not forms or forms[0][1] < AGAIN:
        return {}
    usual = {start: stamp for start, stamp in stamps.items() if _form(stamp) == forms[0][0]}
    plain = [stamp for stamp in usual.values() if stamp.strip()[-1:] not in SIGNS]
    numbered = [one for one in plain if not SURE.search(one)]
    return {} if 2 * len(numbered) > len(usual) else usual


def _form(stamp: str) -> str:
    """Return a stamp's shape, whatever its zone, its month and the sign behind it."""
    return LETTERS.sub("", DIGITS.sub("0", stamp)).rstrip(SIGNS)


def _one_way(stamps: Collection[str]) -> bool:
    """Tell whether their hours fall or rise; over midnight too."""
    hours = [minute for stamp in stamps if (minute := _minute(stamp)) is not None]
    steps = [after - before for before, after in pairwise(hours)]
    down = sum(step <= 0 or step >= HALF_A_DAY for step in steps)
    up = sum(step >= 0 or step <= -HALF_A_DAY for step in steps)
    return max(down, up) >= ONE_WAY * max(1, len(stamps) - 1)


def _minute(stamp: str) -> int | None:
    """Return the minute of the day that a stamp tells."""
    told = iso(stamp, ANY_DAY) or ""
    return int(told[11:13]) * 60 + int(told[14:16]) if "T" in told else None


def _most_of(found: Sequence[Line], starts: Sequence[int]) -> bool:
    """Tell whether these lines, with what stands below each, are most of the page."""
    longest = max(after - before for before, after in pairwise(starts))
    end = min(found[-1].end, starts[-1] + longest)
    return end - starts[0] >= MOST * (found[-1].end - found[0].start)


def _two(line: Line, place: int) -> tuple[Line, Line]:
    first, rest = line.text[:place].rstrip(), line.text[place:]
    return (
        replace(line, end=line.start + len(first), text=first),
        Line(line.start + place, line.end, rest, int(is_stamp(rest)), tagged=False),
    )
