"""Claims that hypothesis makes: a few towns and days, so that some fit, and any part may lack."""

from hypothesis import strategies as st

from dateline.weighing.grouping import Signature
from tests.weighing.grouping.cast import DAY

NAMES = (
    "Sarmin",
    "سرمين",
    "Kafr Nabl",
    "Khan Shaykhun",
    "خان شيخون",
    "",
    "北京",
    "x" * 10_000,
    "'",
)
POINTS = ((35.904, 36.726), (35.91, 36.73), (35.614, 36.561), (35.9, 36.9), (89.99, 0.0), None)
BOUNDS = st.none() | st.sampled_from([0, 1, 5, 12, 17, 10**12])


@st.composite
def signatures(draw, name="c"):
    point, first = draw(st.sampled_from(POINTS)), draw(st.none() | st.integers(DAY, DAY + 6))
    tolls = draw(st.lists(st.tuples(st.just("killed"), BOUNDS), max_size=1))
    return Signature(
        id=name,
        lat=point and point[0],
        lon=point and point[1],
        radius_m=draw(st.sampled_from([0.0, 1500.0, 8000.0, 40_000.0, 300_000.0])),
        names=tuple(draw(st.lists(st.sampled_from(NAMES), max_size=2))),
        first=first,
        last=first and first + draw(st.sampled_from([0, 0, 1, 40])),
        event=draw(st.sampled_from([None, "air_strike", "bombing", "protest", "no_such_code"])),
        parties=frozenset(draw(st.lists(st.sampled_from(["RU", "US"]), max_size=2))),
        tolls=tuple((category, low, low) for category, low in tolls if low is not None),
    )


@st.composite
def many(draw, most=9):
    return [draw(signatures(name=f"c{n}")) for n in range(draw(st.integers(0, most)))]
