"""What holds for any claims at all. Hours are few, so that moments coincide."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.weighing.incident import weigh
from dateline.weighing.totals import Window, countable, total

from .told import (
    EMBASSY,
    GENERAL,
    HOSPITAL,
    MINISTRY,
    NEIGHBOUR,
    PAPER,
    RESCUERS,
    WIRE,
    killed,
    rests,
    say,
    toll,
)

VOICES = (RESCUERS, HOSPITAL, NEIGHBOUR, MINISTRY, GENERAL, EMBASSY, PAPER, WIRE)
numbers = st.integers(0, 20)
unhurried = settings(deadline=None)  # a shared machine pauses for longer than any deadline
groups = st.lists(
    st.sampled_from(["civilian", "combatant", "child", "woman", "medical", "unknown"]),
    min_size=1,
    max_size=2,
    unique=True,
)


@st.composite
def counts(draw):
    low = draw(st.none() | numbers)
    width = draw(st.none() | st.integers(0, 5))
    high = None if width is None else (low or 0) + width
    category = draw(st.sampled_from(["killed", "injured"]))
    return toll(low, high, *draw(groups), category=category)


@st.composite
def accounts(draw, most=7):
    size = draw(st.integers(0, most))
    names = [f"c{n}" for n in range(size)]
    return [draw(sayings(name, names)) for name in names]


@st.composite
def sayings(draw, name, names):
    chain = draw(st.lists(st.sampled_from(VOICES), min_size=1, max_size=3, unique=True))
    return say(
        name,
        *chain,
        hour=draw(st.integers(0, 3)),
        report=draw(st.sampled_from([f"report of {name}", f"report of {names[0]}"])),
        party=draw(st.sampled_from(["", "north", "south"])),
        supersedes=draw(st.sampled_from(["", "", *names])),
        set_aside=draw(st.sampled_from(["", "", "", "old"])),
        kind=draw(st.sampled_from(["event", "event", "denial", "responsibility", "toll"])),
        tolls=draw(st.lists(counts(), max_size=2)),
        target=draw(st.sampled_from(["", "medical", "position"])),
        when=("2020-05-04",),
    )


@st.composite
def incidents(draw):
    told = draw(accounts())
    names = [one.id for one in told] + ["elsewhere"]
    pairs = st.tuples(st.sampled_from(names), st.sampled_from(names), st.booleans())
    return told, [rests(*one) for one in draw(st.lists(pairs, max_size=6))]


def ranges(weighed):
    return {one.category: one.range for one in weighed.tallies}


def lows(weighed):
    return {one.category: one.range.low or 0 for one in weighed.tallies if one.range}


def counted(weighed):
    return [(one.question, one.origins.low, one.origins.high) for one in weighed.asked]


@unhurried
@given(incidents(), st.randoms())
def test_the_order_of_arrival_never_matters(incident, chance):
    told, known = incident
    shuffled, reshuffled = chance.sample(told, len(told)), chance.sample(known, len(known))
    assert weigh(shuffled, reshuffled, {}) == weigh(told, known, {})


@unhurried
@given(incidents(), st.data())
def test_a_repeat_changes_no_total_and_no_count_of_origins(incident, data):
    told, known = incident
    counting = [one for one in told if one.counts]
    if not counting:
        return
    said = data.draw(st.sampled_from(counting))
    later = timedelta(hours=data.draw(st.integers(0, 5)))
    repeat = replace(
        said,
        id="repeat",
        report="another report",
        voices=(said.voices[0], replace(WIRE, id="another wire")),
        said_at=said.said_at + later,
        supersedes="",
    )
    before, after = weigh(told, known, {}), weigh([*told, repeat], known, {})
    assert ranges(after) == ranges(before)
    assert counted(after) == counted(before)
    assert (after.origins.low, after.origins.high) == (before.origins.low, before.origins.high)


@unhurried
@given(incidents(), st.data())
def test_a_derivative_raises_neither_the_low_nor_the_count_of_origins(incident, data):
    told, known = incident
    counting = [one for one in told if one.counts]
    if not counting:
        return
    said = data.draw(st.sampled_from(counting))
    heard = {one.voices[0] for one in told}  # who was heard himself may renew his own figure
    others = [one for one in VOICES if one not in heard]
    voice = data.draw(st.sampled_from([*others, replace(PAPER, id="another paper")]))
    garbled = [data.draw(counts()) for _ in said.claim.tolls]
    tolls = [
        replace(one, category=two.category)
        for one, two in zip(garbled, said.claim.tolls, strict=True)
    ]
    copy = say("copy", voice, hour=9, kind=said.claim.kind, tolls=tolls, party=said.party)
    derived = [*known, replace(rests("copy", "x"), on=said.report)]
    before, after = weigh(told, known, {}), weigh([*told, copy], derived, {})
    assert after.origins.low <= before.origins.low
    assert after.origins.high <= before.origins.high
    for category, low in lows(before).items():
        assert lows(after).get(category, 0) <= low


@unhurried
@given(incidents(), st.lists(st.tuples(numbers, st.integers(0, 3), st.booleans()), max_size=5))
def test_the_label_of_the_accused_lowers_no_count(incident, said):
    told, known = incident
    others = [one for one in told if one.voices[0].party != "north"]
    blame = say("blame", NEIGHBOUR, party="north")

    def with_label(*label):
        theirs = [
            say(f"m{n}", MINISTRY, hour=hour, tolls=killed(many, many, *(label if called else ())))
            for n, (many, hour, called) in enumerate(said)
        ]
        return weigh([blame, *others, *theirs], known, {})

    plain, labelled = with_label(), with_label("combatant")
    for category, low in lows(plain).items():
        assert lows(labelled).get(category, 0) >= low
    assert _group_lows(labelled) == _group_lows(plain)


def _group_lows(weighed):
    return {
        (tally.category, one.group): one.range.low
        for tally in weighed.tallies
        for one in tally.groups
        if one.group != "combatant"
    }


@unhurried
@given(incidents(), st.data())
def test_to_split_and_merge_again_is_the_identity_of_the_totals(incident, data):
    told, known = incident
    apart = {one.id for one in told if data.draw(st.booleans())}
    first = [one for one in told if one.id in apart]
    second = [one for one in told if one.id not in apart]
    merged = weigh([*second, *first], known, {})
    for category in ("killed", "injured"):
        totals = [
            total([countable("a", weighed)], category, Window())
            for weighed in (weigh(told, known, {}), merged)
        ]
        assert totals[0] == totals[1]


@unhurried
@given(incidents())
def test_what_is_computed_is_never_absurd(incident):
    told, known = incident
    found = weigh(told, known, {})
    for one in (found.origins, *(asked.origins for asked in found.asked)):
        assert 0 <= one.low <= one.high <= len({node.voice.id for node in one.nodes if node.claims})
        assert (one.low > 0) == bool(one.reports)
    for tally in found.tallies:
        if tally.range and None not in (tally.range.low, tally.range.high):
            assert tally.range.low <= tally.range.high
