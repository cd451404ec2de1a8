"""Each toll belongs to one happening of its sentence, and to its own place."""

from dataclasses import replace

import pytest

from dateline.reading.apportioning import apart, owned
from dateline.reading.events import events
from dateline.reading.figures import tolls
from dateline.reading.parties import parties

TOLD = "Rebels bombed Karvel hours after the army shelled Donvar, killing nine people."
SPLIT = [
    (
        "Shelling wounded 14 people in Karvel and killed six in Donvar.",
        ["Shelling wounded 14 people in Karvel", "killed six in Donvar."],
    ),
    (
        "Mines killed two farmers in Karvel, and killed four shepherds in Donvar.",
        ["Mines killed two farmers in Karvel", "killed four shepherds in Donvar."],
    ),
    ("Shelling killed six and wounded 14 in Karvel.", None),
    ("Shelling killed six in Karvel and wounded 14 in Karvel.", None),
    ("Shelling hit Karvel and Donvar.", None),
    ("Shelling killed six people, including two children in Donvar, in Karvel.", None),
]


def event_of(doc, words):
    return next(one for one in events(doc, parties(doc)) if one.words == words)


def test_a_toll_belongs_to_what_it_hangs_on(nlp):
    doc = nlp(TOLD)
    whole = (0, len(TOLD))
    told = [replace(event_of(doc, w), clause=whole) for w in ("bombed", "shelled")]
    found = tolls(doc)
    assert [len(owned(found, one, told, doc)) for one in told] == [0, 1]


@pytest.mark.parametrize(("text", "quotes"), SPLIT)
def test_places_with_tolls_of_their_own_are_claims_of_their_own(nlp, text, quotes):
    doc = nlp(text)
    event = events(doc, parties(doc))[0]
    event = replace(event, clause=(0, len(text)))
    places = [
        ((at, at + 6), name)
        for name in ("Karvel", "Donvar")
        for at in range(len(text))
        if text.startswith(name, at)
    ]
    found = apart(event, owned(tolls(doc), event, [event], doc), sorted(places), doc)
    assert [text[slice(*one.clause)] for one in found] == (quotes or [text])
    assert all(one.code == event.code for one in found)
