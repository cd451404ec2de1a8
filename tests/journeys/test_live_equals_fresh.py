"""The promise of an open page: after whatever happened, it is what a fresh page would be.

Any order of all verbs, a real server, the real script in a real browser; the open page hears of
each change by its stream, and is at last compared with a freshly loaded one.
"""

import time

from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as st
from playwright.sync_api import expect

from .conftest import PATIENCE
from .newsroom import RefusedError
from .watch import LOST

SECRET = "Zamira"
MARKS = ("pinned", "key_event", "summary")
BODIES = (
    "Words.",
    "Longer **words**. " * 40,
    f"{SECRET} told it.",
    "[A link](https://example.org)",
    "::card{report=REPORT}",
    "Before.\n\n::card{report=REPORT}\n\n:::quote{report=REPORT}\ntwelve died\n:::",
)
FLAGS = ("graphic", "identifies", "protected", "opened")

SNAPSHOT = """ids => Object.fromEntries(ids.map(id => {
  const copy = document.getElementById(id)?.cloneNode(true);
  if (!copy) return [id, null];
  for (const ago of copy.querySelectorAll(".ago")) ago.textContent = "";
  for (const one of copy.querySelectorAll(".arrived")) one.classList.remove("arrived");
  const walker = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts) {
    text.data = text.data.replace(/\\s+/g, " ");
    if (!text.data.trim()) text.remove();
  }
  return [id, copy.outerHTML.replaceAll('class="entry "', 'class="entry"')];
}))"""

REGIONS = {
    "index": ["entries", "masthead", "key-events", "pinned", "pager", "state"],
    "page": ["entries", "state"],
    "update": ["entries", "state"],
}

NTH = st.integers(-6, -1) | st.sampled_from([0, 1, 30, 38, 39, 40, 41])
BODY = st.sampled_from(BODIES)
ACTIONS = st.one_of(
    st.tuples(st.just("publish"), BODY, st.lists(st.sampled_from(MARKS), max_size=2, unique=True)),
    st.tuples(st.just("burst"), st.integers(2, 4)),
    st.tuples(st.just("schedule"), BODY),
    st.tuples(st.just("correct"), NTH, BODY),
    st.tuples(st.just("mark"), NTH, st.sampled_from(MARKS), st.booleans()),
    st.tuples(st.just("mark"), NTH, st.sampled_from(MARKS), st.just(True)),
    st.tuples(st.just("withdraw"), NTH),
    st.tuples(st.just("restore"), NTH),
    st.tuples(st.just("redact"), NTH),
    st.tuples(st.just("redact_words")),
    st.tuples(st.just("rename"), st.sampled_from(["Aleppo & Homs", "$& <b>", "A long one " * 9])),
    st.tuples(st.just("close")),
    st.tuples(st.just("reopen")),
    st.tuples(st.just("capture"), st.booleans()),
    st.tuples(st.just("look"), st.sampled_from(["", "unchanged", "gone"])),
    st.tuples(st.just("flag"), st.lists(st.sampled_from(FLAGS), max_size=2, unique=True)),
    st.tuples(st.just("lose_touch")),
    st.tuples(st.just("find_it_again")),
)


