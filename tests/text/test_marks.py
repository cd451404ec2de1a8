"""Words that rest on a claim."""

import pytest

from dateline.text import Mark, claim_ids, plain, problems, render

from .page import Page

MARK = Mark("../../claims/C1/", "claimed by SMART News Agency", "alleged")


def page(markdown, **settings):
    return Page(render(markdown, images={}, **{"marks": {"C1": MARK}, **settings}))


def test_marked_words_lead_to_their_claim_and_say_how_sure_it_is():
    link = page("They say [12 *people* died]{claim=C1}.").one("a", "claim")
    assert link.text == "12 people died"
    assert link.attributes["href"] == "../../claims/C1/"
    assert link.attributes["class"] == "claim alleged"
    assert link.attributes["title"] == "claimed by SMART News Agency"


@pytest.mark.parametrize(
    ("typed", "marked"),
    [
        ("[[a]{claim=C1}]{claim=C1}", "a"),
        ("[see [a](https://a.example)]{claim=C1}", ""),
        ("[a](https://a.example){claim=C1}", ""),
        ("\\[a]{claim=C1}", ""),
        ("[a] {claim=C1}", ""),
        ("[a]{claim=C 1}", ""),
        ("[a]{claim=}", ""),
        ("[a]{claim=C1 x}", ""),
        ("[]{claim=C1}", ""),
        ("![a](https://a.example/b.png){claim=C1}", ""),
        ("`[a]{claim=C1}`", ""),
    ],
)
def test_what_is_no_mark_marks_nothing_more_than_its_inner_words(typed, marked):
    shown = page(typed)
    marks = [link.text for link in shown.all("a") if "claim" in link.attributes.get("class", "")]
    assert "".join(marks) == marked
    assert "{claim=" in shown.text


def test_the_words_of_a_mark_cannot_leave_its_attributes():
    hostile = Mark("javascript:alert(1)", '"><script>alert(1)</script>', "said")
    html = render("[a]{claim=C1}", images={}, marks={"C1": hostile})
    assert "javascript" not in html
    assert "<script" not in html


def test_plain_text_keeps_the_words():
    assert plain("They say [12 died]{claim=C1}.") == "They say 12 died."


def test_the_ids_are_listed_once_in_order():
    assert claim_ids("[a]{claim=B} [b]{claim=A}\n\n- [c]{claim=B}") == ["B", "A"]


def test_a_claim_that_the_caller_does_not_know_is_a_problem():
    [problem] = problems("a\n[b]{claim=C2} [c]{claim=C1}", claims={"C1"})
    assert problem.line == 2
    assert "no accepted claim has the id C2" in problem.message


def test_many_brackets_do_not_hold_a_thread():
    text = "[" * 2000 + "a" + "]{claim=C1}" * 2000
    assert "a" in render(text, images={})
