"""Whatever the desk does, in whatever order: the ledger holds and the numbers are right."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from dateline.codebook.claim_json import from_json
from dateline.codebook.grounding import faults
from dateline.ledger import storage
from dateline.ledger.citing import named_in
from dateline.ledger.models import (
    Capture,
    Cited,
    Claim,
    Column,
    Derivation,
    Entry,
    LiveBlog,
    Report,
    ReportText,
    Revision,
    Source,
    Update,
    Watch,
)
from dateline.ledger.refusal import Refused
from dateline.ledger.showing import Shown, shown
from dateline.ledger.verbs import redacting
from dateline.ledger.verbs.blogs import Masthead, close_blog, edit_blog, reopen_blog
from dateline.ledger.verbs.capturing import (
    Likeness,
    Words,
    add_text,
    give_back,
    keep_capture,
    note_look,
    seal_capture,
)
from dateline.ledger.verbs.claims import (
    accept_claim,
    mend_claim,
    reject_claim,
    restore_claim,
    withdraw_claim,
)
from dateline.ledger.verbs.counting import (
    hold_claim,
    put_back_claim,
    set_aside_claim,
    supersede_claim,
)
from dateline.ledger.verbs.proposing import make_claim, propose_claims
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
from dateline.ledger.verbs.redacting import redact_report, redact_update, redact_words
from dateline.ledger.verbs.reports import (
    Caution,
    Flags,
    ask_again,
    attribute_report,
    bring_report,
    decide_derivation,
    flag_report,
)
from dateline.ledger.verbs.sources import SourceText, add_source, edit_source, merge, part
from dateline.ledger.verbs.watching import add_watch, rest_watch
from dateline.ledger.verbs.writing import (
    Text,
    edit_update,
    return_update,
    submit_update,
    write_update,
)
from dateline.ledger.verify import verify
from tests.ledger.claimed import said
from tests.ledger.kept import AT, asked, kept

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

        def of(self, model, nth):
            """Return one of the records of a kind, or None where there is none."""
            found = list(model.objects.order_by("pk"))
            return found[nth % len(found)] if found else None

        def to(self, model, name, nth, act, **options):
            """Do something to one of the records of a kind, if there is one."""
            if record := self.of(model, nth):
                self.attempt(act, **{name: record}, **options)

        @rule(n=st.integers(0, 2), protected=st.booleans(), by_source=st.booleans(), nth=NTH)
        def bring(self, n, protected, by_source, nth):
            request = asked(f"https://example.org/{n}")
            source = self.of(Source, nth) if by_source else None
            caution = Caution(protected=protected)
            self.attempt(bring_report, by=cast.carl, asked=request, caution=caution, source=source)

        @rule(words=WORDS, nth=NTH, other=NTH)
        def publish_a_card(self, words, nth, other):
            named = [self.of(Report, nth), self.of(Source, other)]
            lines = [f":::quote{{report={one.pk} source={one.pk}}}" for one in named if one]
            text = Text(headline="Shown", body="\n\n".join([*lines, words]))
            self.attempt(
                publish_update,
                by=cast.alice,
                update=write_update(by=cast.alice, blog=cast.blog, text=text),
            )

        @rule(nth=NTH)
        def ask(self, nth):
            self.to(Report, "report", nth, ask_again, by=cast.carl)

        @rule(nth=NTH, on=NTH, words=WORDS, site=st.sampled_from(["", "a.org", "homs.org"]))
        def keep(self, nth, on, words, site):
            report, other = self.of(Report, nth), self.of(Report, on)
            if report:
                like = [Likeness(on=other.pk, why="text")]
                fields = {"title": words, "source_address": site, "rests_on": like}
                self.attempt(keep_capture, report=report, kept=kept(words, **fields))

        @rule(nth=NTH)
        def fail(self, nth):
            self.to(Report, "report", nth, give_back, trouble="Homs fell.", due_at=AT)

        @rule(nth=NTH, standing=st.sampled_from(["", "unchanged", "gone"]))
        def look(self, nth, standing):
            self.to(Report, "report", nth, note_look, standing=standing, at=AT, due_at=AT)

        @rule(nth=NTH, words=WORDS)
        def read_again(self, nth, words):
            words = Words(text=words, extractor="dateline-2")
            self.to(Capture, "capture", nth, add_text, words=words)

        @rule(nth=NTH)
        def seal(self, nth):
            self.to(Capture, "capture", nth, seal_capture, authority="x", token=b"t", at=AT)

        @rule(nth=NTH, flags=st.tuples(*[st.booleans()] * 4))
        def flag(self, nth, flags):
            names = ("graphic", "identifies", "protected", "opened")
            flags = Flags(**dict(zip(names, flags, strict=True)))
            self.to(Report, "report", nth, flag_report, by=cast.alice, flags=flags)

        @rule(nth=NTH, other=NTH)
        def attribute(self, nth, other):
            if source := self.of(Source, other):
                self.to(Report, "report", nth, attribute_report, by=cast.alice, source=source)

        @rule(nth=NTH, status=st.sampled_from(Derivation.Status.values))
        def decide(self, nth, status):
            decided = {"by": cast.alice, "status": status}
            self.to(Derivation, "derivation", nth, decide_derivation, **decided)

        @rule(words=WORDS, confidential=st.booleans())
        def name_a_source(self, words, confidential):
            text = SourceText(name=words, confidential=confidential)
            self.attempt(add_source, by=cast.alice, text=text)

        @rule(nth=NTH, words=WORDS, confidential=st.booleans())
        def rename_a_source(self, nth, words, confidential):
            text = SourceText(name=words, confidential=confidential)
            self.to(Source, "source", nth, edit_source, by=cast.alice, text=text)

        @rule(nth=NTH, into=NTH)
        def merge(self, nth, into):
            if other := self.of(Source, into):
                self.to(Source, "one", nth, merge, by=cast.alice, into=other)

        @rule(nth=NTH)
        def part(self, nth):
            self.to(Source, "one", nth, part, by=cast.alice)

        @rule(rest=st.booleans())
        def watch(self, rest):
            if rest:
                self.to(Watch, "watch", 0, rest_watch, by=cast.alice)
            else:
                self.attempt(add_watch, by=cast.alice, address="https://homs.org/feed")

        def words_of(self, text, claimed):
            """Return a claim that quotes a text, as far as it can be read."""
            try:
                words = storage.read(text.sha256).decode()
            except FileNotFoundError:
                words = ""  # redacted
            return said(words[claimed:] or "Homs", f"{words} Homs")

        @rule(nth=NTH, claimed=st.sets(st.integers(0, 3)), reader=st.sampled_from("ab"))
        def propose(self, nth, claimed, reader):
            if text := self.of(ReportText, nth):
                found = [self.words_of(text, one) for one in claimed]
                self.attempt(propose_claims, text=text, claims=found, reader=reader)

        @rule(nth=NTH, claimed=st.integers(0, 3), carl=st.booleans())
        def make(self, nth, claimed, carl):
            if text := self.of(ReportText, nth):
                column = None if carl else Column.objects.get()
                by = cast.carl if carl else cast.alice
                claim = self.words_of(text, claimed)
                self.attempt(make_claim, by=by, text=text, said=claim, column=column)

        @rule(nth=NTH, based_on=st.integers(1, 2))
        def accept(self, nth, based_on):
            how = {"column": Column.objects.get(), "based_on": based_on}
            self.to(Claim, "claim", nth, accept_claim, by=cast.alice, **how)

        @rule(nth=NTH, claimed=st.integers(0, 3), based_on=st.integers(1, 2), carl=st.booleans())
        def mend(self, nth, claimed, based_on, carl):
            by = cast.carl if carl else cast.alice
            if claim := self.of(Claim, nth):
                new = self.words_of(claim.text, claimed)
                self.attempt(mend_claim, by=by, claim=claim, said=new, based_on=based_on)

        @rule(nth=NTH, reason=WORDS, how=st.sampled_from([reject_claim, withdraw_claim]))
        def take_out(self, nth, reason, how):
            self.to(Claim, "claim", nth, how, by=cast.alice, reason=reason)

        @rule(nth=NTH)
        def take_back(self, nth):
            self.to(Claim, "claim", nth, restore_claim, by=cast.alice)

        @rule(nth=NTH, reason=WORDS)
        def set_aside(self, nth, reason):
            self.to(Claim, "claim", nth, set_aside_claim, by=cast.alice, reason=reason)

        @rule(nth=NTH)
        def put_back(self, nth):
            self.to(Claim, "claim", nth, put_back_claim, by=cast.alice)

        @rule(nth=NTH, other=NTH, undo=st.booleans())
        def supersede(self, nth, other, undo):
            older = None if undo else self.of(Claim, other)
            self.to(Claim, "claim", nth, supersede_claim, by=cast.alice, older=older)

        @rule(nth=NTH, hours=HOURS)
        def hold(self, nth, hours):
            until = timezone.now() + timedelta(hours=hours) if hours else None
            self.to(Claim, "claim", nth, hold_claim, by=cast.alice, until=until)

        @rule(nth=NTH)
        def redact_a_report(self, nth):
            self.to(Report, "report", nth, redact_report, by=cast.owner, reason="It must go.")

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

        @invariant()
        def the_index_says_what_each_update_names(self):
            for update in Update.objects.all():
                rows = Cited.objects.filter(update=update).values_list("named", flat=True)
                assert set(rows) == named_in(update.body)

        @invariant()
        def what_a_confidential_source_gave_is_protected_and_never_open(self):
            for report in Report.objects.select_related("source"):
                held = report.source is not None and report.source.is_held
                assert report.protected or not held
                assert not (report.opened and (report.protected or report.redacted))

        @invariant()
        def what_is_held_shows_nothing(self):
            reports = {one.pk: one for one in Report.objects.all()}
            for pk, card in shown(reports).items():
                if reports[pk].protected or reports[pk].redacted:
                    assert card == Shown(id=pk, state="held")

        @invariant()
        def each_capture_that_stands_has_its_bytes(self):
            for report in Report.objects.filter(redacted=False):
                captures = report.captures.order_by("number")
                assert [one.number for one in captures] == list(range(1, len(captures) + 1))
                for capture in captures:
                    assert storage.read(capture.warc)
                    assert len(storage.read(capture.text.sha256).decode()) == capture.text.length

        @invariant()
        def each_claim_rests_on_its_words_or_says_nothing(self):
            for claim in Claim.objects.select_related("report", "text"):
                assert claim.redacted or not claim.report.redacted
                if not claim.redacted:
                    words = storage.read(claim.text.sha256).decode()
                    assert not list(faults(from_json(claim.said), words))
                    assert claim.said["quote"] == words[claim.start : claim.end]

        @invariant()
        def an_accepted_claim_has_a_column_and_what_is_out_has_a_reason(self):
            for claim in Claim.objects.select_related("report"):
                assert bool(claim.column_id) or claim.status != "accepted"
                assert claim.redacted or bool(claim.reason) == (
                    claim.status in ("rejected", "withdrawn")
                )

        @invariant()
        def no_claim_supersedes_itself_by_any_way(self):
            for claim in Claim.objects.all():
                seen = set()
                while claim.supersedes:
                    assert claim.pk not in seen
                    seen.add(claim.pk)
                    claim = claim.supersedes

        @invariant()
        def no_merge_closes_a_ring(self):
            for source in Source.objects.all():
                seen = set()
                while source.merged_into:
                    assert source.pk not in seen
                    seen.add(source.pk)
                    source = source.merged_into

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
        max_examples=40,
        stateful_step_count=40,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(lambda: desk(cast, set_clock)(), settings=limits)
