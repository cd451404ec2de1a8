"""What a page says to machines, read back as a search engine does."""

import extruct
import pytest

from dateline.ledger.verbs.blogs import Masthead, close_blog, edit_blog, reopen_blog
from dateline.ledger.verbs.columns import ColumnText, edit_column
from dateline.ledger.verbs.publishing import correct_update, withdraw_update
from dateline.ledger.verbs.writing import Text
from tests.live.site import BLOG

PUBLIC = "https://live.example.org/"
HOSTILE = "</script><script>alert(1)</script><!-- <script> ]]> \u2028 & “x”"


@pytest.fixture
def said(follow, site):
    """Follow, and return what a page says: `said("index.html")`."""

    def _said(path="index.html"):
        follow()
        found = extruct.extract(site.text(f"{BLOG}/{path}"), syntaxes=["json-ld", "opengraph"])
        (value,) = found["json-ld"]
        assert len(found["opengraph"]) == 1
        return value

    return _said


def test_a_live_blog(publish, said, blog):
    publish("Aleppo", "Two *strikes*.", byline="Pierre")
    value = said()
    assert (value["@context"], value["@type"]) == ("https://schema.org", "LiveBlogPosting")
    assert (value["headline"], value["description"]) == ("Assad in Moscow", "The day after.")
    assert value["coverageStartTime"] == value["datePublished"]
    assert value["publisher"] == {"@type": "Organization", "name": "The Interpreter"}
    (update,) = value["liveBlogUpdate"]
    assert update["@type"] == "BlogPosting"
    assert (update["headline"], update["articleBody"]) == ("Aleppo", "Two strikes.")
    assert update["author"]["name"] == "Pierre"
    assert "url" not in value


@pytest.mark.parametrize("path", ["index.html", "u/1/index.html"])
def test_the_end_of_coverage_is_said_only_once_it_is_closed(path, publish, said, blog, alice):
    publish("Aleppo")
    assert "coverageEndTime" not in said(path)
    closed = close_blog(by=alice, blog=blog)
    assert said(path)["coverageEndTime"] == closed.closed_at.strftime("%Y-%m-%dT%H:%M:%SZ")
    reopen_blog(by=alice, blog=blog)
    assert "coverageEndTime" not in said(path)


@pytest.mark.parametrize("path", ["index.html", "u/1/index.html"])
@pytest.mark.parametrize("address", ["", PUBLIC])
def test_logo_and_photo_lead_to_their_files(
    address, path, settings, publish, said, owner, alice, column, blog, bring, site
):
    settings.DATELINE_PUBLIC_URL = address
    text = ColumnText(name="Syria", publisher="The Interpreter", logo=bring("PNG", (60, 20)))
    edit_column(by=owner, column=column, text=text)
    photo = bring(size=(2000, 1000))
    edit_blog(by=alice, blog=blog, masthead=Masthead(headline="Assad", photo=photo))
    publish("Aleppo")
    value = said(path)
    logo, image = value["publisher"]["logo"], value["image"]
    assert (logo["@type"], logo["width"], logo["height"]) == ("ImageObject", 60, 20)
    assert (image["width"], image["height"], image["creditText"]) == (1600, 800, "SMART")
    for picture in (logo, image):
        file = (site.root / BLOG / path).parent / picture["url"]
        if address:
            file = site.root / picture["url"].removeprefix(PUBLIC)
        assert file.is_file(), picture["url"]


def test_a_public_address_is_said(settings, publish, said):
    settings.DATELINE_PUBLIC_URL = PUBLIC
    publish("Aleppo")
    assert said()["url"] == f"{PUBLIC}{BLOG}/"
    assert said()["liveBlogUpdate"][0]["url"] == f"{PUBLIC}{BLOG}/u/1/"
    assert said("u/1/index.html")["url"] == f"{PUBLIC}{BLOG}/u/1/"


def test_a_correction_moves_the_time_and_a_withdrawn_update_is_not_said(publish, said, alice):
    first, second = publish("Aleppo"), publish("Homs")
    text = Text(headline="Aleppo city")
    correct_update(by=alice, update=first, text=text, note="The city.", based_on=1)
    withdraw_update(by=alice, update=second, reason="Wrong.")
    (update,) = said()["liveBlogUpdate"]
    assert update["headline"] == "Aleppo city"
    assert update["dateModified"] >= update["datePublished"]


def test_no_text_can_break_out_of_its_script(publish, said, alice, blog, site):
    edit_blog(by=alice, blog=blog, masthead=Masthead(headline=HOSTILE, lead=HOSTILE))
    publish(HOSTILE, HOSTILE, byline=HOSTILE)
    value = said()
    assert value["headline"] == HOSTILE
    assert value["liveBlogUpdate"][0]["headline"] == HOSTILE
    for path in ("index.html", "u/1/index.html"):
        scripts = site.parsed(f"{BLOG}/{path}").xpath("//script/@type")
        assert scripts == ["application/ld+json", "module", "application/json"]
