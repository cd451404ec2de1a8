from collections.abc import Sequence

import pytest
from spacy.language import Language

from dateline.codebook.grounding import numbers_stand_in
from dateline.reading.figures import FoundToll, tolls

Row = tuple[str, int | None, int | None, str]


def rows(found: Sequence[FoundToll]) -> list[Row]:
    return [(each.category, each.toll.low, each.toll.high, each.toll.words) for each in found]


TOLLS: list[tuple[str, list[Row]]] = [
    (
        "The blast killed 12 people and injured 30 others.",
        [("killed", 12, 12, "12 people"), ("injured", 30, 30, "30 others")],
    ),
    (
        "At least 12 were killed and 30 wounded.",
        [("killed", 12, None, "At least 12"), ("injured", 30, 30, "30 wounded")],
    ),
    ("Two dozen soldiers died.", [("killed", 24, 24, "Two dozen soldiers")]),
    ("Shelling left 12 people dead.", [("killed", 12, 12, "12 people")]),
    ("The siege claimed the lives of 40 people.", [("killed", 40, 40, "40 people")]),
    ("The monitor counted the deaths of 15 civilians.", [("killed", 15, 15, "15 civilians")]),
    ("The war has claimed 2,800 lives.", [("killed", 2800, 2800, "2,800 lives")]),
    ("Dozens of civilians were killed.", [("killed", 24, None, "Dozens of civilians")]),
    (
        "Tens of thousands of people are reported to have fled the area.",
        [("displaced", 20_000, None, "Tens of thousands of people")],
    ),
    ("50,000 refugees have left the city.", [("displaced", 50_000, 50_000, "50,000 refugees")]),
    ("Police arrested 14 men.", [("detained", 14, 14, "14 men")]),
    ("Gunmen kidnapped two doctors.", [("abducted", 2, 2, "two doctors")]),
    ("At least 60 people are missing.", [("missing", 60, None, "At least 60 people")]),
    ("Some 300 families returned to the town.", [("returned", 300, 300, "Some 300 families")]),
    ("Jets flew 46 sorties over Hama.", [("sorties", 46, 46, "46 sorties")]),
    ("The city was hit by nine air strikes.", [("strikes", 9, 9, "nine air strikes")]),
    ("The jets destroyed 83 objects.", [("objects_hit", 83, 83, "83 objects")]),
    (
        "Rebels destroyed over 11 armoured vehicles.",
        [("vehicles", 12, None, "over 11 armoured vehicles")],
    ),
    ("Rebels shot down two helicopters.", [("aircraft", 2, 2, "two helicopters")]),
    ("Three homes were destroyed.", [("buildings", 3, 3, "Three homes")]),
    ("The army captured three villages.", [("settlements", 3, 3, "three villages")]),
    (
        "Troops took control of at least three villages.",
        [("settlements", 3, None, "at least three villages")],
    ),
    ("A commander was killed in Hama.", [("killed", 1, 1, "A commander")]),
    ("General Samir Haddad was killed in Hama.", [("killed", 1, 1, "General Samir Haddad")]),
    ("No one was injured.", [("injured", 0, 0, "No one")]),
    (
        "No casualties were reported.",
        [("injured", 0, 0, "No casualties"), ("killed", 0, 0, "No casualties")],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), TOLLS)
def test_it_reads_a_toll(nlp: Language, text: str, wanted: list[Row]) -> None:
    found = tolls(nlp(text))
    assert sorted(rows(found)) == sorted(wanted)
    assert all(text[slice(*each.toll.at)] == each.toll.words for each in found)
    assert all(numbers_stand_in(each.toll, text) for each in found)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The going rate is $700 per person.",
        "The soldiers waited 12 hours.",
        "A Su-34 killed the time of the 92nd Brigade.",
        "Police arrested the suspect's 12-year-old bicycle.",
        "The base lies 30 km from Homs.",
        "Twelve countries sent aid.",
        "The army took the 12 October road.",
        "Two suicide bombers were mentioned.",
        "Ten villages voted.",
        "12 soldiers left the base.",
        "In 2015 the siege began.",
        "The flood killed the mood.",
    ],
)
def test_other_figures_are_no_tolls(nlp: Language, text: str) -> None:
    assert rows(tolls(nlp(text))) == []


