"""What may be stored, with the hostile rows that no way in may let through."""

from datetime import UTC, datetime

import pytest
from django.apps import apps
from django.db import models

from dateline.ledger.checks import (
    RESERVED_SLUGS,
    check_language,
    check_reason,
    check_slug,
    check_texts,
    check_zone,
    require_aware,
    require_words,
    storable,
)
from dateline.ledger.models import Update
from dateline.ledger.refusal import Refused

UNSTORABLE = ["\0", "a\0b", "\ud800", "\udfff", "a\udc80b"]

TEXTS = [
    (model, field)
    for model in apps.get_app_config("ledger").get_models()
    for field in model._meta.concrete_fields
    if isinstance(field, models.CharField | models.TextField) and field.max_length
]
each_text = pytest.mark.parametrize(("model", "field"), TEXTS, ids=str)


@pytest.mark.parametrize(
    "slug", ["a", "2015-10-21", "putin-in-syria", "x" * 60, "0", "deskilled", "pages"]
)
def test_an_address_that_is_one(slug):
    check_slug(slug)


@pytest.mark.parametrize(
    "slug",
    [
        *("", " ", "-", "a-", "-a", "a--b", "A", "a b", "a_b", "a.b", "ä", "а", "١", "x" * 61),
        *("..", "../etc", "a/b", "a\\b", "a\n", "a\0", "%2e", "a?b", "a#b", "con:", "\ud800"),
        *sorted(RESERVED_SLUGS),
    ],
)
def test_an_address_that_is_none(slug):
    with pytest.raises(Refused):
        check_slug(slug)


@pytest.mark.parametrize("zone", ["UTC", "Asia/Damascus", "Europe/Kyiv", "America/Argentina/Salta"])
def test_a_zone_that_is_one(zone):
    check_zone(zone)


@pytest.mark.parametrize(
    "zone",
    [
        *("Mars/Olympus", "Damascus", "Asia", "../../../etc/passwd", "/etc/localtime", "a\0b"),
        *("tzdata.zi", "zone.tab", "\ud800", "x" * 5000, "Asia/Damascus\n", "..", "."),
    ],
)
def test_a_zone_that_is_none(zone):
    with pytest.raises(Refused, match="no time zone"):
        check_zone(zone)


@pytest.mark.parametrize("language", ["en", "ar", "ckb", "pt-BR", "zh-Hant-TW", "sr-Latn"])
def test_a_language_that_is_one(language):
    check_language(language)


@pytest.mark.parametrize(
    "language",
    ["", "e", "english", "en_GB", "en-", "-en", 'en" onload="', "en\n", "en\0", "\ud800", "عر"],
)
def test_a_language_that_is_none(language):
    with pytest.raises(Refused, match="no language tag"):
        check_language(language)


@each_text
@pytest.mark.parametrize("text", UNSTORABLE, ids=ascii)
def test_no_field_takes_what_cannot_be_stored(model, field, text):
    with pytest.raises(Refused, match="cannot be stored"):
        check_texts(model(**{field.name: text}))


@each_text
def test_no_field_takes_more_than_it_holds(model, field):
    check_texts(model(**{field.name: "ж" * field.max_length}))
    with pytest.raises(Refused, match="is the most"):
        check_texts(model(**{field.name: "ж" * (field.max_length + 1)}))


@pytest.mark.parametrize(
    "text", ["الأسد", "👩\u200d🚒", "\U0010ffff", "a\u202eb", "<script>", "'--"]
)
def test_any_other_text_is_a_text(text):
    check_texts(Update(headline=text))


def test_a_reason_is_held_to_the_same():
    check_reason("x" * 300)
    for reason in [*UNSTORABLE, "x" * 301]:
        with pytest.raises(Refused):
            check_reason(reason)


def test_what_the_program_notes_loses_only_what_cannot_be_stored():
    assert storable("a\0 \ud800قال\udfff\n\u202e") == "a قال\n\u202e"
    assert not any(storable(text).strip("ab") for text in UNSTORABLE)


@pytest.mark.parametrize("text", ["", " ", "\n\t\r", "\u00a0\u2003\u2028"])
def test_white_space_is_no_word(text):
    with pytest.raises(Refused, match="Headline is missing"):
        require_words(text, "Headline")


def test_words_come_back_without_outer_white_space():
    assert require_words("\u00a0 a b \n", "Headline") == "a b"


def test_a_time_needs_its_zone():
    require_aware(datetime(2015, 10, 21, tzinfo=UTC), "The time")
    with pytest.raises(Refused, match="The time needs"):
        require_aware(datetime(2015, 10, 21), "The time")  # noqa: DTZ001  that is the attack
