"""Whatever the desk does, in whatever order: an open page plus its deltas equals a fresh page."""

from dataclasses import dataclass, field
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from dateline.ledger import storage
from dateline.ledger.models import LiveBlog, Report, Source, Update
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.blogs import Masthead, close_blog, edit_blog, reopen_blog, start_blog
from dateline.ledger.verbs.capturing import give_back, keep_capture, note_look
from dateline.ledger.verbs.columns import ColumnText, edit_column
from dateline.ledger.verbs.publishing import (
    MARKS,
    correct_update,
    mark_update,
    publish_due,
    publish_update,
    restore_update,
    schedule_update,
    withdraw_update,
)
from dateline.ledger.verbs.redacting import (
    redact_media,
    redact_report,
    redact_update,
    redact_words,
)
from dateline.ledger.verbs.reports import Caution, Flags, bring_report, flag_report
from dateline.ledger.verbs.sources import SourceText, add_source, edit_source
from dateline.ledger.verbs.writing import Text, write_update
from dateline.live.follow import Follower
from tests.ledger.kept import AT, asked, kept
from tests.live.site import BLOG, REGIONS, Site, articles, as_parsed, regions
from tests.live.unchanging import without_time

pytestmark = pytest.mark.django_db

WORDS = st.sampled_from(["Aleppo", "Homs fell", "حلب", "<b>Idlib</b> & “Hama”", "Aleppo in Homs"])
BODIES = st.sampled_from(
    [
        "Words.",
        "",
        "Two.\n\nParagraphs in Aleppo.",
        "::media{id=PHOTO}",
        "::card{report=FIRST}",
        "::card{report=FIRST}\n\n::card{report=SECOND}",
        ":::quote{report=SECOND}\nAleppo fell.\n:::",
        ":::quote{source=SOURCE}\nHoms fell.\n:::",
    ]
)
FLAGS = st.fixed_dictionaries(
    {name: st.booleans() for name in ("graphic", "identifies", "protected", "opened")}
)
NTH = st.integers(0, 30)


@dataclass
class OpenPage:
    """A page one that someone keeps open: what live-format.md says a script does, and no more."""

    revision: int
    title: str
    state: str
    regions: dict[str, str]
    articles: dict[int, str] = field(default_factory=dict)

    @classmethod
    def load(cls, site, blog=BLOG):
        text = site.text(f"{blog}/index.html")
        (body,) = Site.parsed(site, f"{blog}/index.html").xpath("//body")
        (title,) = Site.parsed(site, f"{blog}/index.html").xpath("//h1")
        return cls(
            int(body.get("data-rev")),
            title.text_content(),
            body.get("data-state"),
            regions(text),
            articles(text),
        )

    def follow(self, site, blog=BLOG):
        """Fetch and apply every delta that the page lacks, in order."""
        while self.revision < site.json(f"{blog}/head.json")["rev"]:
            delta = site.delta(self.revision + 1, blog)
            if delta["reload"]:
                self.__dict__.update(vars(self.load(site, blog)))
            else:
                self.apply(delta)

    def apply(self, delta):
        self.revision, self.title, self.state = delta["rev"], delta["title"], delta["state"]
        self.regions |= {name: as_parsed(html) for name, html in delta["regions"].items()}
        for entry in delta["entries"]:
            if entry["change"] == "added" or entry["number"] in self.articles:
                self.articles[entry["number"]] = entry["html"]
        kept = {n: html for n, html in self.articles.items() if n >= delta["first"]}
        self.articles = dict(sorted(kept.items(), reverse=True))


