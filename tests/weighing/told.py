"""The cast of these tests, and short ways to let them speak. The North is said to have struck."""

from datetime import UTC, datetime, timedelta

from dateline.codebook import Actor, Claim, Hedge, Place, Target, Toll, When
from dateline.weighing.testimony import Derivation, Testimony, Voice

RESCUERS = Voice("rescuers", "Valley Rescue", "rescue_service")
HOSPITAL = Voice("hospital", "Valley Hospital", "medical")
NEIGHBOUR = Voice("name:a neighbour", "a neighbour")
MINISTRY = Voice("ministry", "Northern ministry", "ministry", "north")
GENERAL = Voice("general", "A Northern general", "military", "north")
EMBASSY = Voice("embassy", "Southern embassy", "ministry", "south")
MONITOR = Voice("monitor", "The Monitor", "monitor")
WIRE = Voice("wire", "The Wire", "agency")
PAPER = Voice("paper", "The Paper", "outlet")
NOON = datetime(2020, 5, 4, 12, tzinfo=UTC)
AT = (0, 1)


def say(name, *voices, hour=0, report=None, party="", set_aside="", supersedes="", **said):
    """Return a testimony; its report is its last voice's alone unless one is named."""
    may_be = said.pop("may_be", False)
    return Testimony(
        id=name,
        claim=claim(**said),
        report=report or f"report of {name}",
        voices=voices or (RESCUERS,),
        said_at=NOON + timedelta(hours=hour),
        party=party,
        set_aside=set_aside,
        supersedes=supersedes,
        may_be=may_be,
    )


def claim(kind="event", actor=None, target=None, tolls=(), when=None, hedge="asserted", **more):
    more.setdefault("event", "air_strike")
    return Claim(
        quote="…",
        start=0,
        end=1,
        kind=kind,
        actor=Actor(actor, actor or "warplanes", AT) if actor is not None else None,
        target=Target(None, target, target, AT) if target else None,
        tolls=tuple(tolls),
        when=days(*when) if when else None,
        hedge=Hedge(hedge),
        **more,
    )


def toll(low, high="same", *groups, category="killed", words="so many", **more):
    high = low if high == "same" else high
    return Toll(category, groups or ("unknown",), low, high, words, AT, **more)


def killed(low, high="same", *groups, **more):
    return [toll(low, high, *groups, **more)]


def days(start, end=None, basis="text"):
    return When("then", start, start, start if end is None else end, basis)


def place(lat=35.0, lon=36.0, radius_m=2500, level="town", name="Valley", admin=("Hills",)):
    return Place("there", name, lat, lon, level, radius_m, f"own:{name}", admin)


def rests(report, on, sure=True):
    return Derivation(f"report of {report}", f"report of {on}", sure)
