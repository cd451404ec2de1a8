"""Telegram's posts: fetched where their words are served, shown as people know them."""

import pytest

from dateline.archive.telegram import fetched_as, shown_as

POST = "https://t.me/sarmin_now/12"
SPELLINGS = [
    POST,
    "http://t.me/sarmin_now/12",
    "https://t.me/s/sarmin_now/12",
    "https://telegram.me/sarmin_now/12",
    "https://www.t.me/sarmin_now/12?single",
    "https://t.me/sarmin_now/12?embed=1&mode=tme",
    "https://t.me/sarmin_now/12/",
    "HTTPS://T.me/sarmin_now/12",
    "https://t.me/sarmin_now/12#reply",
]
OTHERS = [
    "https://t.me/sarmin_now",
    "https://t.me/s/sarmin_now",
    "https://t.me/c/1234567/12",
    "https://t.me/sarmin_now/12/34",
    "https://t.me/+AbCdEfGh",
    "https://t.me.example.org/sarmin_now/12",
    "https://example.org/?https://t.me/sarmin_now/12",
    "https://t.me/sarmin_now/12\nhttps://evil.example.org",
    "",
]


@pytest.mark.parametrize("address", SPELLINGS)
def test_every_spelling_of_a_post_is_the_one_post(address):
    assert fetched_as(address) == f"{POST}?embed=1&mode=tme"
    assert shown_as(address) == POST


@pytest.mark.parametrize("address", OTHERS)
def test_any_other_address_stays_as_it_is(address):
    assert fetched_as(address) == shown_as(address) == address
