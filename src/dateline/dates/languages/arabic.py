"""Arabic: Gregorian months as the Levant and as Egypt and the Maghreb name them."""

from typing import Final
from zoneinfo import ZoneInfo

from dateline.dates.feasts import Fixed
from dateline.dates.languages.table import Language, meaning, numbered, split

MONTHS: Final = numbered(
    1,
    "يناير جانفي كانون_الثاني كانون_ثاني",
    "فبراير فيفري شباط",
    "مارس آذار اذار",
    "أبريل ابريل إبريل أفريل نيسان",
    "مايو ماي أيار ايار",
    "يونيو يونيه جوان حزيران",
    "يوليو يوليه جويلية تموز",
    "أغسطس اغسطس أوت آب",
    "سبتمبر أيلول ايلول",
    "أكتوبر اكتوبر تشرين_الأول تشرين_الاول تشرين_أول",
    "نوفمبر تشرين_الثاني تشرين_ثاني",
    "ديسمبر كانون_الأول كانون_الاول كانون_أول",
)
WEEKDAYS: Final = numbered(
    0,
    "الاثنين الإثنين الأثنين",
    "الثلاثاء",
    "الأربعاء الاربعاء",
    "الخميس",
    "الجمعة",
    "السبت",
    "الأحد الاحد",
)
COUNTS: Final = numbered(
    1,
    "واحد واحدة",
    "اثنين اثنتين",
    "ثلاثة ثلاث الثلاثة الثلاث",
    "أربعة أربع اربعة اربع الأربعة الأربع",
    "خمسة خمس الخمسة الخمس",
    "ستة ست الستة الست",
    "سبعة سبع السبعة",
    "ثمانية ثماني ثمان",
    "تسعة تسع",
    "عشرة عشر العشرة",
)
UNITS: Final = {
    **meaning("second", "ثانية"),
    **meaning("minute", "دقيقة"),
    **meaning("hour", "ساعة الساعة"),
    **meaning("day", "يوم يوما يوماً"),
    **meaning("week", "أسبوع اسبوع الأسبوع الاسبوع أسبوعا"),
    **meaning("month", "شهر الشهر شهرا"),
    **meaning("year", "سنة السنة عام العام عاما عاماً"),
    **meaning("quarter", "الربع"),
    **meaning("century", "القرن قرن"),
}
PLURAL_UNITS: Final = {
    **meaning("second", "ثواني ثوان"),
    **meaning("minute", "دقائق"),
    **meaning("hour", "ساعات الساعات"),
    **meaning("day", "أيام ايام الأيام"),
    **meaning("week", "أسابيع اسابيع الأسابيع"),
    **meaning("month", "أشهر اشهر شهور الأشهر"),
    **meaning("year", "سنوات سنين أعوام السنوات"),
}
DUALS: Final = {
    **meaning((2, "day"), "يومين يومان اليومين"),
    **meaning((2, "week"), "أسبوعين اسبوعين الأسبوعين"),
    **meaning((2, "month"), "شهرين الشهرين"),
    **meaning((2, "year"), "سنتين عامين العامين"),
    **meaning((2, "hour"), "ساعتين الساعتين"),
}
PARTS: Final = {
    **meaning("MO", "صباح الصباح صباحا صباحاً فجر الفجر فجرا فجراً"),
    **meaning("AF", "عصر العصر عصرا عصراً"),
    **meaning("EV", "مساء المساء مساءً"),
    **meaning("NI", "ليل الليل ليلة ليلا ليلاً"),
}

ARABIC: Final = Language(
    code="ar",
    words={
        "month": MONTHS,
        "weekday": WEEKDAYS,
        "count": COUNTS,
        "ordinal": numbered(
            1, *split("الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر")
        ),
        "halfyear": meaning("half", "النصف"),
        "after": meaning("after", "بعد"),
        "holiday": {
            **meaning(Fixed(1, 1), "رأس_السنة"),
            **meaning(Fixed(12, 25), "عيد_الميلاد"),
        },
        "few": meaning("X", "بضعة بضع عدة"),
        "unit": UNITS,
        "units": PLURAL_UNITS,
        "whole": DUALS,
        "part": PARTS,
        "noon": meaning(12, "ظهر ظهرا ظهراً الظهر") | meaning(24, "منتصف_الليل"),
        "relative": {
            **meaning(0, "اليوم"),
            **meaning(-1, "أمس امس الأمس البارحة"),
            **meaning(1, "غدا غداً الغد"),
            **meaning(-2, "أول_أمس أول_من_أمس"),
            **meaning(2, "بعد_غد"),
        },
        "night": meaning(-1, "الليلة_الماضية ليلة_أمس ليل_أمس") | meaning(0, "الليلة"),
        "last": meaning("last", "الماضي الماضية الماضيين الأخيرة الأخير الفائت الفائتة المنصرم"),
        "next": meaning("next", "المقبل المقبلة القادم القادمة التالي التالية"),
        "this": meaning("this", "هذا هذه الجاري الجارية الحالي الحالية"),
        "mod": {
            **meaning(0, "أوائل بداية مطلع"),
            **meaning(1, "منتصف أواسط"),
            **meaning(2, "أواخر نهاية"),
        },
        "ago": meaning("ago", "قبل"),
        "reference": {
            **meaning("PRESENT_REF", "الآن حاليا حالياً"),
            **meaning("PAST_REF", "مؤخرا مؤخراً سابقا سابقاً"),
            **meaning("FUTURE_REF", "قريبا قريباً"),
        },
        "to": meaning("to", "إلى الى"),
        "until": meaning("until", "حتى"),
        "and": meaning("and", "و"),
        "from": meaning("from", "من"),
        "between": meaning("between", "بين"),
        "since": meaning("since", "منذ"),
        "every": meaning("every", "كل"),
        "adverb": meaning("P1D", "يوميا يومياً") | meaning("P1W", "أسبوعيا"),
        "season": {
            **meaning("SP", "ربيع"),
            **meaning("SU", "صيف"),
            **meaning("FA", "خريف"),
            **meaning("WI", "شتاء"),
        },
        "zone": {
            **meaning(0, "بتوقيت_غرينتش"),
            **meaning(None, "بالتوقيت_المحلي"),
            **meaning(ZoneInfo("Asia/Damascus"), "بتوقيت_دمشق"),
            **meaning(ZoneInfo("Europe/Moscow"), "بتوقيت_موسكو"),
        },
        "in": meaning("in", "في خلال على بحلول"),
        "will": meaning("will", "سوف"),
    },
    clitics="وفبلك",
)
