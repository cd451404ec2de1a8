"""Opening a column, and changing what it says of itself."""

import pytest

from dateline.ledger.models import Column, Entry
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.columns import ColumnText, edit_column, open_column

pytestmark = pytest.mark.django_db


def text(**words):
    return ColumnText(**{"name": "Syria", "publisher": "The Interpreter"} | words)


def test_it_opens_a_column_and_logs_it(owner, holds):
    column = open_column(by=owner, slug="syria", text=text(zone="Asia/Damascus", language="ar"))
    entry = Entry.objects.last()
    assert (entry.verb, entry.object, entry.who) == ("open_column", f"column:{column.pk}", owner)
    assert entry.content.body["before"] is None
    assert entry.content.body["after"]["zone"] == "Asia/Damascus"
    assert holds()


def test_an_empty_byline_means_the_desk(owner):
    assert open_column(by=owner, slug="syria", text=text(byline="  ")).byline == "the desk"


def test_white_space_around_words_goes(owner):
    assert open_column(by=owner, slug="syria", text=text(name="  Syria\n")).name == "Syria"


def test_no_two_columns_share_an_address(owner, column):
    with pytest.raises(Refused, match="already"):
        open_column(by=owner, slug=column.slug, text=text())
    assert Column.objects.count() == 1


@pytest.mark.parametrize("missing", ["name", "publisher"])
def test_it_needs_a_name_and_a_publisher(owner, missing):
    with pytest.raises(Refused, match="missing"):
        open_column(by=owner, slug="syria", text=text(**{missing: " \t"}))
    assert not Column.objects.exists()


def test_it_keeps_what_was_before_and_its_address(owner, column, holds):
    edited = edit_column(by=owner, column=column, text=text(name="Russia in Syria"))
    body = Entry.objects.last().content.body
    assert (body["before"]["name"], body["after"]["name"]) == ("Putin in Syria", "Russia in Syria")
    assert edited.slug == "putin-in-syria"
    assert holds()


def test_a_refused_edit_changes_nothing(owner, column, holds):
    with pytest.raises(Refused):
        edit_column(by=owner, column=column, text=text(zone="Mars/Olympus"))
    assert Column.objects.get().zone == "Asia/Damascus"
    assert holds()


def test_it_carries_a_logo(owner, column, photo, holds):
    assert edit_column(by=owner, column=column, text=text(logo=photo)).logo == photo
    assert holds()
