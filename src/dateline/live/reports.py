"""A report's own page: there while a public update cites it or a public claim rests on it."""

import logging
from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext, override

from dateline import text
from dateline.ledger import storage
from dateline.ledger.citing import citing
from dateline.ledger.kept_texts import MOST_VERSIONS
from dateline.ledger.models import NEWEST_FIRST, Capture, Cited, Claim, Update
from dateline.ledger.readable import column_of, readable
from dateline.ledger.showing import Shown, shown
from dateline.ledger.weighed import checks_of
from dateline.text.address import is_link

from . import address, cards, pictures, render
from .evidence.reports import checked
from .files import SiteFolder
from .held_words import held_in, holding
from .ids import uuid
from .passages import passage
from .publish import Site
from .read import column_view
from .standing import standing as standing_of
from .view import Link, Passage, ReportView

log = logging.getLogger(__name__)

MOST_CITING = 40
"""Updates that a page lists, the newest ones."""
MOST_PASSAGES = 20
MOST_CLAIMS = 200
"""Claims that a page lists, in the order in which they stand in the report."""
MOST_FILES = 20


def write(site: Site, pk: UUID) -> None:
    """Write a report's page as it stands now, or take it away."""
    one = shown([pk]).get(pk)
    updates = citing([pk])[-MOST_CITING:]
    claims = readable(Q(report=pk))[:MOST_CLAIMS]
    if one and (updates or claims):
        _write(site, one, updates, claims)
    else:
        site.folder.remove(address.report(pk).rstrip("/"))


def cited_in(blogs: Iterable[UUID]) -> set[UUID]:
    """Return what public updates of these blogs name: reports, and sources, which have no page."""
    named = Cited.objects.filter(update__blog__in=list(blogs))
    public = named.filter(update__status=Update.Status.PUBLISHED)
    return set(public.values_list("named", flat=True))


def standing(folder: SiteFolder) -> set[UUID]:
    """Return the reports that have a page now."""
    return {pk for name in folder.folders("reports") if (pk := uuid(name))}


def _write(site: Site, one: Shown, updates: list[Update], claims: list[Claim]) -> None:
    folder = address.report(one.id)
    files = _write_files(site.folder, folder, one)
    if one.picture:
        pictures.publish(one.picture, site.folder)
    view = _view(one, updates, claims, files)
    site.folder.write(f"{folder}index.html", render.report(view, site.assets, site.public_url))


def _write_files(site: SiteFolder, folder: str, one: Shown) -> tuple[Link, ...]:
    """Put the kept bytes beside the page where an editor opened them; else take them away."""
    captures = Capture.objects.filter(report=one.id) if one.warc else Capture.objects.none()
    links: dict[str, Link] = {}
    for capture in captures.order_by(*NEWEST_FIRST)[:MOST_FILES]:
        name = f"version-{capture.number}.warc.gz"
        if site.has(folder + name) or _copied(capture, site, folder + name):
            links[name] = Link(folder + name, title=str(capture.number), at=capture.captured_at)
    for name in site.files(folder):
        if name not in ("index.html", *links):
            site.remove(folder + name)
    return tuple(links.values())


def _copied(capture: Capture, site: SiteFolder, path: str) -> bool:
    try:
        data = storage.read(capture.warc)
    except FileNotFoundError:  # `archive verify` tells of it; the page is worth having all the same
        log.error("The bytes of %s are lost.", capture)
        return False
    site.write(path, data)
    return True


def _view(
    one: Shown, updates: list[Update], claims: list[Claim], files: tuple[Link, ...]
) -> ReportView:
    column = updates[-1].blog.column if updates else column_of(claims[0])
    language = updates[-1].blog.language if updates else column.language
    held = one.state == "held"
    with override(language):
        return ReportView(
            shown=one,
            column=column_view(column),
            language=language,
            note=standing_of(one, column.zone_info),
            original=one.address if is_link(one.address) else "",
            picture=cards.picture_of(one),
            passages=_passages(one, updates),
            cited_in=() if held else tuple(_link(update) for update in reversed(updates)),
            files=files,
            checks=() if held else tuple(map(checked, checks_of([one.id]).get(one.id, []))),
            claims=tuple(_claim_link(claim, one) for claim in claims),
            words_held=bool(holding([one.id])),
        )


def _claim_link(claim: Claim, one: Shown) -> Link:
    """Return the way to a claim, named by its words unless they may name a private person."""
    quote = "" if one.identifies else claim.said["quote"]
    return Link(address.claim(claim.pk), quote, at=claim.text.capture.captured_at)


def _link(update: Update) -> Link:
    blog, number = update.blog, update.number or 0
    path = address.update(blog.column.slug, blog.slug, number)
    title = update.headline or gettext("Update {number}").format(number=number)
    return Link(path=path, title=title, at=update.day or update.published_at)


def _passages(one: Shown, updates: list[Update]) -> tuple[Passage, ...]:
    if one.state != "kept" or one.identifies:
        return ()
    quoted = dict.fromkeys(
        quote.words
        for update in updates
        for quote in text.quotes(update.body)
        if uuid(quote.report) == one.id and quote.words.strip()
    )
    texts = _texts_of(one) if quoted else []
    held = [held_in(kept, one.id) for _, kept in texts]
    return tuple(_passage(texts, held, words) for words in list(quoted)[:MOST_PASSAGES])


def _passage(texts: list[tuple[int, str]], held: list[set[text.Span]], words: str) -> Passage:
    """Return the words as they stand in the newest version that has them."""
    for (number, kept), kept_back in zip(texts, held, strict=True):
        found = passage(kept, words, kept_back)
        if found.found:
            return replace(found, stood_in=0 if number == texts[0][0] else number)
    return passage("", words)


def _texts_of(one: Shown) -> list[tuple[int, str]]:
    """Return the newest kept texts, the newest first, with the numbers of their versions."""
    captures = Capture.objects.filter(report=one.id).order_by(*NEWEST_FIRST)[:MOST_VERSIONS]
    return [(capture.number, _text_of(capture)) for capture in captures]


def _text_of(capture: Capture) -> str:
    words = capture.text
    try:
        return storage.read(words.sha256).decode(errors="replace") if words else ""
    except FileNotFoundError:
        return ""  # `archive verify` tells of it
