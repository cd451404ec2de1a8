"""A form whose session or token has ended is given back, to be sent again: ours, and only ours."""

import re

import pytest
from django.test import Client

from dateline.ledger.models import Update
from tests.desk.conftest import composed, words_of

OURS = "http://testserver"
AWRY = 'Twelve <b>"people"</b>'


def token_in(response):
    """Return the token of a page's form."""
    return re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', words_of(response))[1]


@pytest.fixture
def composer(enter, alice, blog):
    """Alice's composer, its form filled in, and its token ended by signing in again."""
    client = enter(alice, enforce_csrf_checks=True)
    old = token_in(client.get(f"/desk/blogs/{blog.pk}/"))
    client.logout()
    client.cookies = Client().cookies
    client.force_login(alice)
    client.get(f"/desk/blogs/{blog.pk}/")
    client.form = composed(headline=AWRY, action="publish", csrfmiddlewaretoken=old)
    return client


def send(client, blog, origin=OURS, **headers):
    """Send the composer's form as a page of this origin does."""
    headers |= {"Origin": origin} if origin else {}
    return client.post(f"/desk/blogs/{blog.pk}/", client.form, headers=headers)


def test_our_own_form_with_an_old_token_is_given_back_and_works(composer, blog):
    response = send(composer, blog)
    assert response.status_code == 403
    assert "Send it again" in words_of(response)
    assert "Twelve &lt;b&gt;&quot;people&quot;&lt;/b&gt;" in words_of(response)
    assert not Update.objects.exists()
    composer.form |= {"csrfmiddlewaretoken": token_in(response)}
    assert send(composer, blog).status_code == 302
    assert Update.objects.get().headline == AWRY


@pytest.mark.parametrize(
    "origin", ["", "null", "https://evil.example", f"{OURS}.evil.example", "https://testserver"]
)
def test_a_form_that_may_be_another_sites_is_never_offered(composer, blog, origin):
    response = send(composer, blog, origin)
    assert response.status_code == 403
    assert "Twelve" not in words_of(response)
    assert "Send it again" not in words_of(response)


def test_a_part_of_a_page_is_answered_in_words(composer, blog):
    response = send(composer, blog, **{"HX-Request": "true"})
    assert response["Content-Type"] == "text/plain"
    assert "Twelve" not in words_of(response)


def test_a_form_of_signing_in_is_not_repeated(client, db):
    client.handler.enforce_csrf_checks = True
    form = {"login": "alice@example.org", "password": "Verdigris"}
    response = client.post("/desk/accounts/login/", form, headers={"Origin": OURS})
    assert response.status_code == 403
    assert "Verdigris" not in words_of(response)


@pytest.mark.browser
def test_without_a_script_it_is_sent_again_after_signing_in_in_another_tab(
    as_person, alice, blog, site, page
):
    context = page.context.browser.new_context(java_script_enabled=False)
    signed_in = as_person(alice).context.cookies()
    context.add_cookies(signed_in)
    plain = context.new_page()
    plain.goto(f"{site}/desk/blogs/{blog.pk}/")
    plain.get_by_label("Headline").fill("Half a thought")
    plain.get_by_label("Text", exact=True).fill("They met.\n\nAnd left.")
    context.clear_cookies(name="dateline_session")
    plain.get_by_role("button", name="Publish").click()
    plain.get_by_role("heading", name="You are signed out").wait_for()

    context.clear_cookies()
    context.add_cookies(signed_in)
    context.new_page().goto(f"{site}/desk/")  # brings a new token
    plain.get_by_role("button", name="Send it again").click()
    plain.get_by_role("heading", name="This form is out of date").wait_for()
    plain.get_by_role("button", name="Send it again").click()
    plain.get_by_role("status").filter(has_text="Published.").wait_for()
    context.close()
    assert blog.updates.get().body == "They met.\n\nAnd left."
