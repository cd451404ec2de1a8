"""What English calls time zones and feasts."""

from typing import Final
from zoneinfo import ZoneInfo

from dateline.dates.feasts import Easter, Fixed, Weekday
from dateline.dates.languages.table import meaning

ZONES: Final = {
    **meaning(0, "gmt utc z zulu_time greenwich_mean_time coordinated_universal_time"),
    **meaning(-5, "est cdt eastern_standard_time central_daylight_time"),
    **meaning(-4, "edt eastern_daylight_time"),
    **meaning(-6, "cst mdt central_standard_time"),
    **meaning(-8, "pst pacific_standard_time"),
    **meaning(-7, "pdt mst pacific_daylight_time"),
    **meaning(1, "cet bst mez british_summer_time central_european_time"),
    **meaning(2, "cest eet mesz sast central_european_summer_time eastern_european_time"),
    **meaning(3, "eest msk idt trt eastern_european_summer_time"),
    **meaning(5.5, "indian_standard_time india_standard_time"),
    **meaning(-3, "brt"),
    **meaning(3.5, "irst"),
    **meaning(5, "pkt"),
    **meaning(5.75, "npt"),
    **meaning(7, "wib"),
    **meaning(8, "sgt hkt awst"),
    **meaning(9, "jst kst"),
    **meaning(10, "aest"),
    **meaning(11, "aedt"),
    **meaning(12, "nzst"),
    **meaning(13, "nzdt"),
    **meaning(None, "local_time"),
    **meaning(ZoneInfo("Europe/Moscow"), "moscow_time"),
    **meaning(ZoneInfo("Asia/Damascus"), "damascus_time syrian_time syria_time"),
    **meaning(ZoneInfo("Asia/Baghdad"), "baghdad_time iraqi_time"),
    **meaning(ZoneInfo("Asia/Beirut"), "beirut_time lebanese_time"),
    **meaning(ZoneInfo("Europe/Istanbul"), "istanbul_time turkish_time ankara_time"),
    **meaning(ZoneInfo("Asia/Jerusalem"), "israeli_time jerusalem_time"),
    **meaning(ZoneInfo("Europe/Kyiv"), "kyiv_time kiev_time ukrainian_time"),
    **meaning(ZoneInfo("Europe/London"), "london_time uk_time"),
    **meaning(ZoneInfo("America/New_York"), "eastern_time et e_._t e_._t_."),
}
HOLIDAYS: Final = {
    **meaning(Fixed(12, 25), "christmas christmas_day xmas"),
    **meaning(Fixed(12, 24), "christmas_eve"),
    **meaning(Fixed(12, 26), "boxing_day"),
    **meaning(Fixed(12, 31), "new_year's_eve year-end year_end"),
    **meaning(Fixed(1, 1), "new_year's_day"),
    **meaning(Fixed(2, 14), "valentine's_day"),
    **meaning(Fixed(5, 9), "victory_day"),
    **meaning(Fixed(10, 31), "halloween"),
    **meaning(Weekday(1, 0, 3), "martin_luther_king_day martin_luther_king_jr._day mlk_day"),
    **meaning(Weekday(2, 0, 3), "presidents_day president's_day"),
    **meaning(Weekday(5, 0, -1), "memorial_day"),
    **meaning(Weekday(9, 0, 1), "labor_day"),
    **meaning(Weekday(10, 0, 2), "columbus_day"),
    **meaning(Weekday(11, 3, 4), "thanksgiving thanksgiving_day"),
    **meaning(Easter(-47), "shrove_tuesday mardi_gras"),
    **meaning(Easter(-46), "ash_wednesday"),
    **meaning(Easter(-7), "palm_sunday"),
    **meaning(Easter(-2), "good_friday"),
    **meaning(Easter(), "easter easter_sunday"),
    **meaning(Easter(1), "easter_monday"),
    **meaning(Easter(orthodox=True), "orthodox_easter"),
}
