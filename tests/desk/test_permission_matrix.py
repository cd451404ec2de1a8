"""Every address of the desk × everyone × looking and acting: who is let in, and what they learn.

The walk is over the addresses themselves: one that somebody adds fails here until its rows say who
may look at it and who may act on it.
"""

from http.cookies import SimpleCookie

import pytest
from django.db import transaction
from django.test import Client
from django.urls import get_resolver, reverse

from dateline.ledger.models import Entry
from dateline.ledger.verbs import people, redacting
from tests.desk.conftest import words_of

from .matrix import ROWS, table
from .matrix.row import ASKED_AGAIN, IN, NOTHING, REFUSED, SIGN_IN
from .matrix.world import EVERY_WORD, KNOWS, build

RENEW = "import tests.conftest; from tests.desk.matrix import table; table.renew()"

pytestmark = pytest.mark.django_db

IN_WORDS = ("may not", "Not allowed", "held by the desk", "someone else", "You may change only")
"""One of these stands in every refusal."""


@pytest.fixture(autouse=True, scope="module")
def data():
    """Keep the world's bytes from one test to the next."""


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """Build the world once, with a session for each of its people, and take it back."""
    patch = pytest.MonkeyPatch()
    # Redactions run in the test's own transaction, which holds SQLite's log.
    patch.setattr(redacting, "forget_freed_pages", lambda: None)
    patch.setattr("dateline.ledger.storage.drop", lambda sha256: None, raising=False)
    with django_db_blocker.unblock(), transaction.atomic():
        world = build()
        world.cookies = {"nobody": ""} | {
            name: session_of(person) for name, person in world.people.items()
        }
        people.set_active(by=world.owner, person=world.shut_out, active=False)
        yield world
        transaction.set_rollback(True)
    patch.undo()


def session_of(person):
    """Sign someone in, and return the cookie."""
    client = Client()
    client.force_login(person)
    return client.cookies.output(header="", sep=";")


WHOLE, PART = {}, {"HX-Request": "true"}
"""Headers of a browser that asks for a page, and of a script that asks for a part of one."""


def ask(world, name, method, row, headers):
    """Send one request of one of the cast."""
    body = row.body(world) if method == "post" else {}
    return asking(world, name, method, row.address(world), body, headers)


def asking(world, name, method, address, body, headers=WHOLE):
    """Ask an address with the session of one of the cast."""
    client = Client()
    client.cookies = SimpleCookie(world.cookies[name])
    return getattr(client, method)(address, body, headers=headers)


def newest():
    """Return the ledger's newest entry: what was refused adds none."""
    return Entry.objects.order_by("-sequence").values_list("sequence", flat=True).first()


def outcome_of(response):
    """Return what a response tells, in the matrix's words."""
    status = response.status_code
    if status == 401 or response.get("Location", "").startswith("/desk/accounts/login/"):
        return SIGN_IN
    return {400: ASKED_AGAIN, 403: REFUSED, 404: NOTHING}.get(
        status, IN if status < 400 else f"failed: {status}"
    )


def leaks(response, name, sent):
    """Return the words of the world in a response that this person neither sent nor may know."""
    told = str(response.headers) + str(response.cookies)
    told += b"".join(response).decode(errors="replace")
    return sorted(
        word for word in EVERY_WORD - KNOWS[name] if word in told.lower() and word not in sent
    )


def found(world, row, method, rule, headers):
    """Return everything that is not as the row says, in words."""
    wrong = []
    for name in KNOWS:
        point = transaction.savepoint()
        before, response = newest(), ask(world, name, method, row, headers)
        outcome, after = outcome_of(response), newest()
        transaction.savepoint_rollback(point)
        expected = rule.outcome(name)
        if outcome != expected:
            wrong.append(f"{name} meets {outcome!r}, not {expected!r}")
        if expected != IN and before != after:
            wrong.append(f"{name} is turned away, and yet something was written")
        if expected == IN and method == "post" and row.writes and before == after:
            wrong.append(f"{name} may, and nothing was written: the form proves nothing")
        if expected == REFUSED and not any(one in words_of(response) for one in IN_WORDS):
            wrong.append(f"{name} is refused without words")
        # A form that was not taken is given back to whoever sent it, to be sent again.
        sent = str(row.body(world)).lower() if expected == SIGN_IN and method == "post" else ""
        if words := leaks(response, name, sent):
            wrong.append(f"{name} reads {words}, which is not theirs to know")
    return wrong


@pytest.mark.parametrize("headers", [WHOLE, PART], ids=["page", "part"])
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_everyone_meets_what_the_matrix_says_and_learns_no_more(world, row, headers):
    rules = {"get": row.get, "post": row.post}
    wrong = [
        f"{method.upper()}: {problem}"
        for method, rule in rules.items()
        if rule
        for problem in found(world, row, method, rule, headers)
    ]
    assert not wrong, "\n".join(wrong)


def addresses():
    """Return every address of the desk itself by name; a view of allauth's has none of ours."""
    desk = next(
        one for one in get_resolver().url_patterns if getattr(one, "app_name", "") == "desk"
    )
    return {one.name: one for part in desk.url_patterns for one in part.url_patterns}


def test_no_address_is_missing_from_the_matrix():
    missing = sorted(set(addresses()) - {row.name for row in ROWS})
    assert not missing, f"Say in tests/desk/matrix/*_rows.py who may look and act at: {missing}"


def test_no_row_is_of_an_address_that_is_gone():
    assert sorted({row.name for row in ROWS} - set(addresses())) == []


def test_the_document_says_what_is_tested():
    document = table.DOCUMENT.read_text()
    assert document == table.renewed(document), f"Run python -c '{RENEW}'"


OPEN = {"account_login", "account_inactive", "account_signup"}
"""Addresses of allauth's that lead in, or say why not; signing up is shut."""
OF_A_KEY = {"mfa_remove_webauthn", "mfa_edit_webauthn"}


def accounts(patterns):
    """Return every address of allauth's that the desk uses, by name."""
    below = (getattr(one, "url_patterns", None) for one in patterns)
    pairs = zip(patterns, below, strict=True)
    return [name for one, more in pairs for name in (accounts(more) if more else [one.name])]


@pytest.mark.parametrize(
    "name", accounts(get_resolver("dateline.desk.people.accounts").url_patterns)
)
def test_ones_own_account_is_only_for_whoever_is_signed_in(world, name):
    address = reverse(name, args=[1] if name in OF_A_KEY else [])
    before = newest()
    met = [outcome_of(asking(world, "nobody", method, address, {})) for method in ("get", "post")]
    assert met == [SIGN_IN, SIGN_IN] or name in OPEN
    assert newest() == before
