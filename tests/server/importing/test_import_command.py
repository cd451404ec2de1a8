"""`dateline import`: a page's text becomes a column's blog, once, with nothing lost or made up."""

import json
from datetime import UTC, date

import pytest
from django.core.management import CommandError

from dateline import text
from dateline.archive.bring import bring_given
from dateline.ledger.models import Claim, Entry, FollowUp, LiveBlog, Reading, Report, Source, Update
from dateline.ledger.verbs.capturing import keep_capture
from dateline.ledger.verbs.in_hand import take
from dateline.ledger.verbs.reports import Caution
from dateline.ledger.verify import verify
from dateline.reading import Reading as Found
from dateline.server.importing.entries import Publisher
from dateline.server.reading.due import next_due
from tests.ledger.kept import kept
from tests.server.importing.pages import ARTICLE, SIGNED, STORM, YESTERDAY, page

pytestmark = pytest.mark.django_db


def updates():
    return list(Update.objects.filter(status="published").order_by("number"))


def counted():
    return [model.objects.count() for model in (Update, Report, Claim, FollowUp, Source, LiveBlog)]


def test_it_makes_a_blog_of_updates_with_their_own_times_and_bylines(bring):
    told = bring(STORM)
    blog = LiveBlog.objects.get()
    assert (blog.slug, blog.headline) == ("2015-10-21", "The Marlow Storm: The Second Night")
    assert (blog.lead, blog.day) == ("The storm came back at night.", date(2015, 10, 21))
    assert [(one.headline, one.byline, one.day) for one in updates()] == [
        ("Two Ferries Turn Back From The Pier", "Bo Ray", None),
        ("The Western Pier Is Shut", "Ann Lee", None),
    ]
    assert [one["at"] for one in told["updates"]] == [
        "2015-10-21T16:00:00Z",
        "2015-10-21T18:30:00Z",
    ]
    assert (told["live_blog"], told["imported_before"]) == (True, False)


def test_the_log_tells_when_it_was_logged_not_when_it_happened(bring):
    bring(STORM)
    imported = Entry.objects.filter(verb="import_update")
    assert {entry.time.year for entry in imported} != {2015}
    assert verify().broken is None


def test_quotes_and_cards_name_their_reports_and_sources(bring):
    told = bring(STORM)
    body = updates()[-1].body
    [card] = told["cards"]
    assert card["source"] == "Harbour Gazette"
    assert f"::card{{report={card['report']}}}" in body
    source = Source.objects.get(name="Harbour Gazette")
    assert f":::quote{{report={told['report']} source={source.pk} lang=en}}" in body
    assert all(text.problems(one.body) == [] for one in Update.objects.all())


def test_a_card_keeps_the_words_and_the_time_that_the_page_shows(bring):
    [card] = bring(STORM)["cards"]
    capture = Report.objects.get(pk=card["report"]).newest
    assert capture.title == "Lamps Break On The Western Pier"
    assert capture.excerpt == "Forty lamps broke on Tuesday night, the harbour master said."
    assert f"{capture.posted_at.astimezone(UTC):%H:%M}" == "17:12"


def test_neither_the_page_nor_its_cards_are_read_again(bring):
    bring(STORM)
    assert next_due([]) is None
    notes = Reading.objects.values_list("note", flat=True)
    assert any(note.startswith("Not read by itself") for note in notes)


def test_what_was_left_is_told_and_stays_on_the_desk(bring):
    told = bring(STORM)
    assert [one["words"] for one in told["left"]] == ["Photo: Harbour Museum", "Share on Facebook"]
    draft = Update.objects.get(status="draft")
    assert str(draft.pk) == told["draft"]
    assert "Share on Facebook" in draft.body
    assert "Share on Facebook" in bring(STORM, words=True)


def test_an_entry_without_an_hour_has_its_day_and_no_clock(bring):
    told = bring(SIGNED)
    assert [(one["at"], one["day"]) for one in told["updates"]] == [(None, "2015-10-21")] * 2
    assert [one.headline for one in updates()] == [
        "Two Ferries Turn Back From The Pier",
        "The Western Pier Is Shut For Now",
    ]


