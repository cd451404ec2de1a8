"""Claims about a few nights in northern Syria, made up."""

from dataclasses import replace
from datetime import date

from dateline.weighing.grouping import Signature

DAY = date(2015, 10, 20).toordinal()
SARMIN = Signature(
    id="sarmin",
    report="r1",
    lat=35.9040,
    lon=36.7260,
    radius_m=1500,
    names=("Sarmin",),
    admin=("Idlib", "Syria"),
    first=DAY,
    last=DAY,
    event="air_strike",
    target="medical",
    parties=frozenset({"RU"}),
    tolls=(("killed", 12, 12),),
)
SAME = replace(
    SARMIN,
    id="sarmin-again",
    report="r2",
    lat=35.9100,
    names=("سرمين",),
    event="bombing",
    tolls=(("killed", 12, 17),),
)
ELSEWHERE = replace(
    SARMIN, id="nabl", lat=35.6140, lon=36.5610, names=("Kafr Nabl",), tolls=(("killed", 3, 3),)
)
LATER = replace(SARMIN, id="later", first=DAY + 9, last=DAY + 9, tolls=(("killed", 2, 2),))
NOTHING = Signature(id="nothing")
