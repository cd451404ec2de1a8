"""`dateline attributions`, `events`, `mentions`: what reading is made of, as JSON lines."""

import json

import pytest
from django.core.management import CommandError

SNIPPET = "Rescuers said on Tuesday that Russian warplanes hit a hospital in Sarmin."
PAGE = """Rescuers spoke to us.

The Civil Defence said two shells fell on Sarmin. "We counted two bodies," Abu Omar said.
"""


@pytest.fixture
def lines(say, typed):
    """Give a text to a command: `lines("events", text)`."""

    def _lines(name, text):
        typed(text.encode())
        out, err = say(name, "-")
        assert err == ""
        return [json.loads(line) for line in out.splitlines()]

    return _lines


def test_attributions_tell_source_cue_and_content(lines):
    [one] = lines("attributions", SNIPPET)
    assert (one["source_words"], one["cue_words"]) == ("Rescuers", "said")
    assert SNIPPET[slice(*one["content"])].endswith("Russian warplanes hit a hospital in Sarmin")
    assert one["said_when_words"] == "on Tuesday"
    assert (one["verb"], one["act"], one["quoted"]) == ("said", "says", False)


def test_events_tell_words_code_actor_and_target(lines):
    [one] = [one for one in lines("events", SNIPPET) if one["event"] == "air_strike"]
    assert SNIPPET[one["start"] : one["end"]] == one["words"] == "hit"
    assert (one["actor"]["name"], one["target"]["kind"]) == ("Russian Air Force", "medical")


def test_mentions_tell_each_sort(lines):
    found = lines("mentions", "At least 12 people died on Monday; Abu Omar blamed a car bomb.")
    assert {one["sort"] for one in found} == {"quantity", "party", "date", "person", "weapon"}


@pytest.mark.parametrize("name", ["attributions", "events", "mentions"])
def test_offsets_count_in_the_whole_text(lines, name):
    for one in lines(name, PAGE):
        start, end = one["cue"] if name == "attributions" else (one["start"], one["end"])
        assert PAGE[start:end] == one["cue_words" if name == "attributions" else "words"]


@pytest.mark.parametrize("name", ["attributions", "events", "mentions"])
@pytest.mark.parametrize("text", ["", "\n\n", "...", "Взрыв в Сармине.", "A" * 100_000])
def test_odd_texts_break_nothing(lines, name, text):
    assert isinstance(lines(name, text), list)


@pytest.mark.parametrize("name", ["attributions", "events", "mentions"])
def test_what_is_no_text_is_refused(say, typed, name):
    typed(b"%PDF-1.4")
    with pytest.raises(CommandError, match="application/pdf"):
        say(name, "-")