def test_a_part_names_what_contains_it(nlp: Language) -> None:
    text = "The strike killed 12 people, including three children and a doctor."
    whole, part = tolls(nlp(text))[:2]
    assert part.part_of == whole.toll.at
    assert (part.category, part.groups, part.toll.low) == ("killed", ("child",), 3)
    assert whole.part_of is None


def test_those_who_were_among_the_dead_are_part_of_them(nlp: Language) -> None:
    part, whole = tolls(nlp("Four women were among nine people killed in the raid."))
    assert part.part_of == whole.toll.at
    assert (part.category, whole.category) == ("killed", "killed")


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Two civilians were killed.", ("civilian",)),
        ("Two soldiers were killed.", ("combatant",)),
        ("Two girls were killed.", ("child",)),
        ("Two people were killed.", ("unknown",)),
        ("Two journalists were killed.", ("journalist",)),
        ("Nine police officers were killed.", ("combatant",)),
        ("Two senior officers were killed.", ("commander",)),
        ("Two boys were killed.", ("child",)),
        ("Four girls were wounded.", ("child",)),
        ("Two rebel commanders were killed.", ("combatant", "commander")),
    ],
)
def test_it_says_who_they_were(nlp: Language, text: str, groups: tuple[str, ...]) -> None:
    assert [found.groups for found in tolls(nlp(text))] == [groups]


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("The death toll rose to 45.", 45),
        ("The death toll rose from 12 to 45.", 45),
        ("The death toll climbed by 31 to 2,045, the governor said.", 2045),
        ("The toll went up by nine to 60.", 60),
        ("Since Monday, 120 people have died.", 120),
        ("So far 120 people have been killed.", 120),
    ],
)
def test_a_count_of_a_period_is_cumulative(nlp: Language, text: str, low: int) -> None:
    assert [(each.toll.cumulative, each.toll.low) for each in tolls(nlp(text))] == [(True, low)]


def test_a_figure_for_killed_and_wounded_together_says_so(nlp: Language) -> None:
    found = tolls(nlp("The shelling killed and wounded dozens."))
    assert {each.category for each in found} == {"killed", "injured"}
    assert all(each.shared for each in found)


def test_about_is_kept(nlp: Language) -> None:
    assert tolls(nlp("About 50 people were killed."))[0].toll.approximate


STANDING: list[tuple[str, list[Row]]] = [
    (
        "Not nine but 11 miners were killed at the pit.",
        [("killed", 11, 11, "11 miners")],
    ),
    ("The blast killed 21 people, not 30.", [("killed", 21, 21, "21 people")]),
    ("None of the 40 workers was injured.", [("injured", 0, 0, "None of the 40 workers")]),
    ("Six of the 14 climbers died.", [("killed", 6, 6, "Six of the 14 climbers")]),
    ("Rebels destroyed four Bradley 3 vehicles.", [("vehicles", 4, 4, "four Bradley 3 vehicles")]),
    (
        "25 villagers, 4 guards killed in Karvel.",
        [("killed", 25, 25, "25 villagers"), ("killed", 4, 4, "4 guards")],
    ),
    ("Killed: 7.", [("killed", 7, 7, "7")]),
    ("A half-million people have fled the coast.", [("displaced", 500_000, 500_000, None)]),
    ("The number of wounded rose by 4 to 33.", [("injured", 33, 33, "33")]),
    (
        "Hundreds, if not thousands, were killed.",
        [("killed", 200, None, None), ("killed", 2000, None, None)],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), STANDING)
def test_figures_that_are_denied_shared_or_named_do_not_count(
    nlp: Language, text: str, wanted: list[Row]
) -> None:
    found = rows(tolls(nlp(text)))
    assert [row[:3] for row in found] == [row[:3] for row in wanted]
    assert all(words in (None, row[3]) for row, (*_, words) in zip(found, wanted, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "One in five of the injured miners died.",
        "One in three people in the camp was injured.",
        "Not twelve soldiers died.",
    ],
)
def test_a_share_is_no_count(nlp: Language, text: str) -> None:
    assert tolls(nlp(text)) == []
