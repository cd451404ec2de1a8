"""Redaction: a look first, then for good; the words leave no trace on the way."""

import logging
import re

import pytest

from dateline.ledger.models import Column, Entry, Media
from dateline.ledger.verbs.sources import PartyText, SourceText, add_party, edit_source
from dateline.ledger.verbs.watching import add_watch
from tests.desk.conftest import words_of
from tests.desk.matrix.world import build
from tests.desk.reports.archive import captured

# The checkpoint after a redaction cannot run inside a test's own transaction.
pytestmark = pytest.mark.django_db(transaction=True)

WORDS = "Ahmad Doe"
FIND, TAKE = "/desk/redaction/words/", "/desk/redaction/words/take/"


@pytest.fixture
def named(publish):
    """A public update that names someone whom it should not."""
    return publish("A witness speaks", f"{WORDS} saw it.")


def test_an_update_goes_whole(enter, owner, named):
    address = f"/desk/updates/{named.pk}/redact/"
    assert "This cannot be undone" in words_of(enter(owner).get(address))
    assert enter(owner).post(address, {"reason": " "}).status_code == 400
    response = enter(owner).post(address, {"reason": "A private person."})
    named.refresh_from_db()
    assert (named.status, named.body) == ("redacted", "")
    assert response["Location"].startswith("/desk/redaction/")
    assert enter(owner).post(address, {"reason": "Again."}).status_code == 400


def test_an_editor_redacts_nothing(enter, alice, named, media):
    here = enter(alice)
    assert here.post(f"/desk/updates/{named.pk}/redact/", {"reason": "x"}).status_code == 403
    assert here.post(FIND, {"words": WORDS}).status_code == 403
    assert here.post(TAKE, {"words": WORDS, "reason": "x"}).status_code == 403
    assert here.post(f"/desk/redaction/pictures/{media.pk}/", {"reason": "x"}).status_code == 403
    named.refresh_from_db()
    assert WORDS in named.body


def test_a_columns_owner_redacts_updates_there_and_no_words_everywhere(enter, olivia, named):
    assert enter(olivia).post(FIND, {"words": WORDS}).status_code == 403
    response = enter(olivia).post(f"/desk/updates/{named.pk}/redact/", {"reason": "Private."})
    assert response.status_code == 302
    assert enter(olivia).get(response["Location"]).status_code == 200


def test_first_it_is_shown_where_words_stand(enter, owner, named):
    page = words_of(enter(owner).post(FIND, {"words": "ahmad doe"}))
    assert "They stand in 1 place" in page
    assert "A witness speaks" in page
    named.refresh_from_db()
    assert WORDS in named.body


def test_then_they_are_taken_out(enter, owner, named):
    response = enter(owner).post(TAKE, {"words": WORDS, "reason": "A private person."})
    assert response.status_code == 302
    named.refresh_from_db()
    assert WORDS not in named.body
    again = enter(owner).post(TAKE, {"words": WORDS, "reason": "A private person."})
    assert again.status_code == 400
    assert "stand nowhere" in words_of(again)


def test_words_leave_no_trace_on_the_way(enter, owner, named, caplog):
    caplog.set_level(logging.DEBUG)
    here = enter(owner)
    here.post(FIND, {"words": WORDS})
    response = here.post(TAKE, {"words": WORDS, "reason": "A private person."})
    result = here.get(response["Location"])
    assert "Doe" not in response["Location"]
    assert "Doe" not in words_of(result)
    assert "Doe" not in "".join(m for m in caplog.messages if "desk" in m)
    assert "Doe" not in str(dict(here.session))
    assert not any("Doe" in morsel.value for morsel in here.cookies.values())
    assert here.get(FIND, {"words": WORDS}).status_code == 200
    assert WORDS not in words_of(here.get(FIND, {"words": WORDS}))


@pytest.mark.parametrize("words", ["", "a", "ab\nlong enough", "\x00\x00\x00", "x" * 5001])
def test_words_too_short_or_strange_are_refused(enter, owner, named, words):
    assert enter(owner).post(FIND, {"words": words}).status_code == 400
    assert enter(owner).post(TAKE, {"words": words, "reason": "x"}).status_code == 400


def test_a_reason_that_holds_the_words_is_refused(enter, owner, named):
    response = enter(owner).post(TAKE, {"words": WORDS, "reason": f"It named {WORDS}."})
    assert response.status_code == 400
    named.refresh_from_db()
    assert WORDS in named.body


def test_a_picture_goes_wherever_it_stands(enter, owner, media, publish):
    publish("Two", f"::media{{id={media.pk}}}")
    address = f"/desk/redaction/pictures/{media.pk}/"
    assert str(media.pk) in words_of(enter(owner).get("/desk/redaction/pictures/"))
    response = enter(owner).post(address, {"reason": "A face."})
    assert Media.objects.get().redacted
    entries = Entry.objects.filter(verb="redact").order_by("sequence")
    first, last = entries.first().sequence, entries.last().sequence
    assert response["Location"] == f"/desk/redaction/{first}-{last}/"
    assert last == first + 1
    assert enter(owner).get(address).status_code == 404


def test_the_result_waits_for_the_site_and_lists_what_to_purge(enter, owner, named, data):
    here = enter(owner)
    result = here.post(f"/desk/updates/{named.pk}/redact/", {"reason": "Private."})["Location"]
    assert "Being rewritten" in words_of(here.get(result))
    sequence = Entry.objects.get(verb="redact").sequence
    purge = data / "purge"
    purge.mkdir(exist_ok=True)
    (purge / f"{sequence}.txt").write_text("a/b/index.html\na/b/u/1/index.html\n")
    page = words_of(here.get(result))
    assert "The site is rewritten" in page
    assert "a/b/u/1/index.html" in page
    assert "Backups made before this moment" in page
    part = words_of(here.get(result, headers={"HX-Request": "true"}))
    assert "<html" not in part


@pytest.mark.parametrize(
    "span", ["1-1", "2-1", "1-999999", "99999999999999999999-99999999999999999999"]
)
def test_no_other_entries_are_shown(enter, alice, named, span):
    assert enter(alice).get(f"/desk/redaction/{span}/").status_code == 404


def test_words_in_an_address_move_the_column(enter, owner, column):
    enter(owner).post(TAKE, {"words": "putin", "reason": "A test."})
    slug = Column.objects.get().slug
    assert enter(owner).get(f"/desk/columns/{slug}/").status_code == 200


def test_every_kind_of_record_that_can_hold_words_has_its_page(enter, owner, alice, blog, publish):
    report = captured(alice, title="Shelter")
    edit_source(by=owner, source=report.source, text=SourceText(name="Shelter"))
    add_party(by=owner, text=PartyText(name="Shelter"))
    add_watch(by=owner, address="https://example.org/shelter")
    publish("Shelter")
    found = enter(owner).post("/desk/redaction/words/", {"words": "shelter"})
    words = words_of(found)
    for kind in ("Report", "Source", "Party", "Watch", "Update"):
        assert f">{kind}" in words
    for address in re.findall(r'class="row" href="([^"]+)"', words):
        assert enter(owner).get(address).status_code == 200


def test_the_owner_can_open_every_place_of_a_whole_columns_words(enter, db):
    world = build()
    words = "quartz\nochre\nit was mended"
    found = words_of(enter(world.owner).post(FIND, {"words": words}))
    kinds = ("Incident", "Front", "Summary", "Check of a report", "Signed sentence on an incident")
    assert [kind for kind in kinds if f">{kind}<" not in found] == []
    for address in set(re.findall(r'class="row" href="([^"]+)"', found)):
        assert enter(world.owner).get(address).status_code == 200
