"""English, as newspapers write it."""

from typing import Final
from zoneinfo import ZoneInfo

from dateline.dates.languages.table import Language, meaning, numbered, split

MONTHS: Final = numbered(
    1,
    *("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul"),
    *("august aug", "september sept sep", "october oct", "november nov", "december dec"),
)
WEEKDAYS: Final = numbered(
    0,
    "monday mon",
    "tuesday tue tues",
    "wednesday wed",
    "thursday thu thur thurs",
    *("friday fri", "saturday sat", "sunday sun"),
)
PLURAL_WEEKDAYS: Final = numbered(
    0, *split("mondays tuesdays wednesdays thursdays fridays saturdays sundays")
)
COUNTS: Final = {
    **numbered(1, *split("one two three four five six seven eight nine ten eleven twelve")),
    **numbered(13, *split("thirteen fourteen fifteen sixteen seventeen eighteen nineteen")),
    **{word: 10 * n for n, word in enumerate(split("twenty thirty forty fifty"), 2)},
    **{word: 10 * n for n, word in enumerate(split("sixty seventy eighty ninety"), 6)},
    "hundred": 100,
    "thousand": 1000,
}
ORDINALS: Final = {
    **numbered(1, *split("first second third fourth fifth sixth seventh eighth ninth tenth")),
    **numbered(11, *split("eleventh twelfth thirteenth fourteenth fifteenth sixteenth")),
    **numbered(17, *split("seventeenth eighteenth nineteenth twentieth"), "twenty-first"),
}
UNITS: Final = {
    word: word for word in split("minute hour day week month quarter year decade century weekend")
}
PLURAL_UNITS: Final = {
    **{f"{word}s": word for word in UNITS if word != "century"},
    **meaning("century", "centuries"),
    **meaning("second", "seconds secs"),
    **meaning("minute", "mins"),
    **meaning("hour", "hrs"),
    **meaning("year", "yrs"),
}
PARTS: Final = {
    **meaning("MO", "morning dawn daybreak sunrise"),
    **meaning("AF", "afternoon"),
    **meaning("EV", "evening dusk sunset"),
    **meaning("NI", "night nighttime"),
}
ZONES: Final = {
    **meaning(0, "gmt utc"),
    **meaning(-5, "est"),
    **meaning(-4, "edt"),
    **meaning(-8, "pst"),
    **meaning(-7, "pdt"),
    **meaning(1, "cet bst"),
    **meaning(2, "cest eet"),
    **meaning(3, "eest msk"),
    **meaning(None, "local_time"),
    **meaning(ZoneInfo("Europe/Moscow"), "moscow_time"),
    **meaning(ZoneInfo("Asia/Damascus"), "damascus_time syrian_time syria_time"),
    **meaning(ZoneInfo("Asia/Baghdad"), "baghdad_time iraqi_time"),
    **meaning(ZoneInfo("Asia/Beirut"), "beirut_time lebanese_time"),
    **meaning(ZoneInfo("Europe/Istanbul"), "istanbul_time turkish_time ankara_time"),
    **meaning(ZoneInfo("Asia/Jerusalem"), "israeli_time jerusalem_time"),
    **meaning(ZoneInfo("Europe/Kyiv"), "kyiv_time kiev_time ukrainian_time"),
    **meaning(ZoneInfo("Europe/London"), "london_time uk_time"),
    **meaning(ZoneInfo("America/New_York"), "eastern_time"),
}
REFERENCES: Final = {
    **meaning("PRESENT_REF", "now currently nowadays presently right_now these_days"),
    **meaning("PRESENT_REF", "at_present at_the_moment"),
    **meaning("PAST_REF", "recently recent lately previously formerly"),
    **meaning("PAST_REF", "more_recently long_ago not_long_ago"),
    **meaning("FUTURE_REF", "soon the_future future the_near_future one_day"),
    **meaning("FUTURE_REF", "as_soon_as_possible"),
}
HOLIDAYS: Final = {
    **meaning((12, 25), "christmas christmas_day"),
    **meaning((12, 24), "christmas_eve"),
    **meaning((12, 31), "new_year's_eve year-end year_end"),
    **meaning((1, 1), "new_year's_day"),
    **meaning((2, 14), "valentine's_day"),
    **meaning((5, 9), "victory_day"),
    **meaning((10, 31), "halloween"),
}

