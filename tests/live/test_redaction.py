"""What is redacted stands in no file of the site, and nowhere in the data folder."""

import json

import pytest

from dateline.ledger.models import Column, LiveBlog
from dateline.ledger.verbs.blogs import Masthead, edit_blog, start_blog
from dateline.ledger.verbs.columns import ColumnText, edit_column, open_column
from dateline.ledger.verbs.publishing import correct_update, restore_update, withdraw_update
from dateline.ledger.verbs.redacting import redact_media, redact_update, redact_words
from dateline.ledger.verbs.writing import Text, keep_draft
from dateline.live.files import SiteFolder
from tests.disk import bytes_of
from tests.live.site import BLOG, COLUMN

pytestmark = pytest.mark.django_db(transaction=True)

SECRET = "Zarqa-Shelter"
REASON = "It named a place that must not be known."
FORMS = ("zarqa-shelter", "zarqa shelter")


@pytest.fixture
def traces(data):
    """Return every file of the data folder, but a purge list, in which the secret still lies."""

    def _traces():
        return [
            path.relative_to(data).as_posix()
            for path in data.rglob("*")
            if path.is_file() and path.parent.name != "purge"
            if any(form in bytes_of(path).decode("latin-1").lower() for form in FORMS)
        ]

    return _traces


@pytest.fixture
def purged(data):
    """Return what the list of the newest redaction names."""

    def _purged():
        lists = sorted((data / "purge").glob("*.txt"), key=lambda path: int(path.stem))
        return set(lists[-1].read_text().splitlines())

    return _purged


