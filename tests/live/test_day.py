"""The day in one file: small, whole in itself, honest about what it leaves out."""

import base64
import io
import re

import pytest
from PIL import Image

from dateline.ledger.verbs.blogs import Masthead, edit_blog
from dateline.ledger.verbs.publishing import correct_update
from dateline.ledger.verbs.redacting import redact_media
from dateline.ledger.verbs.writing import Text
from tests.live.site import BLOG, words_of

DAY = f"{BLOG}/day.html"
LONG = "Rescuers said that aircraft hit the eastern quarters of the town again. " * 30


@pytest.fixture
def noise(bring, monkeypatch):
    """A picture that no codec makes small, of a given format."""

    def _noise(kind, size=(1200, 800)):
        image, out = Image.effect_noise(size, 100).convert("RGB"), io.BytesIO()
        image.save(out, kind)
        monkeypatch.setattr("tests.live.conftest.picture", lambda *_, **__: out.getvalue())
        return bring()

    return _noise


def photo_of(site):
    """Return the format, size and bytes of the photo inside the file."""
    (source,) = site.parsed(DAY).xpath("//img/@src")
    kind, _, data = source.partition(";base64,")
    assert kind == "data:image/jpeg"
    raw = base64.b64decode(data)
    return Image.open(io.BytesIO(raw)), len(raw)


def test_a_day_of_200_long_updates_stays_small_and_says_what_it_leaves_out(
    publish, follow, site, alice, blog, noise
):
    edit_blog(by=alice, blog=blog, masthead=Masthead(headline="Assad", photo=noise("JPEG")))
    for n in range(1, 201):
        publish(f"Update {n}", LONG)
    follow()
    assert (site.root / DAY).stat().st_size <= 100_000
    page = site.parsed(DAY)
    shown = page.find_class("entry")
    assert 20 < len(shown) < 60
    assert words_of(shown[0]).endswith("— the desk")
    assert "Update 200" in words_of(shown[0])
    (said,) = page.find_class("empty")
    assert words_of(said) == f"{200 - len(shown)} earlier updates do not fit into this file."


def test_one_update_left_out_is_said_in_the_singular(publish, follow, site):
    publish("Long ago", "x" * 99_000)
    publish("Now", LONG)
    follow()
    (said,) = site.parsed(DAY).find_class("empty")
    assert words_of(said) == "1 earlier update does not fit into this file."
    assert "Now" in site.text(DAY)


def test_a_short_day_leaves_nothing_out(publish, follow, site):
    for n in range(1, 4):
        publish(f"Update {n}")
    follow()
    assert site.parsed(DAY).find_class("empty") == []
    assert len(site.parsed(DAY).find_class("entry")) == 3


def test_more_updates_than_page_one_holds_are_counted_too(short_pages, publish, follow, site):
    for n in range(1, 10):
        publish(f"Update {n}")
    follow()
    assert len(site.parsed(DAY).find_class("entry")) == 5
    (said,) = site.parsed(DAY).find_class("empty")
    assert words_of(said) == "4 earlier updates do not fit into this file."


def test_an_update_too_long_for_the_file_leaves_a_file_that_says_so(publish, follow, site, mark):
    for n in range(1, 4):
        mark(mark(publish(f"Long {n}", "x" * 99_999), "pinned"), "key_event")
    follow()
    assert (site.root / DAY).stat().st_size <= 100_000
    (said,) = site.parsed(DAY).find_class("empty")
    assert words_of(said) == "3 earlier updates do not fit into this file."


@pytest.mark.parametrize("public", ["", "https://live.example.org/"])
def test_it_loads_nothing_and_leads_only_outside(
    public, settings, publish, follow, site, alice, blog, bring
):
    settings.DATELINE_PUBLIC_URL = public
    photo = bring()
    edit_blog(by=alice, blog=blog, masthead=Masthead(headline="Assad", photo=photo))
    publish("Aleppo", f"[Report](https://example.org/)\n\n::media{{id={photo.pk}}}")
    follow()
    page = site.page(DAY)
    assert all(one.startswith("data:image/") for one in page.loads)
    assert len(page.loads) == 1
    outside = ["https://example.org/"] + ([f"{public}{BLOG}/"] if public else [])
    assert sorted(page.links) == sorted(outside)
    assert "@import" not in site.text(DAY)
    assert re.findall(r"url\((?!['\"]?data:)", site.text(DAY)) == []
    assert "picture: see the live page" in site.text(DAY)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_its_photo_is_a_small_jpeg(kind, publish, follow, site, alice, blog, noise):
    edit_blog(by=alice, blog=blog, masthead=Masthead(headline="Assad", photo=noise(kind)))
    publish("Aleppo")
    follow()
    image, size = photo_of(site)
    assert image.format == "JPEG"
    assert size <= 14_000
    assert "Aleppo" in site.text(DAY)


def test_its_photo_is_never_enlarged(publish, follow, site, alice, blog, bring):
    photo = bring(size=(60, 40))
    edit_blog(by=alice, blog=blog, masthead=Masthead(headline="Assad", photo=photo))
    publish("Aleppo")
    follow()
    assert photo_of(site)[0].size == (60, 40)
    assert 'width="60" height="40"' in site.text(DAY)


def test_a_redacted_photo_is_gone(publish, follow, site, alice, owner, blog, bring):
    photo = bring()
    edit_blog(by=alice, blog=blog, masthead=Masthead(headline="Assad", photo=photo))
    follow()
    assert "data:image/jpeg" in site.text(DAY)
    redact_media(by=owner, media=photo, reason="It shows a face.")
    follow()
    assert "data:image/jpeg" not in site.text(DAY)


def test_a_correction_stands_in_it(publish, follow, site, alice):
    update = publish("Aleppo")
    text = Text(headline="Aleppo city")
    correct_update(by=alice, update=update, text=text, note="The city.", based_on=1)
    follow()
    (said,) = site.parsed(DAY).find_class("correction")
    assert words_of(said).endswith("The city.")
