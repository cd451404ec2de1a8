"""Whatever the desk does, in whatever order: the ledger holds and the numbers are right."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from dateline.ledger.models import Entry, LiveBlog, Revision, Update
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs import redacting
from dateline.ledger.verbs.blogs import Masthead, close_blog, edit_blog, reopen_blog
from dateline.ledger.verbs.publishing import (
    MARKS,
    MAX_PINNED,
    correct_update,
    mark_update,
    publish_due,
    publish_update,
    restore_update,
    schedule_update,
    unschedule_update,
    withdraw_update,
)
from dateline.ledger.verbs.redacting import redact_update, redact_words
from dateline.ledger.verbs.writing import (
    Text,
    edit_update,
    return_update,
    submit_update,
    write_update,
)
from dateline.ledger.verify import verify

pytestmark = pytest.mark.django_db

NTH = st.integers(0, 5)
WORDS = st.sampled_from(["Aleppo", "Homs fell", "الأسد", "Aleppo and Homs", ""])
HOURS = st.integers(-50, 50)


def desk(cast, set_clock):
    """Return the machine of everything that a desk can do with one blog."""

    class Desk(RuleBasedStateMachine):
        def __init__(self):
            super().__init__()
            self.transaction = transaction.atomic()
            self.transaction.__enter__()
            set_clock(0)

        def teardown(self):
            transaction.set_rollback(True)
            self.transaction.__exit__(None, None, None)

        def attempt(self, act, **options):
            """Do what may be refused; a refusal is no fault."""
            try:
                act(**options)
            except Refused:
                return

        def on(self, nth, act, **options):
            """Do something to one of the updates, if there is one."""
            updates = list(Update.objects.order_by("pk"))
            if updates:
                self.attempt(act, update=updates[nth % len(updates)], **options)

        @rule(words=WORDS, carl=st.booleans())
        def write(self, words, carl):
            by = cast.carl if carl else cast.alice
            write_update(by=by, blog=cast.blog, text=Text(headline=words, body=words))

        @rule(nth=NTH, words=WORDS, based_on=st.integers(1, 3))
        def edit(self, nth, words, based_on):
            text = Text(headline=words)
            self.on(nth, edit_update, by=cast.alice, text=text, based_on=based_on)

        @rule(nth=NTH)
        def submit(self, nth):
            self.on(nth, submit_update, by=cast.alice)

        @rule(nth=NTH)
        def return_(self, nth):
            self.on(nth, return_update, by=cast.alice)

        @rule(nth=NTH)
        def publish(self, nth):
            self.on(nth, publish_update, by=cast.alice)

        @rule(nth=NTH, hours=HOURS)
        def schedule(self, nth, hours):
            when = timezone.now() + timedelta(hours=hours)
            self.on(nth, schedule_update, by=cast.alice, when=when)

        @rule(nth=NTH)
        def unschedule(self, nth):
            self.on(nth, unschedule_update, by=cast.alice)

        @rule()
        def due(self):
            publish_due()

        @rule(hours=HOURS)
        def set_the_clock(self, hours):
            set_clock(hours)

        @rule(nth=NTH, words=WORDS, based_on=st.integers(1, 3))
        def correct(self, nth, words, based_on):
            text, note = Text(headline=words), f"{words} it was."
            self.on(nth, correct_update, by=cast.alice, text=text, note=note, based_on=based_on)

        @rule(nth=NTH, mark=st.sampled_from(MARKS), on=st.booleans())
        def mark(self, nth, mark, on):
            self.on(nth, mark_update, by=cast.alice, mark=mark, on=on)

        @rule(nth=NTH)
        def withdraw(self, nth):
            self.on(nth, withdraw_update, by=cast.alice, reason="Homs did not fall.")

        @rule(nth=NTH)
        def restore(self, nth):
            self.on(nth, restore_update, by=cast.alice)

        @rule(words=WORDS)
        def change_the_masthead(self, words):
            masthead = Masthead(headline=words, lead=words)
            self.attempt(edit_blog, by=cast.alice, blog=cast.blog, masthead=masthead)

        @rule()
        def close(self):
            self.attempt(close_blog, by=cast.alice, blog=cast.blog)

        @rule()
        def reopen(self):
            self.attempt(reopen_blog, by=cast.alice, blog=cast.blog)

        @rule(nth=NTH)
        def redact(self, nth):
            self.on(nth, redact_update, by=cast.owner, reason="It named a shelter.")

        @rule(word=st.sampled_from(["Aleppo", "homs", "Homs fell", "published"]))
        def redact_a_word(self, word):
            self.attempt(redact_words, by=cast.owner, words=[word], reason="It must go.")

        @invariant()
        def the_ledger_holds(self):
            assert verify().broken is None

        @invariant()
        def the_revision_counts_the_public_entries(self):
            public = Entry.objects.filter(blog=cast.blog).order_by("sequence")
            revision = LiveBlog.objects.get().revision
            assert list(public.values_list("revision", flat=True)) == [*range(1, revision + 1)]

        @invariant()
        def numbers_and_times_go_up_together(self):
            public = Update.objects.exclude(number=None).order_by("number")
            numbers = list(public.values_list("number", flat=True))
            assert numbers == list(range(1, LiveBlog.objects.get().count + 1))
            times = list(public.values_list("published_at", flat=True))
            assert times == sorted(times)
            logged = list(Entry.objects.order_by("sequence").values_list("time", flat=True))
            assert logged == sorted(logged)

        @invariant()
        def each_update_keeps_every_text(self):
            for update in Update.objects.all():
                kept = Revision.objects.filter(update=update).order_by("number")
                assert [one.number for one in kept] == list(range(1, update.revision + 1))
                assert (kept.last().headline, kept.last().body) == (update.headline, update.body)

        @invariant()
        def no_more_are_pinned_than_fit(self):
            assert Update.objects.filter(pinned=True).count() <= MAX_PINNED

    return Desk


@pytest.fixture
def set_clock(monkeypatch):
    real = timezone.now

    def _set(hours):
        monkeypatch.setattr(timezone, "now", lambda: real() + timedelta(hours=hours))

    return _set


def test_any_order_of_verbs_leaves_a_ledger_that_holds(
    owner, alice, carl, blog, set_clock, monkeypatch
):
    monkeypatch.setattr(redacting, "forget_freed_pages", lambda: None)  # one transaction here
    cast = SimpleNamespace(owner=owner, alice=alice, carl=carl, blog=blog)
    limits = settings(
        max_examples=30,
        stateful_step_count=30,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(lambda: desk(cast, set_clock)(), settings=limits)