def machine(cast, folders):
    """Return the machine of all that a desk can do to a blog that people keep open."""

    class Desk(RuleBasedStateMachine):
        def __init__(self):
            super().__init__()
            self.transaction = transaction.atomic()
            self.transaction.__enter__()
            storage.keep(cast.photo_bytes)  # the file does not come back with the transaction
            self.prompt = Follower(next(folders))
            self.late = Follower(next(folders))
            self.prompt.catch_up()
            self.late.catch_up()
            self.open = {self.prompt: [], self.late: []}

        def teardown(self):
            try:
                self.catch_up_in_one_go()
                self.a_site_made_anew_reads_the_same()
            finally:
                transaction.set_rollback(True)
                self.transaction.__exit__(None, None, None)

        def a_site_made_anew_reads_the_same(self):
            anew = Follower(next(folders))
            anew.catch_up()
            fresh = without_time(site_of(anew))
            for follower in (self.prompt, self.late):
                assert without_time(site_of(follower)) == fresh

        def do(self, act, **options):
            """Do what may be refused; the prompt follower writes at once."""
            try:
                act(**options)
            except Refused:
                return
            self.prompt.catch_up()

        def to(self, nth, act, **options):
            """Do something to one of the public updates, if there is one."""
            updates = list(Update.objects.exclude(number=None).order_by("number"))
            if updates:
                options["update"] = updates[nth % len(updates)]
                self.do(act, **options)

        def written(self, headline, body):
            text = Text(headline=headline, body=self.named(body))
            return write_update(by=cast.alice, blog=cast.blog, text=text)

        def named(self, body):
            names = {"PHOTO": cast.photo, "SOURCE": cast.source}
            names |= dict(zip(("FIRST", "SECOND"), cast.reports, strict=True))
            for name, record in names.items():
                body = body.replace(name, str(record.pk))
            return body

        def with_report(self, nth, act, **options):
            """Do something to one of the two reports, as it is now."""
            report = Report.objects.get(pk=cast.reports[nth % 2].pk)
            self.do(act, report=report, **options)

        @rule(headline=WORDS, body=BODIES, mark=st.sampled_from([None, *MARKS]))
        def publish(self, headline, body, mark):
            update = self.written(headline, body)
            if mark:
                self.do(mark_update, by=cast.alice, update=update, mark=mark, on=True)
            self.do(publish_update, by=cast.alice, update=update)

        @rule(n=st.integers(1, 6))
        def publish_several(self, n):
            for _ in range(n):
                self.do(publish_update, by=cast.alice, update=self.written("One more", "Words."))

        @rule(headline=WORDS, body=BODIES)
        def publish_on_time(self, headline, body):
            update, soon = self.written(headline, body), timezone.now() + timedelta(minutes=1)
            self.do(schedule_update, by=cast.alice, update=update, when=soon)
            cast.move_clock()
            self.do(publish_due)

        @rule(nth=NTH, headline=WORDS, body=BODIES, place=WORDS)
        def correct(self, nth, headline, body, place):
            text = Text(headline=headline, body=self.named(body), place=place)
            updates = list(Update.objects.exclude(number=None).order_by("number"))
            if updates:
                based_on = updates[nth % len(updates)].revision
                note = f"{headline} it was."
                self.to(nth, correct_update, by=cast.alice, text=text, note=note, based_on=based_on)

        @rule(nth=NTH, mark=st.sampled_from(MARKS), on=st.booleans())
        def mark(self, nth, mark, on):
            self.to(nth, mark_update, by=cast.alice, mark=mark, on=on)

        @rule(nth=NTH)
        def withdraw(self, nth):
            self.to(nth, withdraw_update, by=cast.alice, reason="Homs did not fall.")

        @rule(nth=NTH)
        def restore(self, nth):
            self.to(nth, restore_update, by=cast.alice)

        @rule(headline=WORDS, lead=WORDS, photo=st.booleans(), linked=st.booleans())
        def change_the_masthead(self, headline, lead, photo, linked):
            masthead = Masthead(
                headline=headline,
                lead=lead,
                photo=cast.photo if photo else None,
                previous=cast.yesterday if linked else None,
            )
            self.do(edit_blog, by=cast.alice, blog=cast.blog, masthead=masthead)

        @rule(headline=WORDS)
        def rename_the_blog_before(self, headline):
            masthead = Masthead(headline=headline)
            if self.is_followed():
                self.do(edit_blog, by=cast.alice, blog=cast.yesterday, masthead=masthead)

        @rule(name=WORDS, zone=st.sampled_from(["Asia/Damascus", "Europe/Moscow"]))
        def edit_the_column(self, name, zone):
            text = ColumnText(name=name, publisher="The Interpreter", byline=name, zone=zone)
            if self.is_followed():
                self.do(edit_column, by=cast.owner, column=cast.column, text=text)

        def is_followed(self):
            """Tell whether open pages still ask: a closed blog's hear no more of its neighbours."""
            return LiveBlog.objects.get(pk=cast.blog.pk).state == LiveBlog.State.LIVE

        @rule()
        def close(self):
            self.do(close_blog, by=cast.alice, blog=cast.blog)

        @rule()
        def reopen(self):
            self.do(reopen_blog, by=cast.alice, blog=cast.blog)

        @rule(nth=NTH)
        def redact(self, nth):
            self.to(nth, redact_update, by=cast.owner, reason="It named a shelter.")

        @rule(word=st.sampled_from(["Aleppo", "Homs fell", "One more"]))
        def redact_a_word(self, word):
            self.do(redact_words, by=cast.owner, words=[word], reason="It must go.")

        @rule()
        def redact_the_photo(self):
            self.do(redact_media, by=cast.owner, media=cast.photo, reason="It shows a face.")

        @rule(nth=NTH, title=WORDS, picture=st.booleans())
        def capture(self, nth, title, picture):
            fields = {} if picture else {"picture": None}
            fields |= {"title": title, "source_address": f"t.me/{nth % 2}", "source_name": title}
            self.with_report(nth, keep_capture, kept=kept(f"{title}: Aleppo fell.", **fields))

        @rule(nth=NTH)
        def fail_to_capture(self, nth):
            self.with_report(nth, give_back, trouble="It did not answer.", due_at=None)

        @rule(nth=NTH, standing=st.sampled_from(["", "unchanged", "gone"]))
        def look_again(self, nth, standing):
            self.with_report(nth, note_look, standing=standing, at=AT, due_at=None)

        @rule(nth=NTH, flags=FLAGS)
        def flag(self, nth, flags):
            self.with_report(nth, flag_report, by=cast.alice, flags=Flags(**flags))

        @rule(nth=NTH)
        def bring_again_protected(self, nth):
            report = asked(cast.reports[nth % 2].address)
            self.do(bring_report, by=cast.alice, asked=report, caution=Caution(protected=True))

        @rule(of_report=st.booleans(), name=WORDS, confidential=st.booleans())
        def edit_a_source(self, of_report, name, confidential):
            report = Report.objects.get(pk=cast.reports[0].pk)
            source = report.source if of_report and report.source else cast.source
            source = Source.objects.get(pk=source.pk)
            text = SourceText(name=name, address=source.address, confidential=confidential)
            self.do(edit_source, by=cast.alice, source=source, text=text)

        @rule(nth=NTH)
        def redact_a_report(self, nth):
            self.with_report(nth, redact_report, by=cast.owner, reason="It named a shelter.")

        @rule()
        def catch_up_in_one_go(self):
            self.late.catch_up()
            self.open_pages_equal_fresh_ones(self.late)

        @rule(late=st.booleans())
        def open_a_page(self, late):
            follower = self.late if late else self.prompt
            self.open[follower].append(OpenPage.load(site_of(follower)))

        @invariant()
        def the_prompt_pages_equal_fresh_ones(self):
            self.open_pages_equal_fresh_ones(self.prompt)

        def open_pages_equal_fresh_ones(self, follower):
            site = site_of(follower)
            fresh = OpenPage.load(site)
            assert sorted(fresh.regions) == sorted(REGIONS)
            for page in self.open[follower]:
                page.follow(site)
                assert page == fresh
                assert list(page.articles) == list(fresh.articles)

    return Desk


