"""A fresh data folder before Django loads, and the named cast that every room's tests share."""

import os
import shutil
import signal
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis

# How long an example takes says how busy the machine is, no more: benchmarks measure time.
hypothesis.register_profile("dateline", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis.load_profile("dateline")

# Their asserts say more when rewritten; here, before any folder's tests import them.
pytest.register_assert_rewrite("tests.processes.newsroom", "tests.processes.program")

# Whoever is started in the background is deaf to Ctrl-C, and so is all that they start.
signal.signal(signal.SIGINT, signal.default_int_handler)

DATA = Path(tempfile.mkdtemp(prefix="dateline-tests-"))
os.environ.update(DATELINE_DATA=str(DATA), DJANGO_SETTINGS_MODULE="dateline.server.settings")
for _variable in ("DATELINE_PUBLIC_URL", "DATELINE_HOSTS"):
    os.environ.pop(_variable, None)

import django  # noqa: E402  the settings read the environment as they load

django.setup()

from django.conf import settings  # noqa: E402

if settings.DATELINE_DATA != DATA:
    pytest.exit("DJANGO_SETTINGS_MODULE is set in your shell. Unset it: tests need a fresh folder.")

from dateline.ledger.verbs.blogs import Masthead, start_blog  # noqa: E402  models need Django
from dateline.ledger.verbs.columns import ColumnText, open_column  # noqa: E402
from dateline.ledger.verbs.people import found_site, give_role, invite_person  # noqa: E402
from dateline.ledger.verbs.publishing import publish_update  # noqa: E402
from dateline.ledger.verbs.writing import Text, write_update  # noqa: E402


def pytest_addoption(parser):
    parser.addoption("--pictures", default="", help="folder for the README's pictures")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_setupnodes():
    """Let each process that is about to start choose a data folder of its own, as this one did."""
    for variable in ("DATELINE_DATA", "DJANGO_SETTINGS_MODULE"):
        os.environ.pop(variable, None)


def pytest_unconfigure():
    shutil.rmtree(DATA, ignore_errors=True)


@pytest.fixture(scope="session")
def django_db_modify_db_settings():
    """Test on the very file that the program uses: locks and the write-ahead log matter."""
    database = settings.DATABASES["default"]
    database.setdefault("TEST", {})["NAME"] = str(database["NAME"])


@pytest.fixture(autouse=True)
def data():
    """Return the data folder, without bytes, pages and gazetteer of the test before."""
    for folder in ("bytes", "site", "places"):
        shutil.rmtree(DATA / folder, ignore_errors=True)
    return DATA


@pytest.fixture
def owner(db):
    """Olga owns the site."""
    return found_site(email="olga@example.org", public_name="Olga")


@pytest.fixture
def column(owner):
    """Putin in Syria, a column."""
    text = ColumnText(name="Putin in Syria", publisher="The Interpreter", zone="Asia/Damascus")
    return open_column(by=owner, slug="putin-in-syria", text=text)


@pytest.fixture
def other_column(owner):
    """A column in which neither Alice nor Carl has a role."""
    text = ColumnText(name="Ukraine", publisher="The Interpreter", zone="Europe/Kyiv")
    return open_column(by=owner, slug="ukraine", text=text)


@pytest.fixture
def alice(owner, column):
    """Alice edits the column."""
    return member(owner, "alice", "editor", column)


@pytest.fixture
def carl(owner, column):
    """Carl contributes to the column; an editor publishes what he writes."""
    return member(owner, "carl", "contributor", column)


@pytest.fixture
def sam(owner):
    """Sam was invited and has no role: a stranger who can sign in."""
    return invite_person(by=owner, email="sam@example.org", public_name="Sam")


def member(owner, name, role, column):
    """Invite someone and give them a role."""
    email, public_name = f"{name}@example.org", name.title()
    person = invite_person(by=owner, email=email, public_name=public_name)
    give_role(by=owner, person=person, name=role, column=column)
    return person


@pytest.fixture
def blog(alice, column):
    """The column's live blog of 21 October 2015."""
    masthead = Masthead(headline="Assad in Moscow", lead="The day after.")
    return start_blog(by=alice, column=column, slug="2015-10-21", masthead=masthead)


@pytest.fixture
def other_blog(owner, other_column):
    """A live blog of the other column."""
    masthead = Masthead(headline="Donetsk airport")
    return start_blog(by=owner, column=other_column, slug="2015-10-21", masthead=masthead)


@pytest.fixture
def write(alice, blog):
    """Write an update that nobody outside sees: `write(headline, body=…, by=…, blog=…)`."""

    def _write(headline, body="Words.", *, by=alice, blog=blog, **words):
        return write_update(by=by, blog=blog, text=Text(headline=headline, body=body, **words))

    return _write


@pytest.fixture
def publish(alice, write):
    """Write an update and publish it: `publish(headline, body=…, by=…, blog=…)`."""

    def _publish(headline, body="Words.", *, by=alice, **words):
        return publish_update(by=by, update=write(headline, body, by=by, **words))

    return _publish