class Happenings:
    """What the newsroom does to one blog while its pages are open."""

    def __init__(self, blog, context):
        self.blog, self.room, self.context = blog, blog.newsroom, context
        self.closed = False
        self.touch = True
        self.report = self.room.bring(address=f"https://example.org/{blog.slug}")

    def do(self, action):
        """Do one thing; what the ledger refuses is no fault."""
        name, *rest = action
        try:
            getattr(self, name)(*rest)
        except RefusedError:
            return

    def nth(self, n):
        updates = self.blog.updates() or [self.blog.publish("The first")]
        return updates[n % len(updates)]

    def cited(self, body):
        return body.replace("REPORT", self.report)

    def publish(self, body, marks):
        self.blog.publish("Published", self.cited(body), marks=marks)

    def burst(self, count):
        for n in range(count):
            self.blog.publish(f"One of {count}: {n}")

    def schedule(self, body):
        self.blog.schedule_now(headline="Scheduled", body=self.cited(body))

    def correct(self, n, body):
        self.room.correct(pk=self.nth(n), body=self.cited(body), note="It was put right.")

    def mark(self, n, mark, on):
        self.room.mark(pk=self.nth(n), mark=mark, on=on)

    def withdraw(self, n):
        self.room.withdraw(pk=self.nth(n), reason="It never happened.")

    def restore(self, n):
        self.room.restore(pk=self.nth(n))

    def redact(self, n):
        self.room.redact(pk=self.nth(n), reason="It named a shelter.")

    def redact_words(self):
        self.room.redact_words(words=SECRET, reason="It named someone.")

    def capture(self, image):
        self.room.keep(pk=self.report, image=image, author=SECRET)

    def look(self, standing):
        self.room.look(pk=self.report, standing=standing)

    def flag(self, flags):
        self.room.flag(pk=self.report, flags=flags)

    def rename(self, headline):
        self.blog.rename(headline=headline, lead=headline)

    def close(self):
        # A page that hears of a closing stops listening: only one that does not yet may go on.
        self.lose_touch()
        self.blog.close()
        self.closed = True

    def reopen(self):
        self.blog.reopen()
        self.closed = False

    def lose_touch(self):
        self.context.set_offline(True)
        self.touch = False

    def find_it_again(self):
        if not self.closed:
            self.be_in_touch()

    def be_in_touch(self):
        self.context.set_offline(False)
        self.touch = True


def same(page, fresh, kind, revision):
    """Wait until an open page is what the fresh one is, to the letter."""
    expect(page.locator("body")).to_have_attribute("data-rev", str(revision))
    if kind == "index":
        page.evaluate("scrollTo({top: 0, behavior: 'instant'})")
        page.locator("#entries .entry[hidden]").first.wait_for(state="detached")
    end = time.monotonic() + PATIENCE / 1000
    while True:
        shown = [tab.evaluate(SNAPSHOT, REGIONS[kind]) for tab in (page, fresh)]
        shown += [(page.title().split(") ")[-1], fresh.title().split(") ")[-1])]
        if shown[0] == shown[1] and shown[2][0] == shown[2][1]:
            return
        if time.monotonic() > end:
            for region in REGIONS[kind]:
                assert shown[0][region] == shown[1][region]
            assert shown[2][0] == shown[2][1]
            return
        page.wait_for_timeout(50)


@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],  # one example takes seconds: too long to shrink
    suppress_health_check=list(HealthCheck),
)
@given(
    before=st.sampled_from([0, 5, 38, 78]),
    scrolled=st.booleans(),
    other=st.sampled_from(["page/1/", "u/1/", "u/38/"]),
    actions=st.lists(ACTIONS, min_size=8, max_size=15),
)
def test_an_open_page_ends_as_a_fresh_one(start, visit, before, scrolled, other, actions):
    blog = start("Homs")
    blog.fill(count=before)
    page = visit(blog.path)
    page.watch.expect(LOST)
    pages = {"index": (page, blog.path)}
    if before >= 38:
        kind = "page" if before == 78 and other.startswith("page") else "update"
        path = f"{blog.path}{other if kind == 'page' or other[0] == 'u' else 'u/2/'}"
        pages[kind] = (page.context.new_page(), path)
        pages[kind][0].goto(path)
    if scrolled and before:
        page.evaluate("document.querySelector('#entries > :nth-child(4)').scrollIntoView()")
    happenings = Happenings(blog, page.context)
    for action in actions:
        note(repr(action))
        happenings.do(action)
    happenings.be_in_touch()
    blog.newsroom.due()  # what waited while the blog was closed: the worker may not be there yet
    revision = blog.revision()
    blog.newsroom.settle()
    reader = visit()
    for kind, (open_page, path) in pages.items():
        reader.goto(path)
        same(open_page, reader, kind, revision)
    for one in (page, reader):
        one.context.close()
