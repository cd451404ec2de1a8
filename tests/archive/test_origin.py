"""Whose an address is: the site's, or an account's on a site of many."""

import pytest

from dateline.archive.origin import source_of

WHOSE = {
    "https://www.example.org/a/b": "example.org",
    "https://m.example.org/": "example.org",
    "https://amp.example.org./x": "example.org",
    "https://WWW.EXAMPLE.ORG:8443/": "example.org",
    "https://news.example.co.uk/": "news.example.co.uk",
    "https://m.org/": "m.org",
    "https://www.com/": "www.com",
    "https://t.me/sarmin_now/12": "t.me/sarmin_now",
    "https://t.me/s/Sarmin_Now": "t.me/sarmin_now",
    "https://twitter.com/WhiteHelmets/status/1": "x.com/whitehelmets",
    "https://mobile.twitter.com/WhiteHelmets": "x.com/whitehelmets",
    "https://x.com/i/status/1": "x.com",
    "https://x.com/i/web/status/1": "x.com",
    "https://www.reddit.com/r/syriancivilwar/comments/1/a": "reddit.com/syriancivilwar",
    "https://www.instagram.com/p/Abc/": "instagram.com",
    "https://www.facebook.com/watch/?v=1": "facebook.com",
    "https://telegram.me/sarmin_now/12": "t.me/sarmin_now",
    "https://www.facebook.com/groups/sarmin/posts/1": "facebook.com/sarmin",
    "https://www.tiktok.com/@lina/video/1": "tiktok.com/lina",
    "https://bsky.app/profile/lina.example.org/post/1": "bsky.app/lina.example.org",
    "https://x.com/": "x.com",
    "http://127.0.0.1:8000/": "127.0.0.1",
    "http://[2001:db8::1]/": "2001:db8::1",
    "https://пример.рф/": "пример.рф",
}


@pytest.mark.parametrize("address", WHOSE)
def test_an_address_tells_whose_it_is(address):
    assert source_of(address)[0] == WHOSE[address]


@pytest.mark.parametrize("address", ["", "urn:dateline:given:1", "/path", "not an address"])
def test_what_was_handed_in_has_no_source(address):
    assert source_of(address, author="Lina", site_name="Sarmin Today") == ("", "")


def test_a_site_is_called_as_it_calls_itself_else_by_its_address():
    assert source_of("https://example.org/a", site_name="The Agency")[1] == "The Agency"
    assert source_of("https://example.org/a", author="Lina")[1] == "example.org"


def test_an_account_is_called_by_its_author():
    assert source_of("https://t.me/sarmin_now/1", author="Sarmin Now")[1] == "Sarmin Now"
    assert source_of("https://t.me/sarmin_now/1")[1] == "sarmin_now"


def test_a_video_is_its_authors_who_alone_says_whose_it_is():
    first = source_of("https://www.youtube.com/watch?v=1", author="SANA")
    assert first == ("youtube.com SANA", "SANA")
    assert source_of("https://www.instagram.com/p/Abc/", author="Lina")[0] == "instagram.com Lina"
    assert source_of("https://youtu.be/1", site_name="YouTube") == ("youtu.be", "YouTube")


@pytest.mark.parametrize("long", ["author", "site_name"])
def test_nobody_has_a_name_longer_than_a_record_holds(long):
    for url in ("https://youtube.com/watch?v=1", f"https://t.me/{'x' * 999}", "https://a.org/"):
        address, name = source_of(url, **{long: "x" * 999})
        assert len(address) <= 300
        assert len(name) <= 120
