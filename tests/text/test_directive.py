import pytest

from dateline.text.directive import RefusedError, is_directive, read, read_attributes


@pytest.mark.parametrize(
    ("braces", "attributes", "flags"),
    [
        ("{}", {}, set()),
        ("{ \t}", {}, set()),
        ("{id=a1}", {"id": "a1"}, set()),
        ("{ id=a1  machine }", {"id": "a1"}, {"machine"}),
        (r'{alt="a \"b\" = } {c} \\ \n"}', {"alt": r'a "b" = } {c} \ \n'}, set()),
        ('{alt=""}', {"alt": ""}, set()),
        ('{by="حلب" lang=ar-SY}', {"by": "حلب", "lang": "ar-SY"}, set()),
    ],
)
def test_attributes_are_read(braces, attributes, flags):
    assert read_attributes(braces) == (attributes, flags)


@pytest.mark.parametrize(
    "braces",
    [
        "{",
        "{id=a1",
        '{alt="a}',
        "{id=}",
        "{=a}",
        '{alt="a"b="c"}',
        "{a='b'}",
        "{id=a<b}",
        "{{}",
        "{1=2}",
        "{id=a id=b}",
        "{machine machine}",
        "{a a=b}",
        "{id=a} more",
        "{id=a}}",
        "{,}",
        '{alt="\\"}',
        '{alt="' + '\\"' * 50000 + "}",
        "{" + "a=b " * 50000,
    ],
)
def test_malformed_attributes_are_refused(braces):
    with pytest.raises(RefusedError):
        read_attributes(braces)


@pytest.mark.parametrize(
    "line",
    [
        "::media{id=a}",
        ":::quote",
        "::card",
        "::toll",
        "::nonsense{",
        "::::quote{}",
        ":: media{id=a}",
    ],
)
def test_a_line_that_is_meant_as_a_directive_is_taken_for_one(line):
    assert is_directive(line)


@pytest.mark.parametrize(
    "line", ["::", ":::", "::std", "::std::vector", "a::media{}", ":media{}", "::media is a word"]
)
def test_other_lines_are_text(line):
    assert not is_directive(line)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("::incident{}", "::incident needs the id of an incident"),
        ("::incident{id=1 report=2}", "::incident has no report="),
        (":::toll{}", "write ::toll with 2 colons"),
        ("::toll{incident=1}", "::toll needs a category"),
        ("::toll{incident=1 category=K1}", "::toll needs a category"),
        ("::front{", "the closing brace } is missing"),
        ("::video{id=a}", "::video is not a directive"),
        ("::Media{id=a}", "::Media is not a directive"),
        (":::media{id=a}", "write ::media with 2 colons"),
        ("::quote{}", "write :::quote with 3 colons"),
        ("::media {id=a}", "without blanks"),
        ('::media{alt="x"}', "needs the id"),
        ("::media", "needs the id"),
        ("::media{id=../../etc/passwd}", "needs the id"),
        ('::media{id="a b"}', "needs the id"),
        ("::media{id=a onerror=x}", "no onerror="),
        ("::media{id=a machine}", "no bare machine"),
        ("::card", "::card needs the id of a report"),
        ("::card{report=../x}", "::card needs the id of a report"),
        ("::card{id=a report=b}", "::card has no id="),
        (":::card{report=a}", "write ::card with 2 colons"),
        (':::quote{report=""}', "report must be the id of a report"),
        (":::quote{report=a/b}", "report must be the id of a report"),
        (':::quote{lang="en onmouseover=alert(1)"}', "lang must be a language tag"),
        ('::media{id=a alt="x}', "cannot be read"),
        ('::media{id=a alt="x"', "closing brace } is missing"),
    ],
)
def test_a_refusal_names_the_directive_and_says_what_to_do(line, said):
    with pytest.raises(RefusedError, match=r"\.$") as refused:
        read(line)
    assert said in str(refused.value)


def test_values_are_trimmed_and_absent_ones_are_empty():
    directive = read(':::quote{source="  Rescuers " machine}')
    assert (directive.get("source"), directive.get("by")) == ("Rescuers", "")
    assert directive.flags == {"machine"}
