"""One object of every kind in every state, each with a word that only some people may read."""

from datetime import timedelta
from types import SimpleNamespace
from uuid import uuid4

from django.urls import resolve
from django.utils import timezone

from dateline.desk.people.links import sign_in_link
from dateline.ledger.verbs import (
    blogs,
    columns,
    dropping,
    media,
    people,
    publishing,
    writing,
)
from dateline.ledger.verbs.fronts import FrontText, add_front
from dateline.ledger.verbs.summaries import save_summary
from tests.conftest import member
from tests.ledger.fronted import WEEK, fronted, quiet
from tests.pictures import picture

from .archive import HELD, archived
from .grouped import grouped

OF_THE_COLUMN = "quartz"
"""Stands in all that belongs to the column."""
OF_ITS_WRITER = "sienna"
"""Stands in what Carl has typed and not saved."""
OF_THE_PEOPLE = "indigo"
"""Stands in the address of someone who works elsewhere."""
OF_THE_ARCHIVE = "ochre"
"""Stands in the reports, sources, parties and watches that whoever has a role may know."""

KNOWS = {
    "owner": {OF_THE_COLUMN, OF_THE_PEOPLE, OF_THE_ARCHIVE, HELD},
    "boss": {OF_THE_COLUMN, OF_THE_ARCHIVE, HELD},
    "alice": {OF_THE_COLUMN, OF_THE_ARCHIVE, HELD},
    "carl": {OF_THE_COLUMN, OF_THE_ARCHIVE, OF_ITS_WRITER},
    "eve": {OF_THE_ARCHIVE, HELD},
    "sam": set(),
    "shut_out": set(),
    "nobody": set(),
}
"""Whom the test sends, and which of these words an answer to them may hold."""
EVERY_WORD = set().union(*KNOWS.values())


def build():
    """Return the world, by name; the caller takes it back with its transaction."""
    w = SimpleNamespace(soon=timezone.now() + timedelta(days=3))
    cast_of(w)
    column_of(w)
    archived(w)
    w.beside = {"pk": w.blog.pk, "report": w.report.pk}
    w.beside_held = {"pk": w.blog.pk, "report": w.protected.pk}
    grouped(w)
    written(w)
    w.shut_out = member(w.owner, "shut", "editor", w.column)
    w.people = {name: getattr(w, name) for name in KNOWS if name != "nobody"}
    return w


def cast_of(w):
    """Let everyone in: those of the column, and those of elsewhere."""
    w.owner = people.found_site(email="olga@example.org", public_name="Olga")
    text = columns.ColumnText(name="Quartz war", publisher="Quartz desk", zone="Asia/Damascus")
    w.column = columns.open_column(by=w.owner, slug="the-war", text=text)
    other = columns.ColumnText(name="Ukraine", publisher="The Interpreter", zone="Europe/Kyiv")
    w.other_column = columns.open_column(by=w.owner, slug="ukraine", text=other)
    w.boss = member(w.owner, "boss", "owner", w.column)
    w.alice = member(w.owner, "alice", "editor", w.column)
    w.carl = member(w.owner, "carl", "contributor", w.column)
    w.nina = member(w.owner, "nina", "contributor", w.column)
    w.eve = member(w.owner, "eve", "editor", w.other_column)
    w.sam = people.invite_person(by=w.owner, email="sam@example.org", public_name="Sam")
    w.zoe = people.invite_person(by=w.owner, email="zoe@indigo.example", public_name="Zoe Indigo")
    w.role = w.nina.roles.get()
    w.own_role = people.give_role(by=w.owner, person=w.zoe, name="editor", column=None)


def column_of(w):
    """Start the column's blogs, one of them closed, and one of elsewhere."""
    head = blogs.Masthead(headline="Quartz by day", lead="Quartz lead.")
    w.blog = blogs.start_blog(by=w.alice, column=w.column, slug="day", masthead=head)
    w.closed = blogs.start_blog(by=w.alice, column=w.column, slug="closed", masthead=head)
    blogs.close_blog(by=w.alice, blog=w.closed)
    theirs = blogs.Masthead(headline="Donetsk airport")
    w.other_blog = blogs.start_blog(by=w.owner, column=w.other_column, slug="day", masthead=theirs)
    w.photo = media.bring_media(
        by=w.alice, data=picture(), alt="An ochre field", credit="Ochre agency"
    )


def write(w, by, words="draft", body="Quartz words."):
    """Write an update that nobody outside sees."""
    text = writing.Text(headline=f"Quartz {words}", body=body, byline="The desk")
    return writing.write_update(by=by, blog=w.blog, text=text)


def typed(w):
    """Let Carl type what he does not save, and return its id."""
    text = writing.Text(headline="Sienna", body="Sienna, half a sentence")
    draft = uuid4()
    writing.keep_draft(by=w.carl, draft=draft, blog=w.blog, update=None, based_on=0, text=text)
    return draft


def written(w):
    """Write updates in every state, with fronts, a summary and a link between two of them."""
    cards = "\n\n".join(
        f"::card{{report={one.pk}}}" for one in (w.report, w.protected, w.mole_told)
    )
    public = write(w, w.alice, "public", f"Quartz words.\n\n{cards}")
    w.public = publishing.publish_update(by=w.alice, update=public)
    w.carls, w.alices = write(w, w.carl), write(w, w.alice)
    w.review = writing.submit_update(by=w.carl, update=write(w, w.carl, "in review"))
    w.others_review = writing.submit_update(by=w.alice, update=write(w, w.alice, "in review"))
    w.scheduled = publishing.schedule_update(
        by=w.alice, update=write(w, w.alice, "scheduled"), when=w.soon
    )
    gone = publishing.publish_update(by=w.alice, update=write(w, w.alice, "gone"))
    w.gone = publishing.withdraw_update(by=w.alice, update=gone, reason="Quartz was wrong.")
    again = publishing.publish_update(by=w.alice, update=write(w, w.alice, "later"))
    vars(w).update(fronted(w.alice, w.column, w.public, again))
    text = FrontText(name="Quartz front", areas=("Idlib",), position=1)
    add_front(by=w.alice, column=w.column, text=text)
    clauses = (quiet(w.front, "Quartz is silent."),)
    w.drafted = save_summary(
        by=w.alice, column=w.column, window=WEEK, clauses=clauses, based_on=w.drafted.revision
    )
    w.put_away = writing.discard_update(by=w.carl, update=write(w, w.carl, "put away"))
    w.typed, w.dropped = typed(w), typed(w)
    dropping.drop_draft(by=w.carl, draft=w.dropped)
    pk, token = resolve(sign_in_link(w.nina)).kwargs.values()
    w.link = {"pk": pk, "token": token}
