from tests.reading.speakers.conftest import Read


def test_reports_that_emerge_have_no_source(read: Read) -> None:
    [said] = read("Reports emerged on Sunday that a senior officer had been killed.")
    assert (said.source, said.attribution.verb) == (None, "reported")
    assert said.contents == ("that a senior officer had been killed",)


def test_an_adverb_doubts_its_clause_apart_from_speakers(read: Read) -> None:
    [said] = read("At least nine people were allegedly killed.")
    assert (said.source, said.attribution.act, said.attribution.hedge) == (
        None,
        "doubts",
        "alleged",
    )


def test_a_noun_may_carry_the_claim(read: Read) -> None:
    [said] = read("The ministry's claims of a great victory were met with silence.")
    assert (said.source, said.cue, said.contents) == (
        "The ministry",
        "claims of",
        ("a great victory",),
    )


def test_a_heading_names_who_speaks(read: Read) -> None:
    [said] = read("Amnesty International: the prison was struck twice.")
    assert (said.source, said.cue) == ("Amnesty International", ":")


def test_a_photo_credit_says_nothing(read: Read) -> None:
    assert read("Photo: Reuters") == []


def test_a_colon_leads_to_the_paragraphs_that_follow(read: Read) -> None:
    [said] = read("Now Lebanon reports:")
    assert (said.source, said.cue, said.contents) == ("Now Lebanon", "reports:", ())
