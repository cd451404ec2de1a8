"""English, as newspapers write it."""

from typing import Final

from dateline.dates.languages.english_names import HOLIDAYS, ZONES
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
    "a dozen": 12,
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
REFERENCES: Final = {
    **meaning("PRESENT_REF", "now currently nowadays presently right_now these_days"),
    **meaning("PRESENT_REF", "at_present at_the_moment at_this_time"),
    **meaning("PAST_REF", "recently recent lately previously at_that_time"),
    **meaning("PAST_REF", "more_recently long_ago not_long_ago"),
    **meaning("FUTURE_REF", "soon the_future future the_near_future"),
    **meaning("FUTURE_REF", "as_soon_as_possible"),
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
            **meaning("X", "few several some many various dozens_of hundreds_of countless"),
            **meaning("X", "a_number_of a_handful_of"),
            **meaning(2, "couple couple_of"),
        },
        "unit": UNITS,
        "units": PLURAL_UNITS,
        "whole": {
            **meaning((30, "minute"), "half_an_hour half-hour half_hour"),
            **meaning((6, "month"), "half_a_year"),
            **meaning((5, "year"), "half_a_decade"),
            **meaning((50, "year"), "half_a_century half-century"),
            **meaning((25, "year"), "quarter_century quarter-century quarter_of_a_century"),
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
        "next": meaning("next", "next coming upcoming") | meaning("named", "following"),
        "this": meaning("this", "this")
        | meaning("same", "same that")
        | meaning("current", "current"),
        "latest": meaning("latest", "latest"),
        "mod": {
            **meaning(0, "early beginning_of start_of the_beginning_of the_start_of"),
            **meaning(1, "mid middle_of the_middle_of"),
            **meaning(2, "late end_of the_end_of the_close_of"),
        },
        "ago": meaning("ago", "ago"),
        "ahead": meaning("ahead", "ahead"),
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
            **meaning("P1D", "daily"),
            **meaning("P1W", "weekly"),
            **meaning("P1M", "monthly"),
            **meaning("P1Y", "yearly annually"),
            **meaning("XXXX-XX-XXTNI", "nightly"),
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
            **meaning("approx", "another under or_so"),
        },
        "filler": meaning(
            "filler",
            "trading straight full whole more business additional entire extra consecutive single",
        ),
        "andhalf": meaning("and a half", "and_a_half and-a-half and_one-half"),
        "halfyear": meaning("half", "half"),
        "label": {f"q{number}": number for number in (1, 2, 3, 4)},
        "era": meaning("bc", "bc b_._c bce") | meaning("ad", "ad a_._d ce"),
        "oclock": meaning("oclock", "o'clock o’clock"),
        "old": meaning("old", "old long"),
        "will": meaning(
            "will",
            "will shall would scheduled expected plans planning planned slated due set_for "
            "set_to going_to is_to are_to was_to were_to meets opens begins resumes expires",
        ),
        "word": meaning("word", "due_to as_soon_as"),
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
