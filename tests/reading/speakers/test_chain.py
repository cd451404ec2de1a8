import pytest

from tests.reading.speakers.conftest import Chain


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        (
            "12 people had been killed",
            "A QASION News Agency report claimed that 12 people had been killed.",
            [("QASION News Agency", "claimed")],
        ),
        (
            "a rocket",
            "This MOD video purportedly shows a rocket.",
            [("MOD", "showed")],
        ),
        (
            "smoke",
            "A video posted by local activists shows smoke over the market.",
            [("local activists", "showed")],
        ),
        (
            "shells fell",
            "Activists told AFP that shells fell on the market.",
            [("Activists", "told"), ("AFP", "reported")],
        ),
        (
            "the bridge was blown up",
            "Local media quoted Omar Haddad as saying that the bridge was blown up.",
            [("Omar Haddad", "said"), ("Local media", "quoted")],
        ),
        (
            "the airbase had been surrounded",
            "Reuters reported, citing rebel commanders, that the airbase had been surrounded.",
            [("rebel commanders", "said"), ("Reuters", "reported")],
        ),
        (
            "the talks were held in secret",
            "According to Kommersant's sources, the talks were held in secret.",
            [("Kommersant's sources", "said"), ("Kommersant", "reported")],
        ),
        (
            "a mosque was hit",
            "As we reported yesterday, the councils claim that a mosque was hit.",
            [("councils", "claimed"), ("we", "reported")],
        ),
        (
            "a senior officer had been killed",
            "Reports emerged that a senior officer had been killed.",
            [("", "reported")],
        ),
        ("fell silent", "The guns fell silent.", []),
        (
            "it had struck",
            "The coalition did not confirm that it had struck the convoy.",
            [],
        ),
    ],
)
def test_it_goes_from_the_origin_outwards(
    chain: Chain, words: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert chain(words, text) == expected


def test_a_heading_speaks_for_the_quotation_below_it(chain: Chain) -> None:
    found = chain(
        "the pass", "The governor told reporters:", "“We hold the pass. We will keep it.”"
    )
    assert found == [("governor", "told")]


def test_a_quotation_goes_on_over_paragraphs(chain: Chain) -> None:
    paragraphs = (
        "“We hold the pass,” Hassan Qasim said.",
        "“We have held it since May.",
        "“Nobody will take it from us.”",
    )
    assert chain("since May", *paragraphs[:2]) == [("Hassan Qasim", "said")]
    assert chain("Nobody", *paragraphs) == [("Hassan Qasim", "said")]


def test_speech_ends_where_the_writer_speaks_again(chain: Chain) -> None:
    found = chain("old fort", "“We hold it,” Hassan Qasim said.", "The pass has an old fort.")
    assert found == []