def site_of(follower):
    return Site(follower.site.folder.root)


@pytest.fixture
def move_clock(monkeypatch):
    """Let a quarter of an hour pass: `move_clock()`."""
    real, passed = timezone.now, timedelta()

    def _move_clock():
        nonlocal passed
        passed += timedelta(minutes=15)

    monkeypatch.setattr(timezone, "now", lambda: real() + passed)
    return _move_clock


def test_an_open_page_plus_its_deltas_equals_a_fresh_page(
    owner, alice, column, blog, bring, move_clock, short_pages, tmp_path
):
    """A site kept up step by step, one written in one go and a fresh one are the same, to the file:
    the reports' pages and the bytes beside them too."""
    photo = bring(size=(24, 16))
    photo_bytes = storage.read(photo.sha256)
    source = add_source(by=alice, text=SourceText(name="Civil Defence"))
    addresses = ("https://example.org/strike", "https://www.youtube.com/watch?v=dQw4w9WgXcQ")
    reports = [bring_report(by=alice, asked=asked(address)) for address in addresses]
    masthead = Masthead(headline="Assad flies to Moscow")
    yesterday = start_blog(by=alice, column=column, slug="2015-10-20", masthead=masthead)
    cast = SimpleNamespace(**locals())
    folders = (tmp_path / str(n) for n in range(100_000))
    limits = settings(
        max_examples=20,
        stateful_step_count=25,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(lambda: machine(cast, folders)(), settings=limits)
    assert LiveBlog.objects.count() == 2


def test_a_key_event_that_moved_to_a_numbered_page_is_led_to_there(
    short_pages, publish, follow, mark, site
):
    mark(publish("A key event"), "key_event")
    follow()
    page = OpenPage.load(site)
    for n in range(2, 14):
        publish(f"Update {n}")
        follow()
        page.follow(site)
        assert page == OpenPage.load(site), n