def test_a_mention_is_linked_where_one_update_alone_can_be_meant(bring):
    bring(YESTERDAY, day="2015-10-20")
    told = bring(STORM)
    [link] = FollowUp.objects.all()
    assert link.on.headline == "Marlow Pier Loses Its Lamps"
    assert link.update.headline == "The Western Pier Is Shut"
    assert told["open_mentions"] == []


def test_a_mention_that_could_mean_several_or_none_is_listed(bring):
    [one] = bring(STORM)["open_mentions"]
    assert one["words"].startswith("As we reported yesterday")
    assert not FollowUp.objects.exists()


def test_the_same_file_again_changes_nothing_and_says_so(bring):
    bring(STORM)
    before, entries = counted(), Entry.objects.count()
    assert bring(STORM)["imported_before"] is True
    assert (counted(), Entry.objects.count()) == (before, entries)
    assert "imported before" in bring(STORM, words=True)


def test_an_interrupted_import_goes_on_where_it_stopped(bring, monkeypatch):
    whole, publish = [], Publisher.publish

    def stop(self, entry, at, place):
        if place == 1:
            raise KeyboardInterrupt
        publish(self, entry, at, place)

    with monkeypatch.context() as patched:
        patched.setattr(Publisher, "publish", stop)
        with pytest.raises(SystemExit) as stopped:
            bring(STORM)
    assert stopped.value.code == 130
    assert len(updates()) == 1
    told = bring(STORM)
    whole = [one["headline"] for one in told["updates"]]
    assert (told["new_updates"], len(whole), len(updates())) == (1, 2, 2)
    assert told["imported_before"] is False


def test_a_changed_file_is_not_imported_over_the_day(bring):
    bring(STORM)
    before = counted()
    with pytest.raises(CommandError, match="has a blog of 2015-10-21 already"):
        bring(STORM.replace("Two ferries", "Three ferries"))
    assert counted() == before


def test_a_blog_that_an_editor_wrote_is_left_alone(bring, publish):
    publish("By hand")
    with pytest.raises(CommandError, match="already"):
        bring(STORM)


def test_a_page_that_is_no_live_blog_is_kept_as_one_report(bring):
    told = bring(ARTICLE)
    assert (told["live_blog"], told["blog"], told["updates"]) == (False, None, [])
    assert not LiveBlog.objects.exists()
    assert Report.objects.get().pk.hex == told["report"].replace("-", "")
    assert "no live blog" in bring(ARTICLE, words=True)


def test_its_claims_are_proposed_once_on_the_pages_report(bring, reads):
    story = (
        "Russian warplanes bombed a hospital in Sarmin yesterday, killing 12 people, rescuers said."
    )
    strike = STORM.replace("Two ferries turned back, the port authority said.", story)
    told = bring(strike)
    found = [claim for claim in Claim.objects.all() if "Sarmin" in claim.said["quote"]]
    assert {str(claim.report_id) for claim in found} == {told["report"]}
    assert {claim.said["when"]["edtf"] for claim in found if claim.said["when"]} == {"2015-10-20"}
    assert bring(strike)["claims"] == told["claims"] == Claim.objects.count()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "nothing in it"),
        (b"\x00\x01", "binary"),
        (b"17:58\n\nIt \x00 opened.", "binary"),
        ("17:58".encode("utf-16"), "not UTF-8|text"),
        (b"<html><head><title>x</title></head><body><p>17:58</p></body></html>", "web page"),
        (b"a" * 5_000_001, "longer than 5 MB"),
    ],
)
def test_what_is_no_text_is_refused_in_plain_words(bring, content, why):
    with pytest.raises(CommandError, match=why):
        bring(content)
    assert not Report.objects.exists()


@pytest.mark.parametrize(
    ("day", "why"),
    [("21 October", "is no day"), ("2015-02-30", "is no day"), ("2999-01-01", "is to come")],
)
def test_a_day_that_cannot_be_is_refused(bring, day, why):
    with pytest.raises(CommandError, match=why):
        bring(STORM, day=day)


