"""After a kill at any moment the site becomes what it would have been."""

import json
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.ledger.models import Entry
from dateline.ledger.verbs.blogs import close_blog
from dateline.ledger.verbs.publishing import correct_update, withdraw_update
from dateline.ledger.verbs.redacting import redact_update
from dateline.ledger.verbs.writing import Text
from dateline.live import follow as following
from dateline.live.files import SiteFolder
from dateline.live.follow import Follower
from dateline.live.heads import first_stray_head
from tests.live.site import BLOG, Site
from tests.live.unchanging import without_time


class KilledError(BaseException):
    """The power went."""


@pytest.fixture
def killed_at(monkeypatch):
    """Die in the n-th write from now, before or after it is done: `killed_at(3, done=True)`."""
    write, left = SiteFolder.write, {"n": 0, "done": False}

    def _write(self, path, data):
        left["n"] -= 1
        if left["n"] == 0 and not left["done"]:
            raise KilledError
        write(self, path, data)
        if left["n"] == 0:
            raise KilledError

    monkeypatch.setattr(SiteFolder, "write", _write)
    return lambda n, done=False: left.update(n=n, done=done)


@pytest.fixture
def day(short_pages, publish, alice, owner, mark, bring):
    """A day in which everything happened."""
    photo = bring(size=(24, 16))
    updates = [publish(f"Update {n}", f"Words.\n\n::media{{id={photo.pk}}}") for n in range(1, 10)]
    mark(updates[0], "key_event")
    text = Text(headline="Homs")
    correct_update(by=alice, update=updates[1], text=text, note="Homs it was.", based_on=1)
    withdraw_update(by=alice, update=updates[2], reason="Wrong.")
    redact_update(by=owner, update=updates[3], reason="It named a shelter.")


@settings(
    max_examples=25,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(deaths=st.lists(st.tuples(st.integers(1, 60), st.booleans()), min_size=1, max_size=4))
def test_a_site_killed_while_it_is_made_equals_one_that_was_not(
    day, killed_at, fresh, tmp_path_factory, deaths
):
    root = tmp_path_factory.mktemp("killed")
    for n, done in deaths:
        killed_at(n, done)
        with suppress(KilledError):
            Follower(root).catch_up()
    killed_at(0)
    Follower(root).catch_up()
    assert Site(root).files() == fresh(f"{root.name}-fresh").files()


@pytest.mark.parametrize("done", [False, True])
def test_a_kill_at_every_write_of_a_publish_is_made_good(
    done, short_pages, publish, killed_at, follow, site
):
    for n in range(1, 9):
        publish(f"Update {n}")
    follow()
    for n in range(1, 12):
        publish(f"Update {n + 8}")
        killed_at(n, done)
        with pytest.raises(KilledError):
            Follower().catch_up()
        killed_at(0)
        assert site.json(f"{BLOG}/head.json")["rev"] in (n + 8, n + 9)
        Follower().catch_up()
        assert site.json(f"{BLOG}/head.json")["rev"] == n + 9
        assert site.broken_links() == []


def test_the_head_never_names_a_delta_that_is_not_there(
    short_pages, publish, killed_at, site, follow
):
    follow()
    for n in range(1, 15):
        publish(f"Update {n}")
        killed_at(n)
        with suppress(KilledError):
            Follower().catch_up()
        if site.has(f"{BLOG}/head.json"):
            revisions = range(1, site.json(f"{BLOG}/head.json")["rev"] + 1)
            assert all(site.has(f"{BLOG}/rev/{r}.json") for r in revisions)


def test_what_was_written_step_by_step_reads_as_what_is_written_at_once(
    day, follow, publish, site, fresh
):
    follow()
    publish("One more")
    follow()
    assert without_time(site) == without_time(fresh())


def test_a_far_behind_site_is_written_in_steps(day, monkeypatch, fresh):
    at_once = fresh("at-once")
    monkeypatch.setattr(following, "BATCH", 3)
    in_steps = fresh("in-steps")
    heads = [one.json(f"{BLOG}/head.json") for one in (at_once, in_steps)]
    assert heads[0] == heads[1]
    assert without_time(in_steps) == without_time(at_once)


def test_no_page_hears_that_a_blog_is_closed_before_all_is_written(
    publish, alice, blog, site, monkeypatch
):
    """It would stop listening, and miss what the follower had yet to write."""
    update = publish("Aleppo")
    close_blog(by=alice, blog=blog)
    withdraw_update(by=alice, update=update, reason="Wrong.")
    said, write = [], SiteFolder.write

    def _write(self, path, data):
        if path.endswith("head.json") or "/rev/" in path:
            value = json.loads(data)
            said.append((value["rev"], value["state"]))
        write(self, path, data)

    monkeypatch.setattr(SiteFolder, "write", _write)
    monkeypatch.setattr(following, "BATCH", 1)
    Follower().catch_up()
    assert {state for rev, state in said if rev < 4} == {"live"}
    assert {state for rev, state in said if rev == 4} == {"closed"}


def test_every_head_names_an_entry_of_the_ledger(day, follow, site):
    follow()
    assert first_stray_head(site.root) is None
    newest = Entry.objects.latest("sequence")
    head = site.json(f"{BLOG}/head.json")
    assert head["ledger"] == {"sequence": newest.sequence, "hash": newest.hash}
    head["ledger"]["hash"] = "0" * 64
    (site.root / BLOG / "head.json").write_text(json.dumps(head))
    assert first_stray_head(site.root) == str(site.root / BLOG / "head.json")


def test_a_full_disk_leaves_the_sequence_where_it_was(publish, follow, site, monkeypatch):
    publish("Aleppo")
    follow()
    before = site.files()

    def full(self, path, data):
        raise OSError(28, "No space left on device")

    publish("Homs")
    with monkeypatch.context() as patch:
        patch.setattr(SiteFolder, "write", full)
        with pytest.raises(OSError, match="No space left"):
            follow()
    assert site.files() == before
    follow()
    assert "Homs" in site.text(f"{BLOG}/index.html")


def test_a_site_folder_that_was_lost_is_made_again(day, follow, site, fresh):
    follow()
    (site.root / ".sequence").unlink()
    Follower().catch_up()
    assert without_time(site, deltas=True) == without_time(fresh(), deltas=True)


def test_trouble_is_noted_once_and_cleared(data, db):
    trouble = following.Trouble()
    trouble.note(OSError("No space left"))
    said = trouble.path.read_text()
    trouble.note(OSError("Something else"))
    assert trouble.path.read_text() == said
    assert "No space left" in said
    trouble.clear()
    trouble.clear()
    assert not trouble.path.exists()
