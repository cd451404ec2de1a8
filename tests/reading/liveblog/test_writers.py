"""Whose an entry is, wherever its writer's name and its hour stand."""

import pytest

from tests.reading.liveblog.pages import clocks, page, read

NAMES = ("Ann Lee", "Piet Holm", "Mara Voss")
TITLES = ("Boats Are Leaving The Harbour", "Storm Comes To The Pier", "Fog Lifts Over The Bay")
SAID = (
    "Nine boats have left, the harbour master said.",
    "It blows, and the ferry stays where it is.",
    "The bay can be seen again from the town.",
)
AT = ("18:40 GMT", "12:10 GMT", "08:50 GMT")
HEAD = ("Ferry Disaster: live", "21 October 2015", "We follow it here.")
ORDERS = ("title name said", "name said", "name title said", "title said name", "said name")


def entry(order, name, title, said):
    words = {"title": title, "name": name, "said": f"{said}\n\n{said}"}
    return "\n".join(words[part] for part in order.split())


def signed(order, *, by, sign):
    names = [f"{by}{name}{sign}{at}" for name, at in zip(NAMES, AT, strict=True)]
    entries = zip(names, TITLES, SAID, strict=True)
    return page(*HEAD, *(entry(order, *parts) for parts in entries))


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("by", ["", "By "])
@pytest.mark.parametrize("sign", ["\n", ", ", " | ", " — ", " "])
def test_a_name_beside_an_hour_is_its_entry_s_writer(order, by, sign):
    text = signed(order, by=by, sign=sign)
    entries = read(text).entries
    assert [entry.name for entry in entries] == list(NAMES)
    assert clocks(text) == ["21 18:40", "21 12:10", "21 08:50"]
    for one, said in zip(entries, SAID, strict=True):
        assert one.parts[-1].words == said


def test_names_under_the_entries_above_the_next_one_s_stamp_are_of_those_above():
    entries = (f"{at}\n{said}\n{name}" for at, said, name in zip(AT, SAID, NAMES, strict=True))
    assert [entry.name for entry in read(page(*HEAD, *entries)).entries] == list(NAMES)


def test_who_is_quoted_with_an_hour_in_an_article_signs_nothing():
    text = page(
        *HEAD,
        *(words for words in SAID for _ in range(9)),
        *map(" — ".join, zip(NAMES, AT, strict=True)),
    )
    assert not read(text).is_live
