"""Signing in with a password and a code; what nobody may do by way of it."""

import time

import pytest
from allauth.mfa.totp.internal.auth import hotp_value
from django.test import Client

from dateline.ledger.verbs.people import set_active
from tests.desk.conftest import words_of

PASSWORD = "a long enough password"
LOGIN = "/desk/accounts/login/"


@pytest.fixture
def known(alice):
    """Alice, with a password."""
    alice.set_password(PASSWORD)
    alice.save(update_fields=["password"])
    return alice


def sign_in(client, email="alice@example.org", password=PASSWORD, **more):
    return client.post(LOGIN, {"login": email, "password": password, **more})


def code(secret):
    counter = int(time.time()) // 30
    return f"{hotp_value(secret, counter):06}"


def test_a_password_signs_in(known):
    client = Client()
    assert sign_in(client)["Location"] == "/desk/"
    assert client.get("/desk/").status_code == 200


@pytest.mark.parametrize(
    ("email", "password"),
    [("alice@example.org", "wrong"), ("nobody@example.org", PASSWORD), ("\x00", "\x00"), ("", "")],
)
def test_a_wrong_one_does_not(known, email, password):
    client = Client()
    assert sign_in(client, email, password).status_code == 200
    assert client.get("/desk/").status_code == 302


def test_someone_shut_out_stays_out(known, owner):
    set_active(by=owner, person=known, active=False)
    client = Client()
    sign_in(client)
    assert client.get("/desk/").status_code == 302


@pytest.mark.parametrize(
    "address",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"],
)
def test_it_leads_nowhere_else(known, address):
    response = sign_in(Client(), next=address)
    assert response["Location"] == "/desk/"


def test_it_leads_back_to_where_one_was(known, blog):
    response = sign_in(Client(), next=f"/desk/blogs/{blog.pk}/")
    assert response["Location"] == f"/desk/blogs/{blog.pk}/"


def test_many_tries_are_slowed_down(known):
    client = Client()
    for _ in range(8):
        sign_in(client, password="wrong")
    sign_in(client)
    assert client.get("/desk/").status_code == 302


def test_nobody_signs_up(db):
    response = Client().get("/desk/accounts/signup/")
    assert "People are invited here" in words_of(response)
    new = {"email": "eve@example.org", "password1": PASSWORD, "password2": PASSWORD}
    assert "People are invited here" in words_of(Client().post("/desk/accounts/signup/", new))


def test_an_authenticator_app_is_set_up_and_asked_for(known):
    client = Client()
    sign_in(client)
    page = client.get("/desk/accounts/2fa/totp/activate/")
    if page.status_code == 302:
        client.post(page["Location"], {"password": PASSWORD})
        page = client.get("/desk/accounts/2fa/totp/activate/")
    secret = page.context["form"].secret
    done = client.post("/desk/accounts/2fa/totp/activate/", {"code": code(secret)}, follow=True)
    assert "Each lets you in once" in words_of(done)

    again = Client()
    assert sign_in(again)["Location"] == "/desk/accounts/2fa/authenticate/"
    assert again.get("/desk/").status_code == 302
    wrong = again.post("/desk/accounts/2fa/authenticate/", {"code": "000000"})
    assert wrong.status_code == 200
    answer = again.post("/desk/accounts/2fa/authenticate/", {"code": code(secret)})
    assert answer.status_code == 302
    assert again.get("/desk/").status_code == 200

    overheard = Client()
    sign_in(overheard)
    overheard.post("/desk/accounts/2fa/authenticate/", {"code": code(secret)})
    assert overheard.get("/desk/").status_code == 302


@pytest.mark.parametrize(
    "address",
    [
        "login/",
        "2fa/",
        "2fa/webauthn/",
        "2fa/webauthn/add/",
        "2fa/totp/activate/",
        "password/set/",
        "logout/",
    ],
)
def test_every_page_of_the_account_has_the_desks_look(address, enter, alice):
    response = enter(alice).get(f"/desk/accounts/{address}", follow=True)
    assert response.status_code == 200
    page = words_of(response)
    assert 'class="brand"' in page
    assert "data-allauth-onload" not in page
    assert "mfa/js" not in page
