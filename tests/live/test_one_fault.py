"""One blog's or one picture's fault leaves all others as they should be."""

import json

import pytest

from dateline.ledger import storage
from dateline.ledger.verbs.columns import ColumnText, edit_column
from dateline.live import reports
from dateline.live.follow import Unwritten
from dateline.live.publish import BlogPublisher

pytestmark = pytest.mark.django_db


def test_a_blog_that_cannot_be_made_stops_no_other(
    data, follow, publish, owner, blog, other_blog, monkeypatch
):
    write = BlogPublisher.write

    def write_or_fail(self, planned, newest):
        if self.blog.pk == blog.pk:
            raise KeyError("a fault of the program")
        return write(self, planned, newest)

    publish("In the broken one")
    publish("In the other one", by=owner, blog=other_blog)
    monkeypatch.setattr(BlogPublisher, "write", write_or_fail)
    with pytest.raises(Unwritten) as unwritten:
        follow()
    assert [head.blog for head in unwritten.value.heads] == ["ukraine/2015-10-21"]
    monkeypatch.undo()
    assert {head.blog for head in follow()} == {"ukraine/2015-10-21", "putin-in-syria/2015-10-21"}
    page = data / "site" / "putin-in-syria" / "2015-10-21" / "index.html"
    assert "In the broken one" in page.read_text(encoding="utf-8")


def test_a_reports_page_that_cannot_be_made_stops_no_blog(
    follow, cite, site, report_page, monkeypatch
):
    def fail(site, pk):
        raise KeyError("a fault of the program")

    cite()
    monkeypatch.setattr(reports, "write", fail)
    with pytest.raises(Unwritten):
        follow()
    assert "being captured" in site.text("putin-in-syria/2015-10-21/index.html")
    monkeypatch.undo()
    follow()
    assert report_page() is not None


def test_a_picture_whose_bytes_are_lost_leaves_its_words(data, follow, publish, bring):
    media = bring()
    publish("With a picture", body=f'Words.\n\n::media{{id={media.pk} alt="A street"}}')
    storage.drop(media.sha256)
    follow()
    page = data / "site" / "putin-in-syria" / "2015-10-21" / "index.html"
    assert "Words." in page.read_text(encoding="utf-8")


def test_open_pages_load_themselves_anew_when_the_column_changes(data, follow, owner, column, blog):
    follow()
    text = ColumnText(name="Another", publisher="Someone else", zone="Asia/Tokyo")
    edit_column(by=owner, column=column, text=text)
    follow()
    folder = data / "site" / "putin-in-syria" / "2015-10-21"
    head = json.loads((folder / "head.json").read_text())
    assert head["rev"] == 2
    assert json.loads((folder / "rev/2.json").read_text())["reload"]
    assert not json.loads((folder / "rev/1.json").read_text())["reload"]
