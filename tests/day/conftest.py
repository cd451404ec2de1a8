"""The real day: the page of ../shared is imported, its claims are reviewed, its blog published.

It is played once, in a transaction that is taken back; what came of it is kept as plain values.
"""

import shutil
from contextlib import ExitStack, contextmanager

import pytest
from django.db import transaction

from dateline.ledger.verbs.columns import ColumnText, open_column
from dateline.ledger.verbs.people import found_site
from dateline.live.follow import Follower
from dateline.places.store import Store
from dateline.server.importing.run import Asked, run
from dateline.server.management.commands.capture import capturer
from dateline.server.reading.opened import reader
from tests.conftest import DATA, member
from tests.live.site import Site

from .outcome import Outcome
from .playing import Player
from .review import page, review

ABSENT = "The real day needs ../shared/examples, which is not part of the repo."


@pytest.fixture(scope="session")
def page_bytes():
    """The page as it was kept."""
    return page() or pytest.skip(ABSENT)


@pytest.fixture(scope="session")
def gazetteer(request, page_bytes, tmp_path_factory):
    """The world's; building it takes a minute, so pytest's cache keeps it."""
    cache = getattr(request.config, "cache", None)
    store = Store(cache.mkdir("world") if cache else tmp_path_factory.mktemp("world"))
    if not store.is_current():
        store.rebuild()
    return store.file


@pytest.fixture(scope="session")
def day(page_bytes, gazetteer, django_db_setup, django_db_blocker, tmp_path_factory):
    """What came of the day, from `dateline import` to the published pages."""
    with django_db_blocker.unblock(), transaction.atomic(), _placed(gazetteer):
        player = _played(page_bytes)
        Follower().catch_up()
        site = shutil.copytree(DATA / "site", tmp_path_factory.mktemp("day") / "site")
        outcome = Outcome.of(player, Site(site))
        transaction.set_rollback(True)
    return outcome


@contextmanager
def _placed(gazetteer):
    """Let the program look places up in a gazetteer, and leave none behind for other tests."""
    file = DATA / "places" / "gazetteer.sqlite"
    file.parent.mkdir(exist_ok=True)
    file.symlink_to(gazetteer)
    reader.cache_clear()  # it may have another test's open under this name
    try:
        yield
    finally:
        file.unlink()
        file.parent.rmdir()
        reader.cache_clear()


def _played(data):
    """Let an owner import the page, and Alice review it."""
    owner = found_site(email="olga@example.org", public_name="Olga")
    text = ColumnText(name="Putin in Syria", publisher="The Interpreter", zone="Asia/Damascus")
    column = open_column(by=owner, slug="putin-in-syria", text=text)
    alice = member(owner, "alice", "editor", column)
    told = review()["page"]
    asked = Asked(owner, column, told["day"], data, data.decode(), told["file"])
    with ExitStack() as stack:
        imported = run(asked, capturer(stack), lambda *_: None)
    player = Player(by=alice, owner=owner, column=column, report=imported.page)
    player.play()
    return player