PLACES = {
    "headline": {"headline": f"Strike near {SECRET}"},
    "body": {"headline": "Strike", "body": f"Near **{SECRET}**."},
    "place": {"headline": "Strike", "place": SECRET},
    "byline": {"headline": "Strike", "byline": SECRET},
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("by_words", [False, True])
def test_words_in_an_update(place, by_words, write, publish, follow, traces, owner):
    publish("Before")
    update = publish(**PLACES[place])
    follow()
    assert any(path.startswith("site/") for path in traces())
    if by_words:
        redact_words(by=owner, words=[SECRET], reason=REASON)
    else:
        redact_update(by=owner, update=update, reason=REASON)
    follow()
    assert traces() == []


def test_words_in_a_correction_and_its_note(publish, follow, traces, alice, owner):
    update = publish("Strike")
    for n in (1, 2):
        text = Text(headline="Strike", body=f"Near {SECRET}." if n == 1 else "Somewhere.")
        correct_update(by=alice, update=update, text=text, note=f"Near {SECRET}.", based_on=n)
        follow()
    redact_words(by=owner, words=[SECRET], reason=REASON)
    follow()
    assert traces() == []


def test_words_in_the_reason_of_a_withdrawal(publish, follow, traces, alice, owner, site):
    withdraw_update(by=alice, update=publish("Strike"), reason=f"It showed {SECRET}.")
    follow()
    redact_words(by=owner, words=[SECRET], reason=REASON)
    follow()
    assert traces() == []
    assert "It showed" in site.text(f"{BLOG}/index.html")


def test_words_in_a_draft_and_in_what_was_never_published(
    write, publish, follow, traces, alice, owner, blog
):
    publish("Strike")
    update = write("Later", f"Near {SECRET}.")
    text = Text(headline=f"Near {SECRET}")
    keep_draft(by=alice, draft=update.pk, blog=blog, update=update, based_on=1, text=text)
    follow()
    assert traces()
    redact_words(by=owner, words=[SECRET], reason=REASON)
    follow()
    assert traces() == []


def test_words_in_a_masthead_and_in_the_blog_after_it(
    publish, follow, traces, alice, owner, column, blog
):
    masthead = Masthead(headline=f"Near {SECRET}", lead=f"Near {SECRET}.")
    edit_blog(by=alice, blog=blog, masthead=masthead)
    after = start_blog(
        by=alice,
        column=column,
        slug="2015-10-22",
        masthead=Masthead(headline="The day after", previous=blog),
    )
    publish("Strike")
    publish("Another", blog=after)
    follow()
    edit_blog(by=alice, blog=after, masthead=Masthead(headline="Later that day", previous=blog))
    follow()
    redact_words(by=owner, words=[SECRET], reason=REASON)
    follow()
    assert traces() == []


def test_words_in_a_columns_own_text(publish, follow, traces, owner, column):
    text = ColumnText(
        name=f"Syria {SECRET}",
        publisher=f"{SECRET} news",
        description=f"Near {SECRET}",
        byline=SECRET,
    )
    edit_column(by=owner, column=column, text=text)
    publish("Strike")
    follow()
    redact_words(by=owner, words=[SECRET], reason=REASON)
    follow()
    assert traces() == []


@pytest.mark.parametrize("shown", ["photo", "body", "logo"])
def test_words_about_a_picture_that_stays(
    shown, publish, follow, traces, alice, owner, column, blog, bring, site
):
    photo = bring(alt=f"The door of {SECRET}", credit=f"{SECRET} press")
    if shown == "photo":
        edit_blog(by=alice, blog=blog, masthead=Masthead(headline="Strike", photo=photo))
    if shown == "logo":
        text = ColumnText(name="Syria", publisher="The Interpreter", logo=photo)
        edit_column(by=owner, column=column, text=text)
    publish("Strike", f"::media{{id={photo.pk}}}" if shown == "body" else "Words.")
    follow()
    pictures = {path for path in site.files() if path.startswith("media/")}
    assert pictures
    redact_words(by=owner, words=[SECRET], reason=REASON)
    follow()
    assert traces() == []
    assert {path for path in site.files() if path.startswith("media/")} == pictures
    assert site.broken_links() == []


def test_words_in_addresses_remove_the_old_folders(
    publish, follow, traces, alice, owner, purged, site, column, blog
):
    slug = SECRET.lower()
    masthead = Masthead(headline="Strike")
    named = start_blog(by=alice, column=column, slug=slug, masthead=masthead)
    after = start_blog(
        by=alice,
        column=column,
        slug="2015-10-22",
        masthead=Masthead(headline="The day after", previous=named),
    )
    publish("Strike", blog=named)
    publish("Another", blog=after)
    follow()
    old = {path for path in site.files() if slug in path}
    assert old
    redact_words(by=owner, words=[SECRET], reason=REASON)
    follow()
    assert traces() == []
    assert [path for path in site.files() if slug in path] == []
    assert old <= purged()
    assert site.has(f"{COLUMN}/{LiveBlog.objects.get(pk=named.pk).slug}/u/1/index.html")
    assert site.broken_links() == []


def test_a_columns_address_takes_its_whole_folder_along(publish, follow, traces, owner, site):
    slug, text = SECRET.lower(), ColumnText(name="Syria", publisher="The Interpreter")
    named = open_column(by=owner, slug=slug, text=text)
    masthead = Masthead(headline="Strike")
    blog = start_blog(by=owner, column=named, slug="2015-10-21", masthead=masthead)
    publish("Strike", by=owner, blog=blog)
    follow()
    redact_words(by=owner, words=[SECRET], reason=REASON)
    follow()
    assert traces() == []
    assert not (site.root / slug).exists()
    assert site.has(f"{Column.objects.get(pk=named.pk).slug}/2015-10-21/index.html")
    assert site.broken_links() == []


def test_a_picture_goes_with_its_files_and_references(
    publish, follow, owner, alice, blog, bring, site, purged, data
):
    photo = bring(size=(1700, 900))
    edit_blog(by=alice, blog=blog, masthead=Masthead(headline="Strike", photo=photo))
    publish("Strike", f"Look:\n\n::media{{id={photo.pk}}}")
    follow()
    files = {path for path in site.files() if path.startswith("media/")}
    assert len(files) == 3
    redact_media(by=owner, media=photo, reason="It shows a face.")
    follow()
    assert not any(path.startswith("media/") for path in site.files())
    assert files <= purged()
    assert not any(photo.sha256[:20].encode() in data for data in site.files().values())
    assert b"data:image/jpeg" not in site.files()[f"{BLOG}/day.html"]
    assert site.broken_links() == []
    assert not any(path.name == photo.sha256 for path in data.rglob("*"))


def test_a_redacted_update_takes_its_pictures_along_unless_others_show_them(
    publish, follow, owner, alice, blog, bring, site, purged
):
    alone, shared = bring(colour="blue"), bring()
    update = publish("Strike", f"::media{{id={alone.pk}}}\n\n::media{{id={shared.pk}}}")
    publish("Another", f"::media{{id={shared.pk}}}")
    follow()
    before = {path for path in site.files() if alone.sha256[:20] in path}
    assert before
    redact_update(by=owner, update=update, reason=REASON)
    follow()
    assert not any(alone.sha256[:20] in path for path in site.files())
    assert before <= purged()
    assert site.broken_links() == []
    assert any(shared.sha256[:20] in path for path in site.files())


def test_a_withdrawn_updates_picture_comes_back_with_it(publish, follow, owner, alice, bring, site):
    update, other = publish("Strike", f"::media{{id={bring().pk}}}"), publish("Another")
    withdraw_update(by=alice, update=update, reason="Wrong.")
    redact_update(by=owner, update=other, reason=REASON)
    follow()
    assert site.files().keys() == {p for p in site.files() if not p.startswith("media/")}
    restore_update(by=alice, update=update)
    follow()
    assert site.broken_links() == []
    assert site.page(f"{BLOG}/u/1/index.html").loads != []


def test_the_logo_goes_too(publish, follow, owner, column, bring, site):
    logo = bring()
    text = ColumnText(name="Syria", publisher="The Interpreter", logo=logo)
    edit_column(by=owner, column=column, text=text)
    publish("Strike")
    follow()
    assert logo.sha256[:20] in site.text(f"{BLOG}/index.html")
    redact_media(by=owner, media=logo, reason="It shows a face.")
    follow()
    assert not any(logo.sha256[:20].encode() in data for data in site.files().values())


def test_the_same_bytes_brought_twice_go_both_times(publish, follow, owner, bring, site):
    first, second = bring(), bring(alt="The same street")
    publish("One", f"::media{{id={first.pk}}}")
    publish("Two", f"::media{{id={second.pk}}}")
    follow()
    redact_media(by=owner, media=first, reason="It shows a face.")
    follow()
    assert site.broken_links() == []
    assert not any(first.sha256[:20].encode() in data for data in site.files().values())
    assert not any(path.startswith("media/") for path in site.files())


def test_the_purge_list_names_exactly_what_changed(publish, follow, owner, site, purged, blog):
    update = publish(f"Near {SECRET}")
    publish("Another")
    follow()
    before = site.files()
    redact_update(by=owner, update=update, reason=REASON)
    follow()
    after = site.files()
    assert purged() == {path for path in before | after if before.get(path) != after.get(path)}


@pytest.mark.parametrize("n", [1, 2, 5, 9, 10, 11])
@pytest.mark.parametrize("done", [False, True])
def test_the_purge_list_survives_a_kill(
    n, done, publish, follow, owner, site, purged, blog, monkeypatch
):
    update = publish(f"Near {SECRET}")
    follow()
    before = site.files()
    redact_update(by=owner, update=update, reason=REASON)
    write, left = SiteFolder.write, [n]

    def _write(self, path, data):
        left[0] -= 1
        if left[0] == 0 and not done:
            raise OSError("killed")
        write(self, path, data)
        if left[0] == 0:
            raise OSError("killed")

    with monkeypatch.context() as patch:
        patch.setattr(SiteFolder, "write", _write)
        with pytest.raises(OSError, match="killed"):
            follow()
    follow()
    after = site.files()
    changed = {path for path in before | after if before.get(path) != after.get(path)}
    assert changed <= purged()


def test_a_kill_before_the_sequence_is_noted_leaves_the_list_whole(
    publish, follow, owner, site, purged, monkeypatch
):
    update = publish(f"Near {SECRET}")
    follow()
    before = site.files()
    redact_update(by=owner, update=update, reason=REASON)

    def _killed(self, sequence):
        raise OSError("killed")

    with monkeypatch.context() as patch:
        patch.setattr(SiteFolder, "sequence", SiteFolder.sequence.setter(_killed))
        with pytest.raises(OSError, match="killed"):
            follow()
    follow()
    after = site.files()
    changed = {path for path in before | after if before.get(path) != after.get(path)}
    assert changed <= purged()


def test_a_site_made_anew_leaves_old_lists_alone(publish, follow, owner, fresh, purged):
    update = publish(f"Near {SECRET}")
    follow()
    redact_update(by=owner, update=update, reason=REASON)
    follow()
    before = purged()
    fresh()
    assert purged() == before


def test_a_redaction_of_what_was_never_public_purges_nothing(write, follow, owner, data, publish):
    publish("Strike")
    follow()
    entry = redact_update(by=owner, update=write(f"Near {SECRET}"), reason=REASON)
    follow()
    assert (data / "purge" / f"{entry.sequence}.txt").read_text() == ""


def test_old_deltas_keep_their_numbers_and_lose_the_words(publish, follow, owner, site):
    updates = [publish(f"Near {SECRET}"), publish("Another")]
    follow()
    redact_update(by=owner, update=updates[0], reason=REASON)
    follow()
    deltas = [site.delta(revision) for revision in (1, 2, 3, 4)]
    assert [delta["rev"] for delta in deltas] == [1, 2, 3, 4]
    said = [(entry["number"], entry["change"]) for delta in deltas for entry in delta["entries"]]
    assert said == [(1, "added"), (2, "added"), (1, "redacted")]
    assert SECRET not in json.dumps(deltas)
