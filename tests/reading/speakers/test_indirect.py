import pytest

from tests.reading.speakers.conftest import Read

SAYINGS = [
    (
        "The Turkish army said that two soldiers had died near Azaz.",
        "The Turkish army",
        "said",
        "that two soldiers had died near Azaz",
    ),
    (
        "Rebel commanders claim the bridge is still in their hands.",
        "Rebel commanders",
        "claim",
        "the bridge is still in their hands",
    ),
    (
        "The ministry has repeatedly denied bombing the bakery.",
        "The ministry",
        "has repeatedly denied",
        "bombing the bakery",
    ),
    (
        "Salma Nasser, a nurse in the city, told reporters that the ward was full.",
        "Salma Nasser, a nurse in the city",
        "told",
        "that the ward was full",
    ),
    (
        "According to local residents, the market was empty at the time.",
        "local residents",
        "According to",
        "the market was empty at the time",
    ),
    (
        "The column turned back before dawn, according to the governor.",
        "the governor",
        "according to",
        "The column turned back before dawn",
    ),
    (
        "Opposition leaders accused the president of starving the suburb.",
        "Opposition leaders",
        "accused",
        "the president of starving the suburb",
    ),
    (
        "The senator vowed to block the sale of the jets.",
        "The senator",
        "vowed",
        "to block the sale of the jets",
    ),
    (
        "Aid groups called for a pause in the fighting.",
        "Aid groups",
        "called for",
        "a pause in the fighting",
    ),
    (
        "The truce has collapsed, diplomats said.",
        "diplomats",
        "said",
        "The truce has collapsed",
    ),
]


@pytest.mark.parametrize(("text", "source", "cue", "content"), SAYINGS)
def test_it_finds_who_said_it_and_what_is_said(
    read: Read, text: str, source: str, cue: str, content: str
) -> None:
    assert (source, cue, (content,)) in [(s.source, s.cue, s.contents) for s in read(text)]


def test_an_inserted_cue_splits_its_content(read: Read) -> None:
    [said] = read("The road to the airport, she said, was cut on Friday.")
    assert said.contents == ("The road to the airport", "was cut on Friday")


def test_told_keeps_its_listener_apart(read: Read) -> None:
    text = "The mayor told the broadcaster that the dam was safe."
    [said] = read(text)
    assert said.attribution.listener is not None
    assert text[slice(*said.attribution.listener)] == "the broadcaster"
    assert said.contents == ("that the dam was safe",)


@pytest.mark.parametrize(
    ("text", "verb", "hedge"),
    [
        ("The army says the hill was taken.", "said", "said"),
        ("The rebels claimed the hill was taken.", "claimed", "claimed"),
        ("The agency reported that the hill was taken.", "reported", "reported"),
        ("The army denied that the hill was taken.", "denied", "denied"),
        ("Lawyers alleged that the men were beaten.", "alleged", "alleged"),
        ("The general predicted that the city would fall.", "predicted", "predicted"),
        ("Doctors warned that the ward would close.", "warned", "said"),
        ("The office estimated that ten thousand had left.", "estimated", "said"),
        ("Footage suggests that the convoy was hit.", "suggested", "possible"),
    ],
)
def test_a_verb_carries_its_hedge(read: Read, text: str, verb: str, hedge: str) -> None:
    [said] = read(text)
    assert (said.attribution.verb, said.attribution.hedge) == (verb, hedge)


def test_an_adverb_in_the_cue_doubts_it(read: Read) -> None:
    [said] = read("This ministry video purportedly shows a rocket landing.")
    assert said.attribution.hedge == "alleged"


def test_a_denied_saying_is_marked(read: Read) -> None:
    [said] = read("The alliance did not confirm that its jets had struck the convoy.")
    assert said.attribution.negated


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t ",
        "The said house was burned down in June.",
        "Smoke over the harbour.",
        "…",
        "12",
        ":",
        "Tanks entered the village and stayed there.",
    ],
)
def test_it_finds_nothing_where_nobody_says_anything(read: Read, text: str) -> None:
    assert read(text) == []


def test_capitals_do_not_break_it(read: Read) -> None:
    for said in read("MINISTRY SAID THAT THE TOWN HAD FALLEN, ACTIVISTS DENIED IT"):
        assert said.contents


def test_a_passive_has_no_source(read: Read) -> None:
    [said] = read("The warlord is believed to have fled the capital.")
    assert said.source is None
    assert said.contents == ("The warlord", "to have fled the capital")


def test_two_verbs_share_a_source(read: Read) -> None:
    found = read("The spokesman denied the raid and said that nobody had been hurt.")
    assert [(one.source, one.cue) for one in found] == [
        ("The spokesman", "denied"),
        ("The spokesman", "said"),
    ]


def test_a_second_saying_is_not_part_of_the_first(read: Read) -> None:
    found = read("The mayor admitted that the dam had cracked but said the town was safe.")
    assert [(one.source, one.contents) for one in found] == [
        ("The mayor", ("that the dam had cracked",)),
        ("The mayor", ("the town was safe",)),
    ]


def test_a_participle_goes_on_saying(read: Read) -> None:
    first, second = read("The envoy defended the deal, saying it had saved lives.")
    assert first.contents == ("the deal",)
    assert (second.source, second.contents) == ("The envoy", ("it had saved lives",))


def test_a_statement_is_its_issuers(read: Read) -> None:
    [said] = read("The alliance issued a statement saying that no jets had flown.")
    assert (said.source, said.cue) == ("The alliance", "saying")


def test_a_named_saying_stays_inside_another(read: Read) -> None:
    outer, inner = read("The agency reported that the army had denied the raid.")
    assert (outer.source, inner.source) == ("The agency", "the army")
    assert outer.contents[0].endswith(inner.contents[0])


TOLD_BEFORE = [
    (
        "Nine people died in the fire, two nurses and a UN source told Reuters.",
        "two nurses and a UN source",
        "Nine people died in the fire",
    ),
    ("The clinic was hit, as villagers told AFP.", "villagers", "The clinic was hit"),
]


@pytest.mark.parametrize(("text", "source", "content"), TOLD_BEFORE)
def test_who_told_an_agency_what_stands_before_says_it(
    read: Read, text: str, source: str, content: str
) -> None:
    (said,) = read(text)
    assert (said.source, said.contents) == (source, (content,))


NOBODY = [
    "Nine were killed, not twelve as earlier reported.",
    "It was not immediately possible to verify the report.",
    "It is hard to confirm that the bridge fell.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_says_what_nobody_is_named_for(read: Read, text: str) -> None:
    assert [said.source for said in read(text) if said.source] == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ministry: 14 killed in the capital", "Ministry"),
        ("Local activists: shells hit the market", "Local activists"),
        ("The latest: shells hit the market", None),
        ("Wounded: 14.", None),
    ],
)
def test_a_role_before_a_colon_speaks(read: Read, text: str, source: str | None) -> None:
    assert [said.source for said in read(text)] == ([source] if source else [])
