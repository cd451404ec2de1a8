"""Ukrainian, in the cases that dates stand in. Words that Russian shares stand in its table."""

from typing import Final
from zoneinfo import ZoneInfo

from dateline.dates.languages.table import Language, meaning, numbered

MONTHS: Final = numbered(
    1,
    *("січень січня січні", "лютий лютого лютому", "березень березня березні"),
    *("квітень квітня квітні", "травень травня травні", "червень червня червні"),
    *("липень липня липні", "серпень серпня серпні", "вересень вересня вересні"),
    *("жовтень жовтня жовтні", "листопад листопада листопаді", "грудень грудня грудні"),
)
WEEKDAYS: Final = numbered(
    0,
    "понеділок понеділка",
    "вівторок вівторка",
    "середа середу середи",
    "четвер четверга",
    "п'ятниця п'ятницю п'ятниці п’ятницю п’ятниця п’ятниці",
    "субота суботу суботи",
    "неділя неділю неділі",
)
COUNTS: Final = numbered(
    1,
    *("один одна одну", "два дві двох", "три трьох", "чотири чотирьох", "п'ять п’ять п'яти"),
    *("шість шести", "сім семи", "вісім восьми", "дев'ять дев’ять", "десять десяти"),
)

UKRAINIAN: Final = Language(
    code="uk",
    words={
        "month": MONTHS,
        "weekday": WEEKDAYS,
        "count": COUNTS | {"півтора": 1.5, "півтори": 1.5},
        "ordinal": numbered(
            1,
            *("перший першого першому першій першу", "другий другого другому другій другу"),
            *("третій третього третьому третю", "четвертий четвертого четвертому"),
        ),
        "halfyear": meaning("half", "половина половині половини половину півріччя півріччі"),
        "andhalf": meaning("and a half", "з_половиною"),
        "adverb": {
            **meaning("P1D", "щодня щоденно"),
            **meaning("P1W", "щотижня"),
            **meaning("P1M", "щомісяця"),
            **meaning("P1Y", "щороку"),
        },
        "after": meaning("after", "через"),
        "few": meaning("X", "кілька декілька кількох"),
        "unit": {
            **meaning("hour", "година годину"),
            **meaning("day", "день дня"),
            **meaning("week", "тиждень тижня тижні"),
            **meaning("month", "місяць місяця місяці"),
            **meaning("year", "рік року році"),
            **meaning("quarter", "кварталу кварталі"),
            **meaning("century", "століття столітті"),
            **meaning("weekend", "вихідні вихідних"),
        },
        "units": {
            **meaning("hour", "годин години"),
            **meaning("day", "днів дні"),
            **meaning("week", "тижнів"),
            **meaning("month", "місяців"),
            **meaning("year", "років роки"),
        },
        "whole": meaning((24, "hour"), "добу доба доби"),
        "part": {
            **meaning("MO", "ранок ранку вранці зранку світанку"),
            **meaning("AF", "вдень"),
            **meaning("EV", "вечір вечора ввечері увечері"),
            **meaning("NI", "ніч ночі вночі уночі"),
        },
        "noon": meaning(12, "опівдні") | meaning(24, "опівночі"),
        "relative": {
            **meaning(0, "сьогодні"),
            **meaning(-1, "вчора учора"),
            **meaning(1, "завтра"),
            **meaning(-2, "позавчора"),
            **meaning(2, "післязавтра"),
        },
        "last": meaning(
            "last",
            "минулий минулого минулої минулому минулу минуле минулі "
            "останній останню останні останніх останнє попередній попередню",
        ),
        "next": meaning("next", "наступний наступного наступної наступну наступному наступні"),
        "this": meaning("this", "цей цього цієї цьому ця це ці"),
        "mod": {
            **meaning(0, "початку початок"),
            **meaning(1, "середині середина"),
            **meaning(2, "кінці кінця наприкінці кінець"),
        },
        "ago": meaning("ago", "тому"),
        "reference": {
            **meaning("PRESENT_REF", "зараз тепер"),
            **meaning("PAST_REF", "нещодавно раніше"),
            **meaning("FUTURE_REF", "незабаром скоро"),
        },
        "to": meaning("to", "по"),
        "until": meaning("until", "до"),
        "and": meaning("and", "і й та"),
        "since": meaning("since", "з із зі"),
        "between": meaning("between", "між"),
        "every": meaning("every", "кожен кожного кожної кожну"),
        "season": {
            **meaning("SP", "навесні весни"),
            **meaning("SU", "влітку літа"),
            **meaning("FA", "восени осені"),
            **meaning("WI", "взимку зими"),
        },
        "zone": {
            **meaning(None, "за_місцевим_часом"),
            **meaning(ZoneInfo("Europe/Kyiv"), "за_київським_часом за_києвом"),
        },
        "in": meaning("in", "в у на за"),
        "approx": meaning("approx", "близько майже понад"),
        "will": meaning("will", "буде будуть"),
        "yearword": meaning("year", "р рр"),
    },
)
