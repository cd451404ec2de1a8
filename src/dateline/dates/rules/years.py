"""Years, decades, centuries, quarters and seasons."""

from typing import Final

from dateline.dates import period
from dateline.dates.hit import Hit
from dateline.dates.kinds import KINDS
from dateline.dates.rules.rule import Rule, rule, trailing
from dateline.dates.sense import Sense, dated

LIKELY: Final = range(1900, 2051)
POSSIBLE: Final = range(1000, 2201)
SURE: Final = frozenset(KINDS[kind] for kind in ("in", "since", "until", "mod", "between", "open"))
NUMBERS: Final = frozenset(KINDS[kind] for kind in ("sign", "slash", "day", "big", "year"))
FIGURES: Final = frozenset((KINDS["big"], KINDS["day"]))
NUMBERED: Final = frozenset(
    ("flight", "bus", "train", "route", "highway", "room", "resolution", "directive", "number")
)
"""What bears numbers of four figures in newspapers."""
WORDS: Final = frozenset(KINDS[kind] for kind in ("word", "units", "few"))


def year_alone(hit: Hit) -> Sense | None:
    """Read a bare figure as a year where the words around allow it: not "2000 residents"."""
    number, before = hit.one("year"), hit.before()
    sure = before in SURE
    if number not in (POSSIBLE if sure else LIKELY):
        return None
    if _of_event(hit):
        return dated(period.year(number), "text")
    if hit.behind() in WORDS and (number % 100 == 0 or hit.behind() == KINDS["units"]):
        return None
    if (before in NUMBERS and not sure) or _numbered(hit):
        return None
    return dated(period.year(number), "text")


def _of_event(hit: Hit) -> bool:
    """Whether "the 2000 election" is meant, and not "the 2000 leaflets"."""
    word = hit.word(hit.end - hit.start) if hit.behind() == KINDS["word"] else "s"
    return hit.before() == KINDS["the"] and not word.endswith(("s", "men", "people"))


def _numbered(hit: Hit) -> bool:
    """Whether it is the number of something, "Flight 1821", or of a telephone, "555-2013"."""
    tokens, at = hit.tokens, hit.start - 1
    if at < 1:
        return at == 0 and tokens.word(0).lower() in NUMBERED
    after_figure = tokens.kinds[at] == KINDS["dash"] and tokens.kinds[at - 1] in FIGURES
    return after_figure or tokens.word(at).lower() in NUMBERED


def year_named(hit: Hit) -> Sense | None:
    """Read "the year 2015", "2015 года", "عام 2015", "fiscal 2015"."""
    if hit.one("unit") not in (None, "year"):
        return None
    number = hit.one("year", "big")
    return dated(period.year(number), "text") if number and number >= 1000 else None


def spelled_year(hit: Hit) -> Sense | None:
    """Read "nineteen seventy-nine" and "the year two thousand"."""
    first, *rest = hit.all("count")
    if first == 19 and rest and 20 <= rest[0] <= 90:
        return dated(period.year(1900 + sum(rest[:2])), "text")
    named = hit.has("unit") and [first, *rest[:1]] == [2, 1000]
    return dated(period.year(2000 + sum(rest[1:])), "text") if named else None


