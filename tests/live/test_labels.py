"""Every label is there in Arabic too, with all the forms that a number takes."""

import json
import re
import shutil
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.core.management import call_command
from django.utils.translation import override

import dateline.live
from dateline.live.labels import script_labels
from tests.live.site import BLOG

ROOM = Path(dateline.live.__file__).parent
FILLED = re.compile(r"\{\w+\}|%\(\w+\)s")


@pytest.fixture
def asked_for(tmp_path, monkeypatch):
    """Every message that the room's code and templates ask for, as gettext finds them."""
    shutil.copytree(ROOM, tmp_path / "live", ignore=shutil.ignore_patterns("locale", "assets"))
    (tmp_path / "live" / "locale").mkdir()
    monkeypatch.chdir(tmp_path / "live")
    call_command("makemessages", locale=["ar"], verbosity=0, no_obsolete=True)
    return {one.id for one in catalogue(tmp_path / "live") if one.id}


def catalogue(room):
    path = room / "locale/ar/LC_MESSAGES/django.po"
    return read_po(path.read_text(encoding="utf-8").splitlines(), locale="ar")


def forms(value):
    return value if isinstance(value, tuple) else (value,)


def test_every_message_has_its_arabic_and_no_other_is_kept(asked_for):
    translated = {one.id: one for one in catalogue(ROOM) if one.id}
    assert set(translated) == asked_for
    for message in translated.values():
        assert not message.fuzzy, message.id
        assert all(word.strip() for word in forms(message.string)), message.id
        assert len(forms(message.string)) == (6 if message.pluralizable else 1)


def test_no_translation_loses_or_invents_a_place_to_fill_in():
    for message in catalogue(ROOM):
        if not message.id:
            continue
        allowed = {name for one in forms(message.id) for name in FILLED.findall(one)}
        for words in forms(message.string):
            assert set(FILLED.findall(words)) <= allowed, message.id
        if not message.pluralizable:
            assert set(FILLED.findall(message.string)) == allowed, message.id


def test_the_built_catalogue_is_the_one_in_the_source():
    with override("ar"):
        assert script_labels()["copied"] == catalogue(ROOM).get("The link is copied.").string


def test_arabic_has_six_forms_for_a_number_and_english_two():
    with override("ar"):
        arabic = script_labels()["new_updates"]
    with override("en"):
        english = script_labels()["new_updates"]
    assert arabic == {
        "zero": "لا تحديثات جديدة",
        "one": "تحديث جديد",
        "two": "تحديثان جديدان",
        "few": "{n} تحديثات جديدة",
        "many": "{n} تحديثًا جديدًا",
        "other": "{n} تحديث جديد",
    }
    assert english == {"one": "{n} new update", "other": "{n} new updates"}


def test_a_page_carries_the_labels_of_its_language(publish, follow, site):
    publish("Aleppo")
    follow()
    with override("en"):
        expected = script_labels()
    for path in ("index.html", "u/1/index.html", "embed/index.html"):
        labels = site.parsed(f"{BLOG}/{path}").get_element_by_id("labels")
        assert json.loads(labels.text) == expected
