"""Incidents, tolls and fronts that stand in an update."""

import pytest

from dateline.text import Board, board_names, plain, problems, render

from .page import Page

SARMIN = Board(
    title="A strike on Sarmin",
    page="../../incidents/i1/",
    dateline="Sarmin · 21 Oct 2015",
    rows=(("What was hit?", "disputed"), ("", "12–17 killed")),
    note="3 reports · 3 original sources",
)


def page(markdown, **settings):
    return Page(render(markdown, images={}, **{"boards": {"incident:i1": SARMIN}, **settings}))


def test_an_incident_says_what_it_says_now_and_leads_to_its_page():
    shown = page("::incident{id=i1}")
    assert shown.one("figure", "board").attributes["class"] == "board incident"
    assert shown.one("p", "title").text == "A strike on Sarmin"
    assert shown.one("a").attributes["href"] == "../../incidents/i1/"
    assert shown.one("p", "dateline").text == "Sarmin · 21 Oct 2015"
    assert [row.text for row in shown.all("p", "row")] == ["What was hit? disputed", "12–17 killed"]
    assert shown.one("p", "note").text == "3 reports · 3 original sources"


@pytest.mark.parametrize("line", ["::incident{id=i2}", "::toll{incident=i1 category=killed}"])
def test_what_cannot_be_shown_says_so(line):
    assert page(line).one("figure", "missing").text.strip() == "not available at the moment"


def test_nothing_in_it_becomes_markup_or_leads_elsewhere():
    hostile = Board("<b>x</b>", "javascript:alert(1)", rows=(("<i>", "<script>"),), note="&")
    html = render("::front{id=f}", images={}, boards={"front:f": hostile})
    assert "<b>" not in html
    assert "<script" not in html
    assert "href" not in html


def test_plain_text_says_the_same():
    said = plain("::incident{id=i1}", boards={"incident:i1": SARMIN})
    assert said.splitlines() == [
        "Sarmin · 21 Oct 2015 · A strike on Sarmin",
        "What was hit?: disputed",
        "12–17 killed",
        "3 reports · 3 original sources",
    ]


def test_the_names_under_which_they_are_handed_in():
    text = "::toll{incident=a category=killed}\n::front{id=b}\n\n::incident{id=c}\n::front{id=b}"
    assert board_names(text) == ["toll:a:killed", "front:b", "incident:c"]


def test_one_that_the_caller_does_not_know_is_a_problem():
    [problem] = problems("::incident{id=i1}\n\n::front{id=f}", boards={"incident:i1"})
    assert problem.line == 3
    assert problem.message == "no front can be shown for f."


def test_it_cannot_stand_in_a_quote():
    [first, *_] = problems(':::quote{source="a b"}\nx\n::incident{id=i1}\n:::', boards=())
    assert "cannot stand inside a quote" in first.message
