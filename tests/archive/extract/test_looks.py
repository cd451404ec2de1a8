import json

import pytest

from tests.archive.extract.pages import SENTENCES, STORY, meta, page, read

TEASER = f"<article><p>{SENTENCES[0]}</p><p>{SENTENCES[1]}</p></article>"
PAID = {"@type": "NewsArticle", "isAccessibleForFree": False}
WALL = "Subscribe to continue reading. Already a subscriber? Sign in."
BANNER = (
    "<div id='onetrust-banner-sdk'><p>We and our partners use cookies. Your data and your privacy "
    "matter. Accept all cookies or manage consent.</p></div>"
)


def ld(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


@pytest.mark.parametrize("free", [False, "False", "false"])
def test_a_teaser_that_says_it_costs_is_a_paywall(free):
    assert read(page(TEASER, head=ld(PAID | {"isAccessibleForFree": free}))).looks_like == "paywall"


@pytest.mark.parametrize(
    "words",
    [
        WALL,
        "Abonnez-vous pour lire la suite. Déjà abonné ?",
        "اشترك الآن لقراءة المقال. هذا المقال للمشتركين فقط",
        "Оформите подписку, чтобы читать дальше. Уже подписчик?",
    ],
)
def test_a_wall_in_front_of_a_teaser_is_a_paywall(words):
    html = page(f"{TEASER}<div class='paywall-box'><p>{words}</p></div>")
    assert read(html).looks_like == "paywall"


def test_a_menu_that_asks_to_subscribe_is_no_wall():
    menu = "<div class='paywall-login'>Login</div><nav>Subscribe · Subscribers · Subscription</nav>"
    assert read(page(f"{menu}{TEASER}")).looks_like == ""


def test_a_whole_article_is_no_paywall_whatever_the_page_says():
    assert read(page(f"<article>{STORY * 6}</article>", head=ld(PAID))).looks_like == ""


def test_a_page_that_asks_for_consent_and_nothing_else_is_one():
    assert read(page(BANNER)).looks_like == "consent"


def test_an_article_above_a_consent_banner_is_an_article():
    assert read(page(f"<article>{STORY}</article>{BANNER}")).looks_like == ""


@pytest.mark.parametrize(
    "body",
    [
        '<div id="root"></div><script src="/app.js"></script>',
        "<noscript>Please enable JavaScript.</noscript><script src='/app.js'></script>",
        "<app-root></app-root><script>boot()</script>",
    ],
)
def test_a_shell_for_a_script_is_one(body):
    assert read(page(body)).looks_like == "script"


def test_a_page_without_words_is_empty():
    assert read(page("<p> </p>")).looks_like == "empty"


def test_a_short_brief_is_no_fault():
    assert read(page(TEASER, head=meta(og_title="Brief"))).looks_like == ""
