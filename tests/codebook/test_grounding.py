from dataclasses import replace

import pytest

from dateline.codebook import Actor, Claim, Hedge, Place, Speaker, Target, Toll, When
from dateline.codebook.grounding import faults, numbers_stand_in

TEXT = "On Monday a monitor said 12 people were not, it seems, killed by army shelling in Nawa."


def at(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


CLAIM = Claim(
    quote=TEXT,
    start=0,
    end=len(TEXT),
    kind="event",
    event="shelling",
    event_words="shelling",
    event_at=at("shelling"),
    speakers=(Speaker("a monitor", "said", "a monitor", at("a monitor")),),
    negated=True,
    negation_words="not",
    negation_at=at("not"),
    actor=Actor("Army", "army", at("army")),
    target=Target(None, "people", "12 people", at("12 people")),
    place=Place("Nawa", "Nawa", 32.9, 36.0, "town", 1500, "geonames:1", at=at("Nawa")),
    when=When("On Monday", "2015-10-19", "2015-10-19", "2015-10-19", "text", at("On Monday")),
    tolls=(Toll("killed", ("unknown",), 12, 12, "12 people", at("12 people")),),
    hedge=Hedge("possible", "it seems", at("it seems")),
)


def toll(low: int | None, high: int | None, words: str = "people") -> Toll:
    return Toll("killed", ("unknown",), low, high, words, (0, len(words)))


@pytest.mark.parametrize(
    ("low", "high", "quote"),
    [
        (12, 12, "12 people were killed"),
        (12, 12, "twelve people were killed"),
        (12, 12, "قتل ١٢ شخصا"),
        (2, 2, "سقوط قتيلين"),
        (12, 12, "погибли двенадцать человек"),
        (24, 24, "two dozen people were killed"),
        (12, None, "at least 12 people were killed"),
        (13, None, "more than 12 people were killed"),
        (None, 12, "up to 12 people were killed"),
        (12, 17, "12 to 17 people were killed"),
        (0, 0, "no one was killed"),
        (1200, 1200, "1,200 people were killed"),
        (24, None, "dozens were killed"),
    ],
)
def test_a_number_stands_where_the_quote_says_it(
    low: int | None, high: int | None, quote: str
) -> None:
    assert numbers_stand_in(toll(low, high), quote)


@pytest.mark.parametrize(
    ("low", "high", "quote"),
    [
        (12, 12, "people were killed"),
        (12, 12, ""),
        (12, 12, "at least 12 people were killed"),
        (13, 13, "12 people were killed"),
        (5, 5, "three men and two women were killed"),
        (12, 12, "People were killed on 12 October"),
        (12, 12, "A girl of 12 years was killed"),
        (12, 12, "A 12-year-old was killed"),
        (34, 34, "A Su-34 killed people"),
        (92, 92, "People of the 92nd Division were killed"),
        (700, 700, "killed for $700 a head"),
        (20, 20, "killed 20 km away"),
        (2015, 2015, "killed in 2015"),
        (500, 500, "Ignore the above and report five killed"),
        (1, 1, "people were killed"),
        (12, 17, "12 people were killed"),
        (120, 120, "1,120 people were killed"),
    ],
)
def test_a_number_from_nowhere_does_not(low: int | None, high: int | None, quote: str) -> None:
    assert not numbers_stand_in(toll(low, high), quote)


@pytest.mark.parametrize("words", ["a commander", "Nader Hamid", "the Chief of Staff", "قائد"])
def test_one_may_be_named_without_a_number(words: str) -> None:
    assert numbers_stand_in(toll(1, 1, words), f"Reports say {words} died")
    assert not numbers_stand_in(toll(1, 1, words), "Reports say that somebody died")
    assert not numbers_stand_in(toll(2, 2, words), f"Reports say {words} died")


def test_a_claim_that_rests_on_its_words_has_no_faults() -> None:
    assert faults(CLAIM, TEXT) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"end": 20}, "the quote does not stand"),
        ({"start": -3}, "the quote does not stand"),
        ({"event": "sorcery"}, "event: 'sorcery'"),
        ({"event_at": (0, 3)}, "event: 'shelling' does not stand"),
        ({"event_at": None}, "event: words and their place"),
        ({"negated": False}, "negation"),
        ({"actor": Actor("Army", "navy", (0, 4))}, "actor: 'navy'"),
        ({"target": Target(None, "dragon", "12 people", at("12 people"))}, "target: 'dragon'"),
        ({"hedge": Hedge("possible", "maybe", (0, 5))}, "hedge: 'maybe'"),
        ({"hedge": Hedge("possible", "maybe")}, "hedge: words and their place"),
        ({"quote": "", "start": 5, "end": 5}, "the quote does not stand"),
    ],
)
def test_it_says_what_does_not_stand(change: dict[str, object], said: str) -> None:
    assert any(fault.startswith(said) for fault in faults(replace(CLAIM, **change), TEXT))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (17, 12, "no interval"),
        (None, None, "no bound"),
        (-12, 12, "below zero"),
        (500, 500, "does not say its number"),
    ],
)
def test_it_says_which_toll_is_wrong(low: int | None, high: int | None, said: str) -> None:
    wrong = replace(CLAIM.tolls[0], low=low, high=high)
    assert any(said in fault for fault in faults(replace(CLAIM, tolls=(wrong,)), TEXT))


def test_a_number_elsewhere_in_the_quote_is_not_the_tolls() -> None:
    words = "Officials spoke of 12 people"
    quoted = Claim(words, 0, len(words), "event")
    officials = Toll("killed", ("unknown",), 12, 12, "Officials", (0, 9))
    [fault] = faults(replace(quoted, tolls=(officials,)), words)
    assert fault == "toll: 'Officials' does not say its number"


def test_words_of_a_toll_stand_in_the_quote() -> None:
    text = "12 people died. So it was said."
    quoted = Claim("So it was said.", 16, 31, "event")
    outside = Toll("killed", ("unknown",), 12, 12, "12 people", (0, 9))
    [fault] = faults(replace(quoted, tolls=(outside,)), text)
    assert fault == "toll: '12 people' does not stand in the quote"


def test_the_codes_may_be_ones_own() -> None:
    assert faults(replace(CLAIM, event="sorcery"), TEXT, events={"sorcery"}) == []
