"""A column's summary: saved, signed, replaced, withdrawn, and never resting on nothing."""

import uuid
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from dateline.ledger.models import Content, Summary
from dateline.ledger.refusal import Collision, NotAllowed, Refused
from dateline.ledger.verbs.fronts import add_front
from dateline.ledger.verbs.redacting import redact_words
from dateline.ledger.verbs.summaries import (
    Clause,
    Window,
    publish_summary,
    save_summary,
    withdraw_summary,
)
from tests.ledger.fronted import IDLIB, WEEK, quiet

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def front(alice, column):
    return add_front(by=alice, column=column, text=IDLIB)


@pytest.fixture
def save(alice, column, front):
    """Save a draft: `save(based_on=0, words="…")`."""

    def _save(based_on=0, words="Nothing new.", clauses=None, **change):
        said = (replace(quiet(front), words=words, **change),) if clauses is None else clauses
        of = {"window": WEEK, "clauses": said, "based_on": based_on}
        return save_summary(by=alice, column=column, **of)

    return _save


def test_one_draft_is_edited_until_it_is_signed(save, alice, holds):
    first = save()
    second = save(based_on=1, words="Still nothing.")
    assert (second.pk, second.revision) == (first.pk, 2)
    signed = publish_summary(by=alice, summary=second, based_on=2)
    assert (signed.status, signed.signed) == ("published", "Alice")
    assert signed.clauses[0]["words"] == "Still nothing."
    assert holds()


def test_a_newer_edition_replaces_the_one_that_stood(save, alice, holds):
    old = publish_summary(by=alice, summary=save(), based_on=1)
    new = publish_summary(by=alice, summary=save(words="More."), based_on=1)
    old.refresh_from_db()
    assert (old.status, new.status) == ("replaced", "published")
    assert holds()


def test_of_two_who_save_at_once_the_second_is_told(save, alice):
    save()
    with pytest.raises(Collision, match="Look at both") as told:
        save(based_on=0)
    assert told.value.newest == 1
    with pytest.raises(Collision):
        publish_summary(by=alice, summary=Summary.objects.get(), based_on=0)


def test_a_withdrawn_one_says_why(save, alice, holds):
    signed = publish_summary(by=alice, summary=save(), based_on=1)
    gone = withdraw_summary(by=alice, summary=signed, reason="It named a shelter.")
    assert (gone.status, gone.reason) == ("withdrawn", "It named a shelter.")
    with pytest.raises(Refused, match="is withdrawn"):
        withdraw_summary(by=alice, summary=signed, reason="Again.")
    assert holds()


def test_an_attributed_clause_cites_something(save):
    with pytest.raises(Refused, match="cites no claim"):
        save(sort="attributed")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"words": " "}, "missing"),
        ({"words": "x" * 1001}, "at most 1000"),
        ({"sort": "rumour"}, "attributed, a silence or an assessment"),
        ({"front": uuid.uuid4()}, "a front that this column does not have"),
        ({"claims": (uuid.uuid4(),)}, "a claim that this column does not have"),
        ({"incidents": (uuid.uuid4(),)}, "an incident that this"),
    ],
)
def test_what_a_summary_may_not_say_is_refused(save, change, words):
    with pytest.raises(Refused, match=words):
        save(**change)
    assert not Summary.objects.exists()


def test_another_columns_front_is_none_of_ours(save, owner, other_column):
    theirs = add_front(by=owner, column=other_column, text=IDLIB)
    with pytest.raises(Refused, match="a front that this column does not have"):
        save(front=theirs.pk)


@pytest.mark.parametrize(
    "window",
    [
        replace(WEEK, since=WEEK.until),
        replace(WEEK, since=WEEK.until + timedelta(days=1)),
        Window(since=datetime(2015, 10, 1), until=WEEK.until),  # noqa: DTZ001  without a zone
    ],
)
def test_a_window_that_is_none_is_refused(alice, column, front, window):
    with pytest.raises(Refused):
        save_summary(by=alice, column=column, window=window, clauses=(quiet(front),), based_on=0)


def test_a_summary_that_says_nothing_is_not_signed(alice, column, save):
    empty = save(clauses=())
    with pytest.raises(Refused, match="says nothing yet"):
        publish_summary(by=alice, summary=empty, based_on=1)


def test_a_contributor_signs_nothing(carl, save):
    draft = save()
    with pytest.raises(NotAllowed):
        publish_summary(by=carl, summary=draft, based_on=1)


def test_a_character_that_cannot_be_stored_is_left_out(save, holds):
    assert save(words="No\x00thing.").clauses[0]["words"] == "Nothing."
    assert holds()


def test_clauses_are_plain_values(front):
    clause = Clause(front=front.pk, sort="silence", words="Nothing.")
    assert (clause.claims, clause.incidents, clause.basis) == ((), (), "")


def test_redacted_words_leave_the_clauses_and_what_the_log_kept_of_them(save, owner, alice, holds):
    publish_summary(by=alice, summary=save(words="Abu Ali was seen."), based_on=1)
    redact_words(by=owner, words=["Abu Ali"], reason="A witness.")
    assert Summary.objects.get().clauses[0]["words"] == "▇▇▇ was seen."
    assert not Content.objects.filter(body__icontains="Abu Ali").exists()
    assert holds()
