"""The parts that a warning is made of: sentences, figures and days written out, forms of verbs."""

from datetime import date

import pytest

from dateline.codebook import Claim, Hedge, Speaker
from dateline.codebook.counts import counts
from dateline.reading.warning.attributing import attribution, denial
from dateline.reading.warning.calendar import day_in_words
from dateline.reading.warning.lexicon import EVENT_OF, past, third
from dateline.reading.warning.numerals import written
from dateline.reading.warning.sentences import sentences
from dateline.reading.warning.voice import denies, is_hedged, is_quoted, is_voiced


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("Gen. Petrov left at 5 p.m. on Monday. He ran.", None),
        ("The U.S. envoy came. He left.", ["The U.S. envoy came.", "He left."]),
        ("It cost 3.5 million. Nobody paid.", ["It cost 3.5 million.", "Nobody paid."]),
        ("“Go.” He went.", ["“Go.”", "He went."]),
        ("A line\n\nAnother", ["A line", "Another"]),
        ("هل قتل أحد؟ لا.", ["هل قتل أحد؟", "لا."]),
        ("Погибли 12 чел. и 3 ранены. Пожар.", ["Погибли 12 чел. и 3 ранены.", "Пожар."]),
        ("", []),
        ("...", ["..."]),
        (" \n \n ", []),
        ("\u202e. \u0000. \U0001f600.", ["\u202e.", "\u0000.", "\U0001f600."]),
    ],
)
def test_sentences_end_where_readers_see_them_end(text, wanted):
    found = [text[start:end] for start, end in sentences(text)]
    if wanted is None:
        assert found[-1] == "He ran."
    else:
        assert found == wanted


def test_a_text_of_nothing_but_stops_takes_no_time():
    assert len(list(sentences(". " * 50_000))) == 50_000


@pytest.mark.parametrize(
    ("low", "high", "approximate", "language", "like", "said"),
    [
        (12, 12, False, "en", "9", "12"),
        (12, None, False, "en", "Nine", "At least 12"),
        (None, 40, False, "en", "9", "up to 40"),
        (12, 17, False, "en", "9", "12 to 17"),
        (50_000, 50_000, True, "en", "9", "about 50,000"),
        (12, None, False, "ar", "٩", "ما لا يقل عن ١٢"),
        (12, 12, False, "ar", "9", "12"),
        (7, None, False, "uk", "9", "щонайменше 7"),
        (50_000, 50_000, True, "ru", "9", "около 50\u00a0000"),
        (12, 12, False, "", "9", "12"),
    ],
)
def test_an_interval_is_written_so_that_it_is_read_again(
    low, high, approximate, language, like, said
):
    assert written(low, high, approximate=approximate, language=language, like=like) == said
    (again,) = counts(f"{said} x", language)
    assert (again.low, again.high, again.approximate) == (low, high, approximate)


def test_an_interval_without_bounds_cannot_be_written():
    with pytest.raises(ValueError, match="no bound"):
        written(None, None, approximate=False, language="en", like="9")


@pytest.mark.parametrize(
    ("words", "before", "part", "owning", "language", "said"),
    [
        ("yesterday", "met", "", False, "en", "on 20 October"),
        ("Yesterday", "", "", False, "en", "On 20 October"),
        ("yesterday", "since", "", False, "en", "20 October"),
        ("yesterday", "", "", True, "en", "the 20 October"),
        ("last night", "met", "NI", False, "en", "on the night of 20 October"),
        ("Tuesday", "on", "", False, "en", "Tuesday, 20 October"),
        ("last Tuesday", "met", "", False, "en", "on Tuesday, 20 October"),
        ("вчера", "", "", False, "ru", "20 октября"),
        ("أمس", "", "", False, "ar", "في 20 أكتوبر"),
    ],
)
def test_a_day_is_written_to_fit_where_it_stands(words, before, part, owning, language, said):
    found = day_in_words(
        date(2015, 10, 20),
        language,
        words=words,
        before=before,
        part=part,
        owning=owning,
        year=False,
    )
    assert found == said


def test_verbs_have_the_forms_that_sentences_have():
    assert past("deny") == ("denied",)
    assert past("shoot") == ("shot",)
    assert past("raze") == ("razed",)
    assert (third("deny"), third("push"), third("say")) == ("denies", "pushes", "says")
    assert {"killed", "struck", "shot down", "went off"} <= EVENT_OF.keys()


@pytest.mark.parametrize(
    ("sentence", "language", "voiced", "hedged"),
    [
        ("Officials said so.", "en", True, False),
        ("It reportedly fell.", "en", False, True),
        ("The Islamic State took it.", "en", False, False),
        ("It could not be known.", "en", False, True),
        ("Об этом сообщил штаб.", "ru", True, False),
        ("Якобы упал.", "ru", True, True),
        ("За даними штабу, упав.", "uk", True, False),
        ("قال سكان.", "ar", True, False),
        ("ربما سقط.", "ar", False, True),
        ("", "en", False, False),
    ],
)
def test_voice_and_doubt_are_known_by_their_words(sentence, language, voiced, hedged):
    assert is_voiced(sentence, language) is voiced
    assert is_hedged(sentence, language) is hedged


def test_a_denial_is_known_by_its_words():
    assert denies("The army denies it.", "en")
    assert denies("نفت الوزارة ذلك.", "ar")
    assert not denies("The army met it.", "en")


def test_what_stands_between_quotation_marks_is_a_quote():
    assert is_quoted("“They fled,” he said", 3)
    assert not is_quoted("“They fled,” he said", 15)
    assert not is_quoted("“They fled", 3)


@pytest.mark.parametrize("language", ["en", "ru", "uk", "ar"])
@pytest.mark.parametrize(
    "cls", ["said", "claimed", "alleged", "reported", "unconfirmed", "possible"]
)
@pytest.mark.parametrize("who", ["", "SMART"])
def test_what_is_added_is_known_again_as_voice_or_doubt(language, cls, who):
    speakers = (Speaker(who, "said", who, (0, 1)),) if who else ()
    said = attribution(Claim("q", 0, 1, "event", speakers=speakers, hedge=Hedge(cls)), language)
    assert is_voiced(said, language) or is_hedged(said, language)


def test_a_denial_is_marked_only_with_what_may_be_marked():
    claim = Claim("q", 0, 1, "denial", speakers=(Speaker("The army", "denied", "x", (0, 1)),))
    assert denial(claim, "abc", "en") == " The army [denies this]{claim=abc}."
    assert denial(claim, "", "en") == " The army denies this."
