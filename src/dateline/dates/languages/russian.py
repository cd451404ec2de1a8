"""Russian, in the cases that dates stand in."""

from typing import Final
from zoneinfo import ZoneInfo

from dateline.dates.feasts import Easter, Fixed
from dateline.dates.languages.table import Language, meaning, numbered, split

MONTHS: Final = numbered(
    1,
    "январь января январе янв",
    "февраль февраля феврале фев",
    "март марта марте",
    "апрель апреля апреле апр",
    "май мая мае",
    "июнь июня июне",
    "июль июля июле",
    "август августа августе авг",
    "сентябрь сентября сентябре сент",
    "октябрь октября октябре окт",
    "ноябрь ноября ноябре нояб",
    "декабрь декабря декабре дек",
)
WEEKDAYS: Final = numbered(
    0,
    "понедельник понедельника понедельнику",
    "вторник вторника вторнику",
    "среда среду среды среде",
    "четверг четверга четвергу",
    "пятница пятницу пятницы пятнице",
    "суббота субботу субботы субботе",
    "воскресенье воскресенья воскресенью",
)
PLURAL_WEEKDAYS: Final = numbered(
    0, *split("понедельникам вторникам средам четвергам пятницам субботам воскресеньям")
)
COUNTS: Final = numbered(
    1,
    "один одна одну одного",
    "два две двух двое",
    "три трёх трех трое",
    "четыре четырёх четырех",
    "пять пяти",
    "шесть шести",
    "семь семи",
    "восемь восьми",
    "девять девяти",
    "десять десяти",
)
UNITS: Final = {
    **meaning("second", "секунда секунду"),
    **meaning("minute", "минута минуту"),
    **meaning("hour", "час часа"),
    **meaning("day", "день дня"),
    **meaning("week", "неделя неделю недели неделе"),
    **meaning("month", "месяц месяца месяце"),
    **meaning("year", "год года году"),
    **meaning("quarter", "квартал квартала квартале"),
    **meaning("century", "век века веке"),
    **meaning("weekend", "выходные выходных"),
}
PLURAL_UNITS: Final = {
    **meaning("second", "секунд секунды"),
    **meaning("minute", "минут минуты минутах"),
    **meaning("hour", "часов часы часах"),
    **meaning("day", "дней дни днях"),
    **meaning("week", "недель неделями"),
    **meaning("month", "месяцев месяцы"),
    **meaning("year", "лет годы годов"),
}
PARTS: Final = {
    **meaning("MO", "утро утром утра рассвете"),
    **meaning("AF", "днём"),
    **meaning("EV", "вечер вечером вечера"),
    **meaning("NI", "ночь ночью ночи"),
}

RUSSIAN: Final = Language(
    code="ru",
    words={
        "month": MONTHS,
        "weekday": WEEKDAYS,
        "weekdays": PLURAL_WEEKDAYS,
        "count": COUNTS | {"полтора": 1.5, "полторы": 1.5},
        "ordinal": numbered(
            1,
            "первый первого первом первой первую",
            "второй второго втором вторую",
            "третий третьего третьем третьей третью",
            "четвёртый четвертый четвёртого четвертого четвёртом четвертом",
        )
        | numbered(18, *split("xviii xix xx xxi")),
        "halfyear": meaning("half", "половина половине половины половину полугодие полугодии"),
        "andhalf": meaning("and a half", "с_половиной"),
        "after": meaning("after", "через спустя"),
        "holiday": {
            **meaning(Fixed(1, 1), "новый_год нового_года"),
            **meaning(Fixed(1, 7), "рождество рождества"),
            **meaning(Fixed(5, 9), "день_победы дня_победы"),
            **meaning(Easter(orthodox=True), "пасха пасху пасхи"),
        },
        "few": meaning("X", "несколько нескольких"),
        "unit": UNITS,
        "units": PLURAL_UNITS,
        "whole": meaning((24, "hour"), "сутки") | meaning((2, "day"), "двое_суток"),
        "part": PARTS,
        "noon": meaning(12, "полдень") | meaning(24, "полночь"),
        "relative": {
            **meaning(0, "сегодня"),
            **meaning(-1, "вчера"),
            **meaning(1, "завтра"),
            **meaning(-2, "позавчера"),
            **meaning(2, "послезавтра"),
        },
        "night": meaning(0, "сегодня_ночью"),
        "last": meaning(
            "last",
            "прошлый прошлую прошлое прошлой прошлом прошлого прошлые прошлых "
            "последние последний последнюю последних последнее минувший минувшие минувшую "
            "предыдущий предыдущую предыдущие",
        ),
        "next": meaning("next", "следующий следующую следующее следующей следующем следующие"),
        "this": meaning("this", "этот эту это этой этом этого эти нынешний текущий текущем"),
        "mod": {
            **meaning(0, "начале начала начало"),
            **meaning(1, "середине середины середина"),
            **meaning(2, "конце конца конец"),
        },
        "ago": meaning("ago", "назад"),
        "reference": {
            **meaning("PRESENT_REF", "сейчас теперь"),
            **meaning("PAST_REF", "недавно ранее"),
            **meaning("FUTURE_REF", "скоро вскоре"),
        },
        "to": meaning("to", "по"),
        "until": meaning("until", "до"),
        "and": meaning("and", "и"),
        "since": meaning("since", "с со"),
        "between": meaning("between", "между"),
        "every": meaning("every", "каждый каждую каждое каждые"),
        "adverb": meaning("P1D", "ежедневно")
        | meaning("P1W", "еженедельно")
        | meaning("P1M", "ежемесячно")
        | meaning("P1Y", "ежегодно"),
        "season": {
            **meaning("SP", "весной весны весна"),
            **meaning("SU", "летом лета лето"),
            **meaning("FA", "осенью осени осень"),
            **meaning("WI", "зимой зимы зима"),
        },
        "zone": {
            **meaning(0, "по_гринвичу"),
            **meaning(3, "мск"),
            **meaning(None, "по_местному_времени"),
            **meaning(ZoneInfo("Europe/Moscow"), "по_московскому_времени по_москве"),
        },
        "in": meaning("in", "в во за на"),
        "approx": meaning("approx", "около почти более примерно"),
        "will": meaning("will", "будет будут пройдет состоится"),
        "yearword": meaning("year", "г гг"),
    },
)
