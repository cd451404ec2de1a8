"""A sign-in link lets its person in once, and nobody else."""

from datetime import timedelta
from unittest import mock

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client
from django.utils import timezone

from dateline.desk.people.links import SignInTokens, sign_in_link
from dateline.ledger.verbs.people import set_active
from tests.desk.conftest import words_of


def signed_in(client):
    return client.get("/desk/").status_code == 200


def test_it_signs_in(alice):
    client = Client()
    response = client.post(sign_in_link(alice))
    assert response["Location"] == "/desk/profile/"
    assert signed_in(client)


def test_looking_at_it_does_not_use_it_up(alice):
    link, preview = sign_in_link(alice), Client()
    assert "Sign in as Alice" in words_of(preview.get(link))
    assert not signed_in(preview)
    assert Client().post(link).status_code == 302


def test_it_works_once(alice):
    link = sign_in_link(alice)
    Client().post(link)
    again = Client()
    assert again.post(link).status_code == 404
    assert not signed_in(again)


def test_a_newer_sign_in_kills_it(alice):
    link, other = sign_in_link(alice), sign_in_link(alice)
    Client().post(other)
    assert Client().post(link).status_code == 404


@pytest.mark.parametrize(("hours", "status"), [(23, 302), (25, 404)])
def test_it_dies_after_a_day(alice, hours, status):
    made = timezone.now() - timedelta(hours=hours)
    with mock.patch.object(SignInTokens, "_now", return_value=made.replace(tzinfo=None)):
        link = sign_in_link(alice)
    assert Client().post(link).status_code == status


def test_it_dies_with_its_person_shut_out(alice, owner):
    link = sign_in_link(alice)
    set_active(by=owner, person=alice, active=False)
    assert Client().post(link).status_code == 404


def test_one_made_before_being_shut_out_stays_dead(alice, owner):
    link = sign_in_link(alice)
    set_active(by=owner, person=alice, active=False)
    assert Client().get(link).status_code == 404


def test_anothers_token_opens_nothing(alice, carl):
    token = sign_in_link(carl).split("/")[-2]
    assert Client().post(f"/desk/sign-in/{alice.pk}/{token}/").status_code == 404


@pytest.mark.parametrize("token", ["x", "a-b", "zzzzzzzzzzzzzzzz-1", "-", "é-é"])
def test_a_made_up_token_opens_nothing(alice, token):
    assert Client().post(f"/desk/sign-in/{alice.pk}/{token}/").status_code == 404


def test_it_replaces_the_password(alice):
    alice.set_password("an old password")
    alice.save(update_fields=["password"])
    client = Client()
    client.post(sign_in_link(alice))
    alice.refresh_from_db()
    assert not alice.has_usable_password()
    assert client.get("/desk/accounts/password/set/").status_code == 200
    new = {"password1": "a new long password", "password2": "a new long password"}
    assert client.post("/desk/accounts/password/set/", new).status_code == 302
    assert signed_in(client)


def test_it_never_replaces_the_second_factor(alice):
    TOTP.activate(alice, generate_totp_secret())
    client = Client()
    response = client.post(sign_in_link(alice))
    assert response["Location"] == "/desk/accounts/2fa/authenticate/"
    assert not signed_in(client)


def test_trying_many_is_slowed_down(alice):
    client = Client()
    answers = [client.post(f"/desk/sign-in/{alice.pk}/x-{n}/").status_code for n in range(25)]
    assert answers[0] == 404
    assert answers[-1] == 429


def test_it_does_not_cross_sites(alice):
    client = Client(enforce_csrf_checks=True)
    assert client.post(sign_in_link(alice)).status_code == 403
