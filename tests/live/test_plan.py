"""Which verb leads to which files, and that publishing writes a fixed handful of them."""

import re

import pytest

from dateline.ledger.models import Entry
from dateline.ledger.verbs.blogs import Masthead, close_blog, edit_blog, reopen_blog, start_blog
from dateline.ledger.verbs.capturing import note_look
from dateline.ledger.verbs.columns import ColumnText, edit_column
from dateline.ledger.verbs.people import invite_person
from dateline.ledger.verbs.publishing import (
    correct_update,
    mark_update,
    restore_update,
    withdraw_update,
)
from dateline.ledger.verbs.redacting import redact_update
from dateline.ledger.verbs.writing import Text
from dateline.live.files import SiteFolder
from dateline.live.plan import plan
from dateline.live.withhold import withhold
from tests.ledger.kept import AT
from tests.live.site import BLOG

FRONTS = {
    "~index.html",
    "~day.html",
    "~feed.atom",
    "~feed.json",
    "~embed/index.html",
    "~head.json",
}
"""What every public change of a blog rewrites."""


@pytest.fixture
def written(monkeypatch, site, follow):
    """Follow, and return the paths that were written; in the blog's folder they start with `~`."""

    def _written():
        paths, write = [], SiteFolder._note

        def _note(self, named):
            named = list(named)
            paths.extend(named)
            write(self, named)

        with monkeypatch.context() as patch:
            patch.setattr(SiteFolder, "_note", _note)
            follow()
        return [path.replace(f"{BLOG}/", "~") for path in paths if path != ".sequence"]

    return _written


def test_a_draft_writes_nothing(written, write, blog):
    written()
    write("Aleppo")
    assert written() == []


def test_what_stays_inside_writes_nothing(written, blog, owner):
    written()
    invite_person(by=owner, email="new@example.org")
    assert written() == []


def test_nothing_new_writes_nothing(written, publish):
    publish("Aleppo")
    written()
    assert written() == []


def test_a_new_blog_writes_its_fronts_and_the_lists_that_name_it(written, alice, column):
    written()
    masthead = Masthead(headline="Assad in Moscow")
    start_blog(by=alice, column=column, slug="2015-10-21", masthead=masthead)
    lists = {"index.html", "putin-in-syria/index.html"}
    assert set(written()) == FRONTS | lists | {"~rev/1.json"}


def test_a_publish_writes_the_update_and_what_shows_the_newest(written, publish):
    publish("Aleppo")
    written()
    publish("Homs")
    assert set(written()) == FRONTS | {"~u/2/index.html", "~rev/3.json"}


def test_the_head_is_written_last(written, publish):
    publish("Aleppo")
    written()
    publish("Homs")
    assert written()[-1] == "~head.json"


@pytest.mark.parametrize("act", ["correct", "mark", "withdraw", "restore"])
def test_what_happens_to_an_update_writes_its_own_page_too(act, written, publish, alice):
    update = publish("Aleppo")
    if act == "restore":
        update = withdraw_update(by=alice, update=update, reason="Wrong.")
    written()
    acts = {
        "correct": lambda: correct_update(
            by=alice, update=update, text=Text(headline="Homs"), note="Homs it was.", based_on=1
        ),
        "mark": lambda: mark_update(by=alice, update=update, mark="key_event", on=True),
        "withdraw": lambda: withdraw_update(by=alice, update=update, reason="Wrong."),
        "restore": lambda: restore_update(by=alice, update=update),
    }
    acts[act]()
    revision = Entry.objects.latest("sequence").revision
    quiet = {"~feed.json"} if act == "mark" else set()  # a mark is nothing to a feed
    assert set(written()) == FRONTS - quiet | {"~u/1/index.html", f"~rev/{revision}.json"}


def test_a_correction_of_an_old_update_writes_its_numbered_page(
    short_pages, written, publish, alice
):
    updates = [publish(f"Update {n}") for n in range(1, 14)]
    written()
    text, note = Text(headline="Homs"), "Homs it was."
    correct_update(by=alice, update=updates[0], text=text, note=note, based_on=1)
    # Page one, the feeds and the embed page show only newer ones, and stay as they are but for
    # the time and the revision.
    paths = set(written())
    assert {"~u/1/index.html", "~page/1/index.html", "~rev/15.json", "~head.json"} <= paths
    assert not any(path.startswith(("~page/2", "~page/3", "~u/2")) for path in paths)


def test_the_205th_publish_writes_as_many_files_of_the_same_sizes_as_the_45th(
    written, publish, site
):
    sizes = {}
    for n in range(1, 206):
        if n in (45, 205):
            written()
        publish("Aleppo", "The same words each time, and no other.")
        if n in (45, 205):
            paths = written()
            kinds = [re.sub(r"(u|rev)/\d+", r"\1/n", path) for path in paths]
            files = (site.root / path.replace("~", f"{BLOG}/") for path in paths)
            size = [file.stat().st_size for file in files]
            sizes[n] = dict(zip(kinds, size, strict=True)), sorted(kinds)
    (small, kinds), (large, kinds_then) = sizes[45], sizes[205]
    assert kinds == kinds_then
    assert sorted({*FRONTS, "~rev/n.json", "~u/n/index.html"}) == sorted(set(kinds))
    assert kinds.count("~u/n/index.html") == 2
    # Both have 45 updates on page one (1–45 and 161–205): what differs is a digit, a link.
    for kind, size in small.items():
        assert abs(large[kind] - size) < 100 + size / 100, kind


