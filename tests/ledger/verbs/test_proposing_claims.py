"""A reader's proposals come once, rest on their words, and undo nothing that people decided."""

from dataclasses import replace

import pytest

from dateline.codebook import Hedge, Speaker
from dateline.codebook.claim_json import from_json
from dateline.ledger import grounds
from dateline.ledger.grounds import MAX_QUOTE
from dateline.ledger.models import Claim, Entry, Reading
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs import proposing
from dateline.ledger.verbs.capturing import Words, add_text, keep_capture
from dateline.ledger.verbs.claims import accept_claim, mend_claim, reject_claim, withdraw_claim
from dateline.ledger.verbs.proposing import NOT_FOUND_AGAIN, propose_claims
from dateline.ledger.verbs.redacting import redact_report
from tests.ledger.claimed import QUOTE, at, said, twelve
from tests.ledger.kept import TEXT, kept

pytestmark = pytest.mark.django_db(transaction=True)

LONGER = f"{TEXT} Thirteen were hurt."


@pytest.fixture
def text(capture):
    """The text of the first version."""
    return capture.text


def quotes(**having):
    return [one.said["quote"] for one in Claim.objects.filter(**having).order_by("start")]


def test_what_is_found_stands_before_the_editors_as_it_was_found(text, holds):
    (claim,) = propose_claims(text, [twelve()], reader="dateline 1")
    claim.refresh_from_db()
    assert from_json(claim.said) == twelve()
    assert (claim.status, claim.column, claim.made_by) == ("proposed", None, None)
    assert (claim.report_id, claim.text, claim.language) == (text.capture.report_id, text, "en")
    assert TEXT[claim.start : claim.end] == QUOTE
    assert (claim.reading.reader, claim.reading.left_out) == ("dateline 1", 0)
    assert {entry.who for entry in Entry.objects.filter(verb="propose_claims")} == {None}
    assert holds()


def test_the_same_reader_proposes_once(text, holds):
    propose_claims(text, [twelve()], reader="dateline 1")
    entries = Entry.objects.count()
    assert propose_claims(text, [twelve(), said("Rescuers say")], reader="dateline 1") == []
    assert (Claim.objects.count(), Entry.objects.count()) == (1, entries)
    assert holds()


def test_a_text_that_claims_nothing_is_known_to_be_read(text, holds):
    assert propose_claims(text, [], reader="dateline 1", note="Only places were read.") == []
    assert Reading.objects.get().note == "Only places were read."
    assert holds()


@pytest.mark.parametrize(
    "wrong",
    [
        replace(twelve(), quote="thirteen people died"),
        replace(twelve(), start=0),
        replace(twelve(), end=10_000),
        replace(twelve(), start=-1),
        replace(twelve(), tolls=(replace(twelve().tolls[0], words="twenty"),)),
        replace(twelve(), tolls=(replace(twelve().tolls[0], low=500, high=500),)),
        replace(twelve(), tolls=(replace(twelve().tolls[0], low=-(10**30), high=None),)),
        replace(twelve(), speakers=(replace(twelve().speakers[0], words="Ministers"),)),
        replace(twelve(), event="\x00"),
    ],
    ids=range(9),
)
def test_what_rests_on_no_words_is_left_out_and_counted(text, wrong, holds):
    propose_claims(text, [wrong, said("Rescuers say")], reader="dateline 1")
    assert quotes() == ["Rescuers say"]
    assert Reading.objects.get().left_out == 1
    assert holds()


def test_two_who_say_it_in_one_quote_make_two_claims(report, holds):
    words = "Rescuers and the army both say twelve people died in Sarmin."
    text = keep_capture(report, kept(words, warc=b"3")).text
    speakers = [Speaker(name, "said", name, at(name, words)) for name in ("Rescuers", "the army")]
    both = [said("twelve people died in Sarmin", words, speakers=(one,)) for one in speakers]
    propose_claims(text, both, reader="dateline 1")
    assert sorted(one.said["speakers"][0]["name"] for one in Claim.objects.all()) == [
        "Rescuers",
        "the army",
    ]
    assert holds()


def test_a_second_reading_of_the_same_proposition_is_counted_as_left_out(text):
    propose_claims(text, [twelve(), twelve(), twelve(place=None)], reader="r 1")
    doubtful = replace(twelve(), hedge=Hedge("alleged", "say", twelve().hedge.at))
    propose_claims(text, [twelve(), doubtful], reader="r 2")
    assert [one.left_out for one in Reading.objects.order_by("reader")] == [0, 1]


def test_a_quote_of_a_whole_page_is_left_out(report):
    long = "So it is. " * MAX_QUOTE
    text = keep_capture(report, kept(long)).text
    propose_claims(text, [said(long, long)], reader="dateline 1")
    assert (Claim.objects.count(), Reading.objects.get().left_out) == (0, 1)


def test_one_report_has_only_so_many_claims(text, monkeypatch, holds):
    monkeypatch.setattr(proposing, "MAX_CLAIMS", 2)
    found = [said(words) for words in ("Rescuers", "say", "twelve", "people")]
    propose_claims(text, found, reader="dateline 1")
    assert quotes() == ["Rescuers", "say"]
    assert Reading.objects.get().left_out == 2
    propose_claims(text, found, reader="dateline 2")
    assert len(quotes()) == 2
    assert holds()


