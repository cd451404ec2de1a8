"""Those at one column's desk see each other for seconds; nobody else does, and nothing is kept."""

import pytest
from django.core.cache import cache

from dateline.desk.presence import here as presence
from dateline.ledger.models import Entry, Update
from dateline.ledger.verbs import redacting
from dateline.ledger.verbs.people import give_role, set_active, take_role
from tests.conftest import member
from tests.desk.reports.archive import captured, flagged

pytestmark = pytest.mark.django_db


@pytest.fixture
def beat(enter, blog):
    """Beat as someone: `beat(alice, doing="reading", on=report)` returns what they hear."""

    def _beat(person, doing="here", on=None, **more):
        form = {"doing": doing, "on": str(on.pk) if on else "", **more}
        return enter(person).post(f"/desk/blogs/{blog.pk}/here/", form).json()

    return _beat


def heard(answer):
    return [(one["name"], one["doing"]) for one in answer["people"]]


@pytest.mark.parametrize(
    ("doing", "words"),
    [
        ("writing", "writes a new update"),
        ("reading", "reads a report"),
        ("reviewing", "reviews the wire"),
        ("here", "is here"),
    ],
)
def test_each_is_told_what_the_other_does(beat, alice, carl, doing, words):
    beat(alice, doing)
    assert heard(beat(carl)) == [("Alice", words)]
    assert heard(beat(alice, doing)) == [("Carl", "is here")]


def test_who_holds_an_update_is_told_since_when(beat, alice, carl, write, blog):
    update = write("Talks in Vienna")
    beat(alice, "writing", update)
    (held,) = beat(carl)["people"]
    assert held["doing"] == "writes \u2068“Talks in Vienna”\u2069"
    assert held["update"] == str(update.pk)
    assert held["since"].count(":") == 1
    began = [one.since for _, one in presence.others_here(carl, blog.column)]
    beat(alice, "writing", update)
    assert [one.since for _, one in presence.others_here(carl, blog.column)] == began
    beat(alice, "reviewing")
    assert [one.since for _, one in presence.others_here(carl, blog.column)] > began


def test_who_reads_a_report_is_told(beat, alice, carl):
    report = captured(alice)
    beat(alice, "reading", report)
    (reading,) = beat(carl)["people"]
    assert reading["doing"] == "reads \u2068“Twelve dead in raids on Sarmin”\u2069"
    assert reading["report"] == str(report.pk)


def test_a_held_report_is_not_named_to_whoever_may_not_know_it(
    beat, owner, alice, carl, monkeypatch
):
    report = captured(alice, "https://planted.example.org/", title="Planted")
    flagged(alice, report, protected=True)
    beat(alice, "reading", report)
    assert beat(carl)["people"] == [
        {"name": "Alice", "doing": "reads a report", "since": beat(carl)["people"][0]["since"]}
    ]
    assert heard(beat(owner))[0][1] == "reads \u2068“Planted”\u2069"
    monkeypatch.setattr(redacting, "forget_freed_pages", lambda: None)  # the test holds the log
    redacting.redact_report(by=owner, report=report, reason="A name.")
    assert heard(beat(owner))[0][1] == "reads a report"


def test_an_update_of_another_column_is_not_named(beat, owner, alice, write, other_blog):
    theirs = write("Donetsk", by=owner, blog=other_blog)
    beat(owner, "writing", theirs)
    (told,) = beat(alice)["people"]
    assert (told["doing"], "update" in told) == ("writes a new update", False)


def test_a_headline_is_cut_and_only_words(beat, alice, carl, write):
    beat(alice, "writing", write("<b>" + "long " * 30))
    (told,) = beat(carl)["people"]
    assert told["doing"].startswith("writes \u2068“<b>long")
    assert len(told["doing"]) < 80


def test_who_is_out_of_sight_hears_and_is_not_heard_of(beat, alice, carl):
    beat(alice)
    assert heard(beat(carl, doing="")) == [("Alice", "is here")]
    assert heard(beat(alice)) == []


@pytest.mark.parametrize("doing", ["sleeping", "x" * 10_000, "<script>", "\x00"])
@pytest.mark.parametrize("on", ["", "x", "' OR 1=1", "9" * 5_000])
def test_what_makes_no_sense_is_nothing_that_one_does(enter, blog, alice, carl, doing, on):
    here = f"/desk/blogs/{blog.pk}/here/"
    form = {"doing": doing, "on": on, "since": on}
    assert enter(alice).post(here, form).status_code == 200
    assert enter(carl).post(here, {"doing": "here", "on": on}).json()["people"] == []


def test_whoever_is_not_heard_of_is_gone(beat, alice, carl, blog):
    beat(alice)
    cache.delete(f"here:{blog.column.pk}:{alice.pk}")
    assert heard(beat(carl)) == []
    assert presence.KEPT_S <= 20


def test_only_those_with_a_role_in_the_column_see_each_other(
    beat, enter, blog, owner, alice, carl, sam, other_column, other_blog
):
    eve = member(owner, "eve", "editor", other_column)
    for stranger in (eve, sam):
        answer = enter(stranger).post(f"/desk/blogs/{blog.pk}/here/", {"doing": "here"})
        assert answer.status_code == 404
    enter(eve).post(f"/desk/blogs/{other_blog.pk}/here/", {"doing": "here"})
    beat(owner)
    assert heard(beat(alice)) == [("Olga", "is here")]


def test_whoever_lost_their_role_is_gone_at_once(beat, owner, alice, carl, blog):
    beat(carl)
    take_role(by=owner, role=carl.roles.get())
    assert heard(beat(alice)) == []
    give_role(by=owner, person=carl, name="editor", column=blog.column)
    assert heard(beat(alice)) == [("Carl", "is here")]
    set_active(by=owner, person=carl, active=False)
    assert heard(beat(alice)) == []


def test_it_writes_nothing_into_the_ledger(beat, alice, write):
    update = write("Talks")
    before = Entry.objects.count(), Update.objects.get().revision
    beat(alice, "writing", update)
    assert (Entry.objects.count(), Update.objects.get().revision) == before


def test_it_is_a_form_of_someone_signed_in(client, enter, blog, alice):
    here = f"/desk/blogs/{blog.pk}/here/"
    assert client.post(here, {"doing": "here"}).status_code == 401
    assert enter(alice).get(here).status_code == 405
    assert enter(alice, enforce_csrf_checks=True).post(here).status_code == 403


def test_many_at_the_desk_cost_no_more_questions(
    beat, enter, blog, owner, alice, column, write, django_assert_max_num_queries
):
    for number in range(12):
        person = member(owner, f"p{number}", "editor", column)
        beat(person, "writing", write(f"Update {number}"))
    here, form = enter(alice), {"doing": "here", "since": "1"}
    with django_assert_max_num_queries(15):
        answer = here.post(f"/desk/blogs/{blog.pk}/here/", form)
    assert len(answer.json()["people"]) == 12
