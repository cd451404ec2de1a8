import pytest

from dateline.text import LONGEST, Image, Problem, heavy, problems

from .page import IMAGES

GOOD = """# Head

Words with [a link](https://a.org), <https://b.org> and \\[braces\\]\\{x}.

::media{id=hill alt="A hill" credit="Nour"}

:::quote{lang=ar source="Rescuers" translation="They struck" by="Nour"}
قصفوا
:::

:::quote{source="The ministry"}
Nothing was hit.
:::
"""


def test_a_good_text_has_none():
    assert problems(GOOD) == []
    assert problems(GOOD, images=IMAGES) == []
    assert problems("") == []


@pytest.mark.parametrize(
    ("markdown", "line", "said"),
    [
        ("a\n\n![x](https://a.org/x.png)", 3, "pictures are brought in with ::media"),
        ("a\nb ![x](https://a.org/x.png)", 2, "pictures are brought in with ::media"),
        ("[![x](https://a.org/x.png)](https://a.org)", 1, "pictures are brought in"),
        ("a\n\n\n::incident{}", 4, "::incident needs the id of an incident"),
        ("a\n\n::card", 3, "::card needs the id of a report"),
        ("- ::card{report=a}", 1, "cannot stand inside a list"),
        (":::quote{source=A}\na\n::card{report=a}\n:::", 3, "a card cannot stand inside a quote"),
        ("a\n[[b]{claim=C1}]{claim=C2}", 2, "[words]{…} marks a claim"),
        ("[b]{.red}", 1, None),
        ("[b]{red}", 1, "[words]{…} marks a claim"),
        ("::media{id=a}", 1, "not described"),
        ('::media{id=a alt=" "}', 1, "not described"),
        ("::media{alt=x}", 1, "needs the id"),
        ("- a\n- ::media{id=a alt=x}", 2, "cannot stand inside a list"),
        ("> ::media{id=a alt=x}", 1, "cannot stand inside a list"),
        (":::quote{}\na\n:::", 1, "who speaks"),
        (":::quote{source=A translation=b}\na\n:::", 1, "who translated"),
        (":::quote{source=A by=b}\na\n:::", 1, "has no translation"),
        (":::quote{source=A}\n:::", 1, "holds no words"),
        ("a\n:::quote{source=A}\nb", 2, "has no end"),
        (
            ":::quote{source=A}\na\n:::quote{source=B}\nb\n:::\nc\n:::",
            3,
            "a quote cannot stand inside a quote",
        ),
        ("a\n:::", 2, "closes nothing"),
        (":::box{}\na\n:::", 1, ":::box is not a directive"),
        ("a\n\n[x](javascript:alert(1))", 3, "a link must begin with"),
        ("[x](/here)", 1, "a link must begin with"),
        ("[x](www.a.org)", 1, "a link must begin with"),
        ("<ftp://a.org>", 1, "a link must begin with"),
        ("a\r\nb\x00", 2, "cannot be stored (U+0000)"),
        ("a\rb\ud800", 2, "cannot be stored (U+D800)"),
        ("> " * 40 + "a", 1, "nested too deeply"),
        ("a" * (LONGEST + 1), 1, "longer than 100,000 characters"),
    ],
)
def test_each_is_named_by_line_and_says_what_to_do(markdown, line, said):
    found = problems(markdown)
    assert [problem.line for problem in found] == ([line] if said else [])
    assert all(said in problem.message and problem.message.endswith(".") for problem in found)


def test_a_pictures_own_description_counts_where_the_pictures_are_known():
    bare = Image((("x.jpg", 1),), 1, 1, alt="", credit="")
    assert problems("::media{id=hill}", images=IMAGES) == []
    (problem,) = problems("::media{id=bare}", images={"bare": bare})
    assert "not described" in problem.message
    (problem,) = problems("::media{id=gone alt=x}", images=IMAGES)
    assert "no picture has the id gone" in problem.message


def test_reports_that_nobody_knows_are_named_where_the_reports_are_known():
    markdown = "::card{report=a}\n::card{report=b}\n:::quote{report=c}\nd\n:::"
    assert problems(markdown) == []
    assert problems(markdown, reports={"a", "b", "c"}) == []
    found = problems(markdown, reports=["b"])
    assert [problem.line for problem in found] == [1, 3]
    assert "no report has the id c" in found[1].message


def test_a_quote_may_leave_it_to_its_report_to_say_who_speaks():
    assert problems(":::quote{report=a}\nb\n:::") == []
    assert problems(":::quote{report=a source=B}\nb\n:::", reports=()) != []


def test_they_come_in_the_order_of_the_lines():
    lines = [problem.line for problem in problems("::card\n\n\x00\n[a]{clam=1}\n:::\n::toll")]
    assert lines == [1, 3, 4, 5, 6]


def test_a_problem_reads_as_a_sentence():
    assert str(Problem(4, "take it out.")) == "Line 4: take it out."


def test_a_text_too_heavy_to_parse_is_refused_unparsed():
    assert heavy("[" * 5_000) is None
    found = heavy("[" * 5_001)
    assert found
    assert problems("[" * 5_001) == [found]
    assert "brackets" in found.message
