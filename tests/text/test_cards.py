from dataclasses import replace

import pytest

from dateline.text import Card, Image, Words, player_of, render

from .cards import CARDS, EMBED, PICTURE, RAID, VIDEO, WATCH
from .page import Page


def page(markdown, **settings):
    return Page(render(markdown, **{"images": {}, "cards": CARDS, **settings}))


def shown(card, **settings):
    return page("::card{report=x}", cards={"x": card}, **settings)


def test_a_card_says_whose_report_it_is_what_it_says_and_how_it_stands():
    card = page("Before\n::card{report=raid}\nAfter")
    assert card.one("figure", "card")
    assert card.one("p", "dateline").text == "SMART · smart.example"
    assert card.one("p", "title").text == "Twelve dead in raids on Sarmin"
    assert card.one("p", "author").text == "Nour"
    assert card.one("p", "excerpt").text == "Aircraft struck the town twice."
    assert card.one("p", "note").text == "kept since 21 Oct 17:58 UTC"


def test_a_card_leads_to_the_reports_page_and_to_the_original():
    title, kept, original = page("::card{report=raid}").all("a")
    assert title.attributes == {"href": RAID.page, "rel": "noopener"}
    assert (kept.text, kept.attributes["href"]) == ("What the desk keeps", RAID.page)
    assert original.text == "The original at smart.example"
    assert original.attributes == {"href": RAID.address, "class": "leaves", "rel": "noopener"}


def test_the_words_of_a_report_stand_in_its_language_and_the_rest_in_the_readers():
    card = page("::card{report=video}", language="en")
    for kind in ("title", "excerpt"):
        attributes = card.one("p", kind).attributes
        assert (attributes["lang"], attributes["dir"]) == ("ar", "rtl")
    assert card.one("p", "dateline").attributes["dir"] == "ltr"
    assert card.one("span").attributes == {"dir": "auto"}
    assert page("::card{report=raid}", language="fa").one("p", "note").attributes["dir"] == "rtl"


def test_a_picture_comes_from_the_archive_and_loads_when_it_comes_near():
    image = page("::card{report=raid}").one("img").attributes
    assert (image["src"], image["alt"], image["loading"]) == (PICTURE.sources[0][0], "", "lazy")


def test_a_graphic_picture_waits_behind_a_click_that_needs_no_script():
    card = shown(replace(RAID, graphic=True))
    assert card.one("img").within == ("figure", "details")
    assert card.one("img").attributes["alt"] == "Smoke"
    assert card.one("img").attributes["loading"] == "lazy"
    assert card.one("summary").text == "Graphic picture: show it"
    assert card.one("details").attributes == {"class": "graphic", "data-number": "report-x"}


def test_a_graphic_video_waits_behind_the_same_click():
    assert "details" in shown(replace(VIDEO, graphic=True)).one("a", "load-player").within
    assert not shown(Card("kept", title="a", graphic=True)).all("details")


def test_a_video_is_a_link_to_the_original_that_a_script_may_turn_into_a_player():
    card = page("::card{report=video}")
    assert card.one("a", "load-player").text == "Load the video from youtube-nocookie.com"
    assert card.one("a", "load-player").attributes == {
        "href": WATCH,
        "class": "load-player",
        "data-player": EMBED,
        "data-kind": "video",
        "rel": "noopener",
    }
    assert not card.all("iframe")


@pytest.mark.parametrize(
    ("address", "label"),
    [
        ("https://t.me/idlib/1", "Load the post from t.me"),
        ("https://www.openstreetmap.org/#map=9/35/36", "Load the map from openstreetmap.org"),
    ],
)
def test_posts_and_maps_are_called_so(address, label):
    card = shown(replace(VIDEO, address=address, player=player_of(address)))
    assert card.one("a", "load-player").text == label


def test_what_is_being_captured_leads_to_the_original_alone():
    card = shown(Card("capturing", page="../reports/x/", address="https://www.a.org/b", title="B"))
    assert {a.attributes["href"] for a in card.all("a")} == {"https://www.a.org/b"}
    assert card.one("p", "dateline").text == "a.org"
    assert card.one("p", "note").text == "being captured"


def test_a_report_without_a_title_shows_its_address():
    card = shown(Card("capturing", address="https://www.a.org/b?c"))
    assert card.one("p", "address").text == "a.org/b?c"
    assert card.one("p", "address").attributes["dir"] == "ltr"


def test_what_could_not_be_reached_says_so_and_is_not_called_kept():
    card = shown(Card("unreachable", page="../reports/x/", address="https://a.org", note="3 tries"))
    assert card.one("p", "note").text == "could not be reached yet · 3 tries"
    assert [a.attributes["href"] for a in card.all("a")] == ["../reports/x/", "https://a.org"]
    assert "keeps" not in card.text


def test_a_paste_has_no_original():
    card = shown(replace(RAID, address=""))
    assert {a.attributes["href"] for a in card.all("a")} == {RAID.page}


def test_a_held_card_says_that_it_is_held_and_nothing_else():
    card = page("::card{report=held}")
    assert card.text.strip() == "Report held by the desk"
    assert [element.tag for element in card.elements] == ["figure", "p"]


def test_an_unknown_report_says_so():
    card = page("::card{report=gone}")
    assert card.one("figure", "missing").text.strip() == "report not available"


def test_labels_are_the_callers():
    words = Words(original="Оригинал: {site}", kept_copy="Копия", load_video="{host}?")
    said = shown(VIDEO, words=words).text
    assert all(label in said for label in ("Оригинал: youtube.com", "Копия", "youtube-nocookie"))


@pytest.mark.parametrize(
    ("attributes", "said"),
    [
        ("report=raid", "SMART · smart.example/1 · not checked"),
        ('report=raid source="A witness"', "A witness · smart.example/1 · not checked"),
        ("report=raid source=s1", "Civil Defence · smart.example/1 · not checked"),
        ("report=gone", "a source known to the desk · report not available"),
        ("source=s1", "Civil Defence"),
        ("source=s2", "s2"),
    ],
)
def test_a_quote_says_who_speaks_and_what_it_rests_on(attributes, said):
    quote = page(f":::quote{{{attributes}}}\na\n:::", sources={"s1": "Civil Defence"})
    assert quote.one("figcaption").text == said


def test_a_quote_leads_to_its_reports_page_unless_it_is_held():
    ways = page(":::quote{report=raid}\na\n:::").all("a")
    assert [one.attributes["href"] for one in ways] == [RAID.page, RAID.address]
    assert not page(":::quote{report=held}\na\n:::").all("a")


def test_a_quote_is_in_its_reports_language_unless_it_names_another():
    (quote,) = page(":::quote{report=video}\na\n:::").all("blockquote")
    assert (quote.attributes["lang"], quote.attributes["dir"]) == ("ar", "rtl")
    (quote,) = page(":::quote{report=video lang=en}\na\n:::").all("blockquote")
    assert quote.attributes["lang"] == "en"


def test_in_a_feed_addresses_are_whole():
    own = "https://desk.example/live/"
    image = Image(((own + "media/p.jpg", 400),), 4, 3, alt="", credit="")
    card = shown(replace(RAID, page=own + "reports/x/", image=image))
    assert card.one("img").attributes["src"] == own + "media/p.jpg"
    assert card.all("a")[0].attributes["href"] == own + "reports/x/"
