"""Loading the demo's column through the same verbs that the desk uses."""

import re
import tomllib
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from dateline.ledger.models import Column, LiveBlog, Media, Person, Update
from dateline.ledger.verbs.blogs import Masthead, close_blog, start_blog
from dateline.ledger.verbs.columns import ColumnText, open_column
from dateline.ledger.verbs.media import bring_media
from dateline.ledger.verbs.people import found_site
from dateline.ledger.verbs.publishing import (
    correct_update,
    mark_update,
    publish_update,
    withdraw_update,
)
from dateline.ledger.verbs.writing import Text, write_update

from .claims import load_claims
from .incidents import Weighing
from .reports import load_reports

CONTENT = Path(__file__).parent / "content"
OWNER = "editor@example.org"
MARKS = ("pinned", "key_event", "summary")
NAMED = re.compile(r"=@([a-z-]+)")
"""How texts name the demo's reports, claims and incidents, which get their ids as it is loaded."""

Table = dict[str, Any]
Names = dict[str, UUID]


def load() -> Person:
    """Load the demo where its column is not there yet, and return the person who owns the site."""
    owner = Person.objects.filter(email=OWNER).first() or found_site(email=OWNER)
    if not Column.objects.filter(slug=_table("column.toml")["slug"]).exists():
        _load_column(owner)
    return owner


def _table(name: str) -> Table:
    return tomllib.loads((CONTENT / name).read_text(encoding="utf-8"))


def _load_column(owner: Person) -> None:
    table, pictures = _table("column.toml"), _table("pictures.toml")
    logo = _bring(owner, pictures, table.pop("logo"), "en")
    slug = table.pop("slug")
    column = open_column(by=owner, slug=slug, text=ColumnText(**table, logo=logo))
    reports = load_reports(owner, CONTENT)
    claims = load_claims(owner, column, CONTENT, reports)
    incidents = Weighing(owner, column, claims, reports).load(CONTENT)
    ids = {name: one.pk for name, one in [*claims.items(), *incidents.items()]}
    for path in sorted((CONTENT / "blogs").glob("*.toml")):
        _load_blog(owner, column, _table(f"blogs/{path.name}"), pictures, reports | ids)


def _bring(owner: Person, pictures: Table, key: str, language: str) -> Media:
    picture = pictures[key]
    words = picture | picture.get(language, {})
    data = (CONTENT / picture["file"]).read_bytes()
    return bring_media(by=owner, data=data, alt=words["alt"], credit=words["credit"])


def _load_blog(owner: Person, column: Column, table: Table, pictures: Table, names: Names) -> None:
    masthead = Masthead(
        headline=table["headline"],
        lead=table["lead"],
        language=table["language"],
        photo=_bring(owner, pictures, table["photo"], table["language"]),
        previous=LiveBlog.objects.filter(column=column, slug=table.get("previous")).first(),
    )
    blog = start_blog(
        by=owner, column=column, slug=table["slug"], masthead=masthead, at=table["started_at"]
    )
    loader = _Loader(owner, blog, names)
    for _, happening in sorted(_happenings(table["update"]), key=lambda pair: pair[0]):
        happening(loader)
    if table["state"] == "closed":
        close_blog(by=owner, blog=blog, at=table["closed_at"])


def _happenings(updates: list[Table]) -> Iterator[tuple[datetime, "Happening"]]:
    """Return what happened to the updates, with its time, in no order."""
    for one in updates:
        yield one["at"], partial(_Loader.publish, one=one)
        for correction in one.get("correction", []):
            yield correction["at"], partial(_Loader.correct, one=one, correction=correction)
        if withdrawn := one.get("withdrawn"):
            yield withdrawn["at"], partial(_Loader.withdraw, one=one, withdrawn=withdrawn)


class _Loader:
    """Does to one blog what the demo says happened to it."""

    def __init__(self, owner: Person, blog: LiveBlog, names: Names) -> None:
        self.owner = owner
        self.blog = blog
        self.names = names
        self.updates: dict[datetime, Update] = {}

    def publish(self, *, one: Table) -> None:
        """Publish an update at its time, with its marks."""
        update = write_update(by=self.owner, blog=self.blog, text=self._text(one))
        for mark in MARKS:
            if one.get(mark):
                mark_update(by=self.owner, update=update, mark=mark, on=True)
        update = publish_update(by=self.owner, update=update, at=one["at"])
        self.updates[one["at"]] = update

    def correct(self, *, one: Table, correction: Table) -> None:
        """Correct an update with its note."""
        update = self.updates[one["at"]]
        self.updates[one["at"]] = correct_update(
            by=self.owner,
            update=update,
            text=self._text(one | correction),
            note=correction["note"],
            based_on=update.revision,
            at=correction["at"],
        )

    def withdraw(self, *, one: Table, withdrawn: Table) -> None:
        """Withdraw an update with its reason."""
        withdraw_update(
            by=self.owner,
            update=self.updates[one["at"]],
            reason=withdrawn["reason"],
            at=withdrawn["at"],
        )

    def _text(self, one: Table) -> Text:
        return Text(
            headline=one["headline"],
            body=NAMED.sub(lambda name: f"={self.names[name[1]]}", one["body"].strip()),
            place=one.get("place", ""),
            byline=one.get("byline", ""),
        )


Happening = Callable[[_Loader], None]