def test_what_was_decided_is_not_asked_again(text, report, alice, column, holds):
    first, second = propose_claims(text, [twelve(), said("Rescuers say")], reader="dateline 1")
    accept_claim(by=alice, claim=first, column=column, based_on=1)
    reject_claim(by=alice, claim=second, based_on=second.revision, reason="It says nothing.")
    again = [twelve(), said("Rescuers say")]
    assert propose_claims(text, again, reader="dateline 2") == []
    newer = keep_capture(report, kept(LONGER, warc=b"2")).text
    more = said("Thirteen were hurt", LONGER)
    propose_claims(newer, [twelve(LONGER), more], reader="dateline 2")
    assert quotes(status="proposed") == ["Thirteen were hurt"]
    assert holds()


def test_what_was_mended_is_not_asked_again_as_it_was(text, alice, holds):
    (claim,) = propose_claims(text, [twelve()], reader="dateline 1")
    mend_claim(by=alice, claim=claim, said=said("people died"), based_on=1)
    assert propose_claims(text, [twelve()], reader="dateline 2") == []
    assert quotes() == ["people died"]
    assert holds()


def test_a_newer_reader_brings_up_to_date_what_nobody_touched(text, holds):
    old, gone = propose_claims(text, [twelve(), said("Rescuers say")], reader="dateline 1")
    better = replace(twelve(), negated=False, hedge=replace(twelve().hedge, cls="claimed"))
    assert propose_claims(text, [better], reader="dateline 2") == [old]
    old.refresh_from_db()
    gone.refresh_from_db()
    assert (from_json(old.said), old.revision, old.reading.reader) == (better, 2, "dateline 2")
    assert (gone.status, gone.reason) == ("withdrawn", NOT_FOUND_AGAIN)
    assert holds()


def test_what_a_reader_finds_again_is_proposed_again(text, report, holds):
    (claim,) = propose_claims(text, [twelve()], reader="dateline 1")
    propose_claims(text, [], reader="dateline 2")
    assert quotes(status="proposed") == []
    assert propose_claims(text, [twelve()], reader="dateline 3") == [claim]
    assert (quotes(status="proposed"), quotes()) == ([QUOTE], [QUOTE])
    assert Claim.objects.get().reason == ""
    propose_claims(text, [], reader="dateline 4")
    newer = keep_capture(report, kept(LONGER, warc=b"2")).text
    propose_claims(newer, [twelve(LONGER)], reader="dateline 4")
    assert quotes(status="proposed") == [QUOTE]
    assert holds()


def test_what_a_person_withdrew_stays_withdrawn(text, alice, holds):
    (claim,) = propose_claims(text, [twelve()], reader="dateline 1")
    withdraw_claim(by=alice, claim=claim, based_on=claim.revision, reason="It is old.")
    propose_claims(text, [twelve()], reader="dateline 2")
    assert quotes(status="proposed") == []
    assert holds()


def test_what_an_older_version_said_stays(text, report, holds):
    propose_claims(text, [twelve()], reader="dateline 1")
    newer = keep_capture(report, kept("Nothing happened.", warc=b"2")).text
    propose_claims(newer, [said("Nothing happened", "Nothing happened.")], reader="dateline 1")
    assert sorted(quotes(status="proposed")) == ["Nothing happened", QUOTE]
    assert holds()


def test_the_same_said_twice_in_a_text_is_one_claim(report):
    twice = f"{TEXT} {TEXT}"
    text = keep_capture(report, kept(twice)).text
    start = twice.rindex(QUOTE)
    later = said(text=twice, start=start, end=start + len(QUOTE))
    propose_claims(text, [said(text=twice), later], reader="dateline 1")
    assert [one.start for one in Claim.objects.all()] == [twice.index(QUOTE)]


@pytest.mark.parametrize("text_of", ["مقتل ١٢ شخصا في سرمين", "Погибли 12 человек 🚑 в Сармине"])
def test_offsets_count_code_points_in_every_script(report, text_of):
    text = keep_capture(report, kept(text_of, language="ar")).text
    words = text_of[-7:]
    (claim,) = propose_claims(text, [said(words, text_of)], reader="dateline 1", language="ru")
    assert text_of[claim.start : claim.end] == words
    assert claim.language == "ru"


def test_an_added_text_has_readings_of_its_own(text, capture):
    propose_claims(text, [twelve()], reader="dateline 1")
    added = add_text(capture, Words(text=f"  {TEXT}", extractor="dateline-2"))
    assert propose_claims(added, [twelve(f"  {TEXT}")], reader="dateline 1") == []
    assert Reading.objects.count() == 2


def test_a_redacted_report_takes_no_proposals(text, report, owner):
    redact_report(by=owner, report=report, reason="A shelter.")
    with pytest.raises(Refused, match="are missing"):
        propose_claims(text, [twelve()], reader="dateline 1")


def test_a_long_reader_name_is_refused_with_all_it_brought(text):
    with pytest.raises(Refused, match="reader"):
        propose_claims(text, [twelve()], reader="r" * 81)
    assert not Claim.objects.exists()
    assert not Reading.objects.exists()


def test_what_says_too_much_is_no_claim(text, monkeypatch):
    monkeypatch.setattr(grounds, "MAX_SAID", 100)
    propose_claims(text, [twelve()], reader="dateline 1")
    assert Reading.objects.get().left_out == 1
