import pytest
from spacy.language import Language

from dateline.codebook.targets import TARGETS
from tests.reading.events.telling import only, told, who


@pytest.mark.parametrize(
    ("text", "actor", "target"),
    [
        ("Russian warplanes bombed rebel positions.", "Russian warplanes", "rebel positions"),
        ("Rebel positions were bombed by Russian warplanes.",
         "Russian warplanes", "Rebel positions"),
        ("Twelve people were killed.", None, "Twelve people"),
        ("Russian airstrikes on rebels in Hama continued.", "Russian airstrikes", "rebels"),
        ("The killing of General Hamdani by rebels was confirmed.",
         "rebels", "General Hamdani"),
        ("The army took control of the town.", "The army", "the town"),
        ("Police opened fire on a crowd.", "Police", "a crowd"),
        ("Rebels fired rockets at Latakia.", "Rebels", "Latakia"),
        ("Iran delivered weapons to Hezbollah.", "Iran", "Hezbollah"),
        ("Thousands of people fled the town.", None, "Thousands of people"),
        ("Militants threatened to shell Haifa.", "Militants", None),
        ("A bomb killed a mayor.", None, "a mayor"),
        ("The army carried out an airstrike on a market.", "The army", "a market"),
    ],
)  # fmt: skip
def test_who_does_it_and_who_suffers(
    nlp: Language, text: str, actor: str | None, target: str | None
) -> None:
    found = told(nlp, text)[0]
    assert who(found)[0] == actor
    assert target is None or who(found)[1] == target


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("Peru accused Chile of killing nine divers.", "killing", "Chile"),
        ("Peru accused the smugglers of killing nine divers.", "killing", "the smugglers"),
        ("Villagers blame the army for shelling the mill.", "shelling", "the army"),
        ("Nurses suspected rebels of bombing the ward.", "bombing", "rebels"),
        ("The marines were accused by Peru of shelling a pier.", "shelling", "The marines"),
        ("Two sailors were charged with murdering a judge.", "murdering", "Two sailors"),
        ("The army denied shelling the mill.", "shelling", "The army"),
        ("The army retreated after shelling the mill.", "shelling", "The army"),
    ],
)
def test_the_accused_did_it_and_not_who_accuses(
    nlp: Language, text: str, words: str, actor: str
) -> None:
    (act,) = [one for one in told(nlp, text) if one.words == words]
    assert who(act)[0] == actor


@pytest.mark.parametrize(
    "text",
    [
        "Nobody shelled the mill.",
        "No group bombed the mill.",
        "Fighting killed nine people.",
        "Monday's attack killed nine people.",
    ],
)
def test_who_is_nobody_is_no_actor(nlp: Language, text: str) -> None:
    assert told(nlp, text)[0].actor is None


def test_a_dateline_is_no_actor(nlp: Language) -> None:
    text = "IQUIQUE, Chile — Navy divers shelled the pier on Monday, killing four people."
    assert who(told(nlp, text)[0])[0] == "Navy divers"


def test_a_machine_is_no_settlement_and_no_people(nlp: Language) -> None:
    kinds = [
        target.kind
        for text in ("Chile shot down a Su-25.", "Chile shot down nine of the drones.")
        for target in [only(nlp, text).target]
        if target
    ]
    assert kinds == ["other", "aircraft"]


@pytest.mark.parametrize("party", ["Amnesty", "Amnesty International"])
def test_a_partys_name_is_no_event(nlp: Language, party: str) -> None:
    (event,) = told(nlp, f"{party} said that Peru did not kill nine divers.")
    assert event.words == "kill"


@pytest.mark.parametrize(
    ("clause", "actor"),
    [
        ("The rebels, who captured the port, are tired.", "The rebels"),
        ("The rebels entered the port and captured the mill.", "The rebels"),
        ("The rebels managed to capture the mill.", "The rebels"),
    ],
)
def test_a_shared_subject_is_the_actor(nlp: Language, clause: str, actor: str) -> None:
    captures = [each for each in told(nlp, clause) if each.code == "capture"]
    assert [who(each)[0] for each in captures] == [actor]


def test_an_airstrike_acts_for_its_party(nlp: Language) -> None:
    found = only(nlp, "A Russian airstrike killed a nurse.")
    assert found.actor is not None
    assert (found.actor.name, found.actor.country) == ("Russian Air Force", "RU")


def test_nobody_is_named_by_a_bare_role(nlp: Language) -> None:
    found = only(nlp, "Gunmen kidnapped a teacher.")
    assert found.actor is not None
    assert found.actor.name is None


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("a field hospital", "medical"),
        ("two schools", "school"),
        ("the bakery", "market"),
        ("dozens of civilians", "civilian"),
        ("a command post", "position"),
        ("General Farid Nasr", "commander"),
        ("a refugee camp", "displaced_site"),
        ("rescuers", "rescuer"),
        ("the power station", "infrastructure"),
        ("Sarmin", "settlement"),
    ],
)
def test_a_target_has_a_kind(nlp: Language, words: str, kind: str) -> None:
    target = only(nlp, f"Warplanes bombed {words}.").target
    assert target is not None
    assert (target.words, target.kind) == (words, kind)
    assert target.kind in TARGETS


def test_the_day_is_no_target(nlp: Language) -> None:
    found = only(nlp, "Several men were wounded on Tuesday.")
    assert who(found) == (None, "Several men")


def test_every_word_stands_where_it_is_said_to(nlp: Language) -> None:
    text = "Hama — Iraqi jets hit «two houses», killing Umm Ali; police arrested her sons."
    for each in told(nlp, text):
        assert text[each.start : each.end] == each.words
        for role in filter(None, (each.actor, each.target)):
            assert text[role.start : role.end] == role.words
        assert each.clause[0] <= each.start < each.end <= each.clause[1]


def test_whose_death_it_is_suffers_it(nlp: Language) -> None:
    found = only(nlp, "Their deaths shocked the town.")
    assert who(found) == (None, "Their")


def test_a_video_does_nothing(nlp: Language) -> None:
    found = told(nlp, "A video shows jets striking the mill.")[0]
    assert found.actor is None or "video" not in found.actor.words
