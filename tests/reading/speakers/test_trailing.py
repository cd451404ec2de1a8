"""Who ends a sentence says it, also where no comma parts them from what they say."""

import pytest

from dateline.reading.speakers import attributions

SAID = [
    (
        "Shells killed six people on Monday and wounded dozens more a rescue group said.",
        "a rescue group",
    ),
    (
        "Six people were killed while ten others were wounded said the Red Crescent.",
        "the Red Crescent",
    ),
    ("The front line has hardly moved since the summer began he added.", "he"),
    (
        '"We have no water left in the hospital" deputy director Samir Haddad said.',
        "deputy director Samir Haddad",
    ),
    ("The bridge was destroyed in the night, the army said.", "the army"),
]
OTHERS = [
    "He repeated what the ministry said.",
    "Nobody knew which of them said.",
    "said",
    "The said house burned.",
    "",
    "\0 said",
    "SAID SAID SAID SAID SAID said",
]


@pytest.mark.parametrize(("text", "source"), SAID)
def test_the_one_before_the_verb_says_the_sentence(nlp, text, source):
    found = attributions(nlp(text))
    told = [one for one in found if one.source and text[slice(*one.source)] == source]
    assert told, [text[slice(*one.source)] for one in found if one.source]
    assert told[0].content
    assert told[0].content[0] == 0
    assert told[0].content[1] <= text.rindex(source)


@pytest.mark.parametrize("text", OTHERS)
def test_it_reads_no_speaker_into_other_sentences(nlp, text):
    found = attributions(nlp(text))
    assert not [one for one in found if one.source and one.content and one.content[0] == 0]