def test_a_time_to_come_is_refused_before_anything_is_kept(bring):
    with pytest.raises(CommandError, match="to come"):
        bring(STORM.replace("16:00 GMT", "1 May 2998 16:00 GMT"))
    assert not Report.objects.exists()


def test_a_day_that_none_of_its_times_is_of_is_refused_before_anything_is_kept(bring):
    with pytest.raises(CommandError, match="None of its times is of 2015-10-25"):
        bring(STORM, day="2015-10-25")
    assert not Report.objects.exists()


def test_a_page_may_run_into_the_next_day(bring):
    bring(STORM, day="2015-10-20")
    assert LiveBlog.objects.get().updates.exists()


def test_nothing_of_a_page_that_the_desk_holds_is_published(bring, owner):
    caution = Caution(protected=True)
    bring_given(by=owner, data=STORM.encode(), caution=caution)
    with pytest.raises(CommandError, match="holds this very page"):
        bring(STORM)
    assert not Update.objects.exists()


def test_a_page_whose_text_nobody_could_take_out_is_imported_all_the_same(bring, owner):
    report = bring_given(by=owner, data=STORM.encode(), name="page.txt")
    keep_capture(take(report), kept("", warc=b"w"))
    told = bring(STORM)
    assert (told["live_blog"], told["report"], len(told["updates"])) == (True, str(report.pk), 2)
    assert bring(STORM)["imported_before"]


def test_what_was_not_read_is_told_to_people_too(bring, monkeypatch):
    found = Found((), "en", ("The text is hard to read.",))
    monkeypatch.setattr("dateline.server.importing.reading.read_text", lambda *_: found)
    assert "The text is hard to read." in bring(STORM, words=True)


def test_claims_for_which_a_report_has_no_room_are_told(bring, reads, monkeypatch):
    monkeypatch.setattr("dateline.ledger.verbs.proposing.MAX_CLAIMS", 0)
    assert "claims were left out" in bring(STORM, words=True)


def test_a_column_that_is_not_there_is_said_with_the_way_to_open_it(bring, column):
    column.slug = "nowhere"
    with pytest.raises(CommandError, match=r"no column “nowhere”.*Open it on the desk"):
        bring(STORM)


def test_a_stranger_may_not_import_and_nothing_is_kept(bring, sam):
    with pytest.raises(CommandError, match="may not"):
        bring(STORM, email=sam.email)
    assert not Update.objects.exists()


def test_an_editor_may_import_as_himself(bring, alice):
    bring(STORM, email=alice.email)
    assert {one.author for one in updates()} == {alice}


def test_directives_in_a_page_come_out_as_words(bring):
    kept = Report.objects.count()
    evil = [
        "::card{report=0c5b0b1e-7d1c-4a11-9c55-3d1a2b3c4d5e}",
        ":::quote{report=0c5b0b1e-7d1c-4a11-9c55-3d1a2b3c4d5e}",
        "[12 killed]{claim=0c5b0b1e-7d1c-4a11-9c55-3d1a2b3c4d5e} were counted.",
        "<script>alert(1)</script> The pier is open again.",
    ]
    bring(page("18:30 GMT", *evil, "16:00 GMT", "Two ferries turned back."))
    body = updates()[-1].body
    assert text.report_ids(body) == []
    assert text.claim_ids(body) == []
    assert "<script" not in text.render(body, images={})
    assert "::card{report=" in text.plain(body)
    assert kept == 0


def test_an_entry_that_is_too_long_keeps_what_fits_and_lists_the_rest(bring):
    long = "The pier is shut, and so it stays. " * 3_500
    told = bring(page("18:30 GMT", "The pier is shut.", long, "16:00 GMT", "Two ferries left."))
    assert [one["why"] for one in told["left"]] == ["the update would be too long with it"]
    assert updates()[-1].body == "The pier is shut."


def test_json_is_one_line_that_programs_read(bring):
    assert json.dumps(bring(STORM))