def test_a_mark_on_a_draft_changes_nothing_outside(written, write, alice):
    update = write("Aleppo")
    written()
    mark_update(by=alice, update=update, mark="pinned", on=True)
    assert written() == []


def test_a_new_headline_is_written_on_every_page_and_list(written, publish, blog, alice):
    publish("Aleppo")
    written()
    edit_blog(by=alice, blog=blog, masthead=Masthead(headline="Assad was in Moscow"))
    lists = {"index.html", "putin-in-syria/index.html"}
    assert set(written()) == FRONTS | lists | {"~rev/3.json", "~u/1/index.html"}


def test_closing_is_written_on_every_page_and_list(written, publish, blog, alice):
    publish("Aleppo")
    written()
    close_blog(by=alice, blog=blog)
    lists = {"index.html", "putin-in-syria/index.html"}
    assert set(written()) == FRONTS | lists | {"~rev/3.json", "~u/1/index.html"}


def test_deltas_of_before_are_never_written_again(written, publish, alice, owner, column, blog):
    updates = [publish(f"Update {n}") for n in range(1, 4)]
    written()
    mark_update(by=alice, update=updates[0], mark="pinned", on=True)
    edit_blog(by=alice, blog=blog, masthead=Masthead(headline="Assad was in Moscow"))
    close_blog(by=alice, blog=blog)
    reopen_blog(by=alice, blog=blog)
    text = ColumnText(name="Syria", publisher="The Interpreter", byline="Syria desk")
    edit_column(by=owner, column=column, text=text)
    revisions = {path for path in written() if path.startswith("~rev/")}
    assert revisions == {f"~rev/{n}.json" for n in (5, 6, 7, 8, 9)}


def test_a_redaction_writes_every_delta_again(written, publish, owner):
    updates = [publish(f"Update {n}") for n in range(1, 4)]
    written()
    redact_update(by=owner, update=updates[0], reason="It named a shelter.")
    assert {"~rev/2.json", "~rev/5.json", "~u/1/index.html"} <= set(written())


def test_no_public_verb_is_unknown_to_the_plan(publish, alice, owner, blog):
    update = publish("Aleppo")
    mark_update(by=alice, update=update, mark="pinned", on=True)
    withdraw_update(by=alice, update=update, reason="Wrong.")
    redact_update(by=owner, update=update, reason="It named a shelter.")
    close_blog(by=alice, blog=blog)
    made = plan(Entry.objects.order_by("sequence"))
    (one,) = made.blogs.values()
    assert [step.revision for step in one.steps] == [1, 2, 3, 4, 5, 6]
    assert made.removals == [Entry.objects.get(verb="redact").sequence]
    assert one.every_page
    assert one.every_delta


def test_a_report_that_nobody_cites_writes_nothing(written, publish, keep, flag):
    publish("Aleppo")
    written()
    keep()
    flag("graphic")
    assert written() == []


def test_a_card_writes_its_page_and_what_any_publish_writes(written, keep, cite, report):
    keep()
    written()
    cite()
    page = f"reports/{report.pk}/index.html"
    paths = written()
    assert len([path for path in paths if path.startswith("media/")]) == 1
    assert paths.index(page) < paths.index("~index.html")  # a link never leads to nothing
    cite()
    assert set(written()) == FRONTS | {page, "~u/2/index.html", "~rev/3.json"}


def test_a_capture_writes_what_a_mark_does_and_the_reports_page(written, keep, cite, report):
    cite()
    written()
    keep(picture=None)
    page = f"reports/{report.pk}/index.html"
    assert set(written()) == FRONTS | {page, "~u/1/index.html", "~rev/3.json"}


def test_a_look_that_finds_nothing_new_writes_nothing(written, keep, cite, report):
    keep()
    cite()
    note_look(report, standing="unchanged", at=AT, due_at=None)
    written()
    note_look(report, standing="unchanged", at=AT, due_at=None)
    assert written() == []


def test_a_report_that_is_held_writes_every_delta_of_the_blogs_that_named_it(
    written, publish, keep, cite, flag, other_blog, owner
):
    keep()
    publish("Aleppo")
    cite()
    publish("Kyiv", by=owner, blog=other_blog)
    written()
    flag("protected")
    paths = set(written())
    assert {"~rev/3.json", "~rev/4.json", "~u/2/index.html"} <= paths
    assert not any(path.startswith("ukraine/") for path in paths)


def test_only_what_takes_something_out_is_a_removal(keep, cite, flag):
    def removals():
        made = plan(Entry.objects.select_related("content").order_by("sequence"))
        withhold(made)
        return len(made.removals)

    keep()
    cite()
    for flags, count in (
        (["graphic", "opened"], 0),
        (["graphic"], 1),  # its bytes were public, and caches have them
        (["identifies"], 2),
        (["identifies", "graphic"], 2),
        (["identifies", "protected"], 3),
        ([], 3),
    ):
        flag(*flags)
        assert removals() == count
