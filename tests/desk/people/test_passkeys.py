"""Passkeys in a real browser, with an authenticator that the browser plays."""

import pytest

from dateline.desk.people.links import sign_in_link

pytestmark = pytest.mark.browser


@pytest.fixture
def key(page):
    """A fingerprint reader that always says yes."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return devtools


def test_a_passkey_is_added_and_signs_in(page, key, site, alice):
    page.goto(site + sign_in_link(alice))
    page.get_by_role("button", name="Sign in as Alice").click()
    page.get_by_role("link", name="Passkeys").click()
    with page.expect_navigation():  # until its script has come too, which asks for the key
        page.get_by_role("link", name="Add a passkey").click()
    page.get_by_role("button", name="Add it").click()
    page.get_by_role("link", name="I have kept them").click()
    page.goto(f"{site}/desk/accounts/logout/")
    page.get_by_role("button", name="Sign out").click()
    page.goto(f"{site}/desk/accounts/login/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.get_by_role("link", name="Putin in Syria").first.wait_for()


def test_saying_no_is_said_in_words(page, key, site, alice):
    page.goto(f"{site}/desk/accounts/login/")
    key.send("WebAuthn.disable")
    page.evaluate(
        "() => { navigator.credentials.get = "
        "() => Promise.reject(new DOMException('', 'NotAllowedError')) }"
    )
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.get_by_text("Nothing was signed").wait_for()