def decade(hit: Hit) -> Sense | None:
    """Read "the 1990s"."""
    first = hit.one("decade")
    if hit.word(-1 + hit.end - hit.start).isalpha() and not _of_all(hit):
        return None
    return dated(period.decade(first // 10 * 10), "text")


def _of_all(hit: Hit) -> bool:
    """Whether "the nineties" are meant, and not the nineties of somebody's life."""
    return hit.word().lower() == "the" or hit.before() in (KINDS["mod"], KINDS["dash"])


def century(hit: Hit) -> Sense | None:
    """Read "the 20th century"."""
    number = hit.one("ordinal")
    if hit.one("unit") != "century" or not 1 <= number <= 30:
        return None
    return dated(period.century(number), "text")


def quarter(hit: Hit) -> Sense | None:
    """Read "the third quarter", "the 1988 second quarter", "last year's third quarter"."""
    number, units = hit.one("ordinal"), hit.all("unit")
    if hit.has("year") and hit.behind() == KINDS["of"]:
        return None
    if "quarter" not in units or not 1 <= number <= 4:
        return None
    return _quarter(hit, number)


def _quarter(hit: Hit, number: int) -> Sense:
    if hit.has("year"):
        return dated(period.quarter(hit.one("year"), number), "text")
    today = hit.scene.today
    if hit.has("last") or hit.has("next") or hit.has("this"):
        year = today.year + hit.has("next") - hit.has("last")
    else:
        ahead = number - (today.month + 2) // 3
        year = today.year - (ahead > (1 if hit.direction >= 0 else 0))
    return dated(period.quarter(year, number), "report")


def labelled_quarter(hit: Hit) -> Sense | None:
    """Read "Q3 2014" and "Q3"."""
    return _quarter(hit, hit.one("label"))


def half(hit: Hit) -> Sense | None:
    """Read "the first half of 2014" and "the second half of last year"."""
    number, today = hit.one("ordinal"), hit.scene.today
    if number > 2 or hit.one("unit") not in (None, "year"):
        return None
    if hit.has("year"):
        return dated(period.half(hit.one("year"), number), "text")
    year = today.year + hit.has("next") - hit.has("last")
    return dated(period.half(year, number), "report")


def named_quarter(hit: Hit) -> Sense | None:
    """Read "the quarter" and "the latest quarter": the one named last, or the one that ended."""
    if hit.one("unit") != "quarter":
        return None
    scene = hit.scene
    ended = period.holding("quarter", period.moved(scene.today, "quarter", -1))
    found = scene.quarter or ended
    if hit.has("year") and found.first:
        number = (found.first.month + 2) // 3
        return dated(period.quarter(hit.one("year"), number), "text")
    return dated(found, "report")


def season(hit: Hit) -> Sense | None:
    """Read "the summer of 2014", "last winter", "this fall"; not "the fall of Aleppo"."""
    letters, today = hit.one("season"), hit.scene.today
    if hit.has("year"):
        return dated(period.season(hit.one("year"), letters), "text")
    if hit.behind() in (KINDS["of"], KINDS["in"]):
        return None
    found = period.season(today.year, letters)
    if hit.has("last") and found.ends >= today:
        found = period.season(today.year - 1, letters)
    if hit.has("next") and found.begins <= today:
        found = period.season(today.year + 1, letters)
    return dated(found, "report")


def season_alone(hit: Hit) -> Sense | None:
    """Read "in spring", "since last winter", "by autumn"; not "the spring of a clock"."""
    led = hit.before() in (KINDS["in"], KINDS["since"], KINDS["until"], KINDS["mod"])
    ends = hit.behind() in ("", KINDS["stop"], KINDS["comma"], KINDS["break"])
    if not led or not ends:
        return None
    found = period.season(hit.scene.today.year, hit.one("season"))
    if found.begins > hit.scene.today and hit.direction < 1:
        found = period.season(hit.scene.today.year - 1, hit.one("season"))
    return dated(found, "report")


OF_YEAR: Final = "((of|in|comma)? the? fiscal? year (unit|yearword)?)"
YEARS: Final[tuple[Rule, ...]] = (
    rule("year", year_alone),
    rule("the? fiscal? unit (year|big)", year_named),
    rule("fiscal unit? year", year_named),
    rule("year (unit|yearword)", year_named),
    rule("(the? unit)? count (dash? count){1,3}", spelled_year),
    rule("the? decade", decade),
    rule("the? ordinal dash? unit", century),
    rule(
        f"(the|this|last|next)? fiscal? ordinal dash? unit {OF_YEAR}?",
        quarter,
    ),
    rule("the? year (dash|possessive)? ordinal dash? unit", quarter),
    rule("the? ordinal dash? unit of? (last|next|this) unit", quarter),
    rule("(last|next|this) unit possessive? ordinal dash? unit", quarter),
    rule("the latest? unit", named_quarter),
    rule("the? year unit", named_quarter),
    rule(f"label {OF_YEAR}?", labelled_quarter),
    rule("year label", labelled_quarter),
    rule("the? ordinal dash? halfyear (of|in)? the? fiscal? year (unit|yearword)?", half),
    rule("halfyear ordinal (of|from|in)? unit? year", half),
    rule("unit ordinal (of|from|in)? unit? year", quarter),
    rule("the? ordinal dash? halfyear of? (last|next|this|the) unit", half),
    rule("(the|this|last|next|this last) season (comma? of? year)?", season),
    rule("season (of|comma)? year", season),
    rule("season", season_alone),
    rule("season last", trailing(season)),
)
