"""A report's own page: there while a public update cites the report, and gone with the last."""

from collections.abc import Iterable
from uuid import UUID

from django.utils.translation import gettext, override

from dateline import text
from dateline.ledger import storage
from dateline.ledger.citing import citing
from dateline.ledger.models import Capture, Cited, Update
from dateline.ledger.showing import Shown, shown

from . import address, cards, pictures, render
from .files import SiteFolder
from .passages import passage
from .publish import Site
from .read import column_view
from .view import Link, Passage, ReportView

MOST_CITING = 40
"""Updates that a page lists, the newest ones."""
MOST_PASSAGES = 20
MOST_FILES = 20


def write(site: Site, reports: Iterable[UUID]) -> None:
    """Write the pages of these reports as they stand now, or take them away."""
    for pk in reports:
        one = shown([pk]).get(pk)
        updates = citing([pk])[-MOST_CITING:]
        if one and updates:
            _write(site, one, updates)
        else:
            site.folder.remove(address.report(pk).rstrip("/"))


def sweep(folder: SiteFolder) -> None:
    """Remove the pages of reports that nothing public cites."""
    standing = Cited.objects.filter(update__status=Update.Status.PUBLISHED)
    named = {str(pk) for pk in standing.values_list("named", flat=True)}
    for name in set(folder.folders("reports")) - named:
        folder.remove(f"reports/{name}")


def _write(site: Site, one: Shown, updates: list[Update]) -> None:
    folder = address.report(one.id)
    files = _write_files(site.folder, folder, one)
    if one.picture:
        pictures.publish(one.picture, site.folder)
    view = _view(one, updates, files)
    site.folder.write(f"{folder}index.html", render.report(view, site.assets, site.public_url))


def _write_files(site: SiteFolder, folder: str, one: Shown) -> tuple[Link, ...]:
    """Put the kept bytes beside the page where an editor opened them; else take them away."""
    captures = Capture.objects.filter(report=one.id) if one.warc else Capture.objects.none()
    wanted: dict[str, Link] = {}
    for capture in captures.order_by("-number")[:MOST_FILES]:
        name = f"version-{capture.number}.warc.gz"
        if not site.has(folder + name):
            site.write(folder + name, storage.read(capture.warc))
        wanted[name] = Link(path=folder + name, title=str(capture.number), at=capture.captured_at)
    for name in site.files(folder):
        if name != "index.html" and name not in wanted:
            site.remove(folder + name)
    return tuple(wanted.values())


def _view(one: Shown, updates: list[Update], files: tuple[Link, ...]) -> ReportView:
    newest = updates[-1].blog
    with override(newest.language):
        note = cards.standing(one, newest)
        cited_in = tuple(_link(update) for update in reversed(updates))
    return ReportView(
        shown=one,
        column=column_view(newest.column),
        language=newest.language,
        note=note,
        picture=cards.picture_of(one),
        passages=_passages(one, updates),
        cited_in=cited_in,
        files=files,
    )


def _link(update: Update) -> Link:
    blog, number = update.blog, update.number or 0
    path = address.update(blog.column.slug, blog.slug, number)
    title = update.headline or gettext("Update {number}").format(number=number)
    return Link(path=path, title=title, at=update.published_at)


def _passages(one: Shown, updates: list[Update]) -> tuple[Passage, ...]:
    if one.state != "kept" or one.identifies:
        return ()
    quoted = dict.fromkeys(
        quote.words
        for update in updates
        for quote in text.quotes(update.body)
        if cards.uuid(quote.report) == one.id and quote.words.strip()
    )
    kept = _text_of(one)
    return tuple(passage(kept, words) for words in list(quoted)[:MOST_PASSAGES])


def _text_of(one: Shown) -> str:
    capture = Capture.objects.filter(report=one.id, number=one.versions).first()
    words = capture.text if capture else None
    try:
        return storage.read(words.sha256).decode() if words else ""
    except FileNotFoundError:
        return ""  # `archive verify` tells of it
