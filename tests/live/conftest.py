"""A site folder beside the ledger, and the loop that writes it, one turn at a time."""

import shutil

import pytest

from dateline.ledger.verbs import redacting
from dateline.ledger.verbs.capturing import keep_capture
from dateline.ledger.verbs.media import bring_media
from dateline.ledger.verbs.publishing import mark_update
from dateline.ledger.verbs.reports import Flags, bring_report, flag_report
from dateline.live import address, assets, read
from dateline.live import follow as following
from dateline.live.follow import Follower
from tests.ledger.kept import asked, kept
from tests.live.site import BLOG, Site
from tests.pictures import picture


@pytest.fixture(scope="session")
def built_assets(tmp_path_factory):
    """The built style and script as they are now: a build beside these tests must not move them."""
    return shutil.copytree(assets.FOLDER, tmp_path_factory.mktemp("built") / "assets")


@pytest.fixture(autouse=True)
def same_assets(built_assets, monkeypatch):
    monkeypatch.setattr(assets, "FOLDER", built_assets)


@pytest.fixture(autouse=True)
def no_purge_lists(data):
    """Drop the lists of the test before: sequences start again at 1."""
    shutil.rmtree(data / "purge", ignore_errors=True)


@pytest.fixture(autouse=True)
def one_transaction(request, monkeypatch):
    """Let redactions run inside a test's transaction, in which the database cannot shrink."""
    marker = request.node.get_closest_marker("django_db")
    if not (marker and marker.kwargs.get("transaction")):
        monkeypatch.setattr(redacting, "forget_freed_pages", lambda: None)
        monkeypatch.setattr(following, "forget_freed_pages", lambda: None)


@pytest.fixture
def site(data):
    """The folder that readers get."""
    return Site(data / "site")


@pytest.fixture
def follow(db):
    """Write what happened since the last time: `follow()`, as the serving process does."""
    followers = []

    def _follow():
        followers.append(followers[0] if followers else Follower())
        return followers[0].catch_up()

    return _follow


@pytest.fixture
def short_pages(monkeypatch):
    """Four updates a page, so that pages turn early."""
    monkeypatch.setattr(address, "PER_PAGE", 4)
    monkeypatch.setattr(read, "MOST_KEY_EVENTS", 3)


@pytest.fixture
def bring(alice):
    """Bring a picture in: `bring(alt=…, credit=…, kind="JPEG", size=(…), …)`."""

    def _bring(kind="JPEG", size=(640, 360), *, alt="A street", credit="SMART", **more):
        return bring_media(by=alice, data=picture(kind, size, **more), alt=alt, credit=credit)

    return _bring


@pytest.fixture
def fresh(tmp_path):
    """Write the whole site into a new folder: `fresh()`."""

    def _fresh(name="fresh"):
        root = tmp_path / name
        Follower(root).catch_up()
        return Site(root)

    return _fresh


@pytest.fixture
def seen_in(site):
    """Return the files of the blog that hold some words: `seen_in("words")`."""

    def _seen_in(words, under=f"{BLOG}/"):
        return {
            path.removeprefix(under)
            for path, data in site.files().items()
            if path.startswith(under) and words in data.decode()
        }

    return _seen_in


@pytest.fixture
def mark(alice):
    """Mark an update, or take the mark away: `mark(update, "pinned", on=False)`."""

    def _mark(update, name, *, on=True):
        return mark_update(by=alice, update=update, mark=name, on=on)

    return _mark


@pytest.fixture
def report(carl):
    """A page that Carl asked to be kept, and that no worker has taken in hand yet."""
    return bring_report(by=carl, asked=asked("https://example.org/strike"))


@pytest.fixture
def keep(report):
    """Keep the report's next version: `keep(title=…)`, or another's: `keep(other, …)`."""

    def _keep(one=report, **fields):
        return keep_capture(one, kept(**fields))

    return _keep


@pytest.fixture
def flag(alice, report):
    """Say what the report is: `flag("protected")`; all other flags are taken off."""

    def _flag(*names, one=report):
        return flag_report(by=alice, report=one, flags=Flags(**dict.fromkeys(names, True)))

    return _flag


@pytest.fixture
def cite(publish, report):
    """Publish an update with the report's card, or those of others: `cite(other, …)`."""

    def _cite(*reports, headline="They said", **more):
        cards = [f"::card{{report={one.pk}}}" for one in reports or [report]]
        return publish(headline, "\n\n".join(cards), **more)

    return _cite


@pytest.fixture
def report_page(site, report):
    """Return the report's page as its readers have it; None where there is none."""

    def _report_page(one=report):
        path = f"reports/{one.pk}/index.html"
        return site.parsed(path) if site.has(path) else None

    return _report_page