ENGLISH: Final = Language(
    code="en",
    words={
        "month": MONTHS,
        "weekday": WEEKDAYS,
        "weekdays": PLURAL_WEEKDAYS,
        "count": COUNTS,
        "ordinal": ORDINALS,
        "an": {"a": 1, "an": 1},
        "few": {
            **meaning("X", "few several some many various dozens_of hundreds_of"),
            **meaning(2, "couple couple_of"),
        },
        "unit": UNITS,
        "units": PLURAL_UNITS,
        "whole": {
            **meaning((30, "minute"), "half_an_hour half-hour half_hour"),
            **meaning((6, "month"), "half_a_year"),
            **meaning((2, "week"), "fortnight"),
        },
        "part": PARTS,
        "noon": {"noon": 12, "midday": 12, "midnight": 24},
        "relative": {
            **meaning(0, "today"),
            **meaning(-1, "yesterday"),
            **meaning(1, "tomorrow"),
            **meaning(-2, "the_day_before_yesterday"),
            **meaning(2, "the_day_after_tomorrow"),
        },
        "night": meaning(-1, "overnight") | meaning(0, "tonight"),
        "last": meaning("last", "last")
        | meaning("past", "past")
        | meaning("named", "previous preceding"),
        "next": meaning("next", "next coming upcoming ahead") | meaning("named", "following"),
        "this": meaning("this", "this") | meaning("same", "same") | meaning("current", "current"),
        "latest": meaning("latest", "latest"),
        "mod": {
            **meaning(0, "early beginning_of start_of the_beginning_of the_start_of"),
            **meaning(1, "mid middle_of the_middle_of"),
            **meaning(2, "late end_of the_end_of the_close_of"),
        },
        "ago": meaning("ago", "ago"),
        "before": meaning("before", "before beforehand prior"),
        "after": meaning("after", "after afterwards"),
        "earlier": meaning("earlier", "earlier"),
        "later": meaning("later", "later from_now"),
        "season": {
            **meaning("SP", "spring springtime"),
            **meaning("SU", "summer summers summertime"),
            **meaning("FA", "autumn fall"),
            **meaning("WI", "winter winters wintertime"),
        },
        "reference": REFERENCES,
        "to": meaning("to", "to through thru"),
        "until": meaning("until", "until till til"),
        "and": meaning("and", "and or"),
        "from": meaning("from", "from"),
        "between": meaning("between", "between"),
        "since": meaning("since", "since"),
        "every": meaning("every", "every each per"),
        "adverb": {
            **meaning("XXXX-XX-XX", "daily"),
            **meaning("XXXX-WXX", "weekly"),
            **meaning("XXXX-XX", "monthly"),
            **meaning("XXXX", "yearly annually"),
            **meaning("P3M", "quarterly"),
            **meaning("PT1H", "hourly"),
        },
        "zone": ZONES,
        "of": meaning("of", "of"),
        "in": meaning("in", "in during within for throughout by"),
        "on": meaning("on", "on"),
        "at": meaning("at", "at around about"),
        "the": meaning("the", "the its their his"),
        "approx": {
            **meaning("approx", "nearly almost approximately roughly over just only up_to"),
            **meaning("approx", "more_than less_than at_least at_most no_more_than as_many_as"),
            **meaning("approx", "another under"),
        },
        "filler": meaning(
            "filler",
            "trading straight full whole more business additional entire extra "
            "and_a_half consecutive",
        ),
        "oclock": meaning("oclock", "o'clock o’clock"),
        "old": meaning("old", "old long"),
        "will": meaning("will", "will shall would scheduled expected plans planning"),
        "holiday": HOLIDAYS,
        "decade": {
            word: 1900 + 10 * n
            for n, word in enumerate(split("twenties thirties forties fifties sixties"), 2)
        }
        | {word: 1900 + 10 * n for n, word in enumerate(split("seventies eighties nineties"), 7)},
        "fiscal": meaning("fiscal", "fiscal financial fy"),
    },
    doubtful=frozenset(
        split("may march mar mon tue tues wed thu thur thurs fri sat sun jan jun sep dec")
    ),
)
