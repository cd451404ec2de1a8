"""Writing one blog's files: only those that a change touches, `head.json` last."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from dateline.ledger.models import Entry as LogEntry
from dateline.ledger.models import LiveBlog, Update

from . import address, cards, day, feeds, pictures, read, render
from .files import SiteFolder
from .plan import BlogPlan, Step, change_of
from .situation.memo import Situations
from .view import Assets, BlogView, Entry, PageView

EMBEDDED = 5
FEW = 500

UNMARKING = frozenset({"mark_update", "withdraw_update", "restore_update", "redact"})
"""Verbs after which an update may stand in, or be gone from, the pinned copies and key events."""


@dataclass(frozen=True)
class Site:
    """Where to write, and what every page names."""

    folder: SiteFolder
    assets: Assets
    public_url: str = ""
    situations: Situations = field(default_factory=Situations)
    """What stands beside the updates of each column, weighed once."""


@dataclass
class Touched:
    """The numbers whose permalinks, and the numbered pages, that a change touches."""

    updates: set[int] = field(default_factory=set)
    pages: set[int] = field(default_factory=set)


class BlogPublisher:
    """Writes the files of one blog as it stands now."""

    def __init__(self, site: Site, blog: LiveBlog) -> None:
        self.site = site
        self.blog = blog
        self.view = read.blog_view(blog)
        self.slugs = (blog.column.slug, blog.slug)
        self.folder = address.blog(*self.slugs)

    def write(self, planned: BlogPlan, newest: LogEntry) -> int:
        """Write what the plan asks for; return the revision that `head.json` names."""
        steps = self._steps(planned)
        numbers = self._numbers_of(steps)
        touched = self._everything() if planned.every_page else _touched(steps, numbers)
        self._write_pictures(touched.updates)
        for number in sorted(touched.updates):
            self._write_update(number)
        for k in sorted(touched.pages, reverse=True):  # a new page before what leads to it
            if k <= address.full_pages(self.blog.count):
                self._write_page(k)
        revision = self._revision_at(newest)
        told = self._told(revision)
        for step in steps:
            self._write_delta(step, numbers, told)
        self._write_fronts()
        head = render.head(told, newest.sequence, newest.hash)
        self.site.folder.write(f"{self.folder}head.json", head)
        return revision

    def _revision_at(self, newest: LogEntry) -> int:
        """Return the revision as of an entry: the blog may be further on, its deltas not."""
        public = LogEntry.objects.filter(blog=self.blog, sequence__lte=newest.sequence)
        revisions = public.order_by("-revision").values_list("revision", flat=True)
        return revisions.exclude(revision=None).first() or 0

    def _told(self, revision: int) -> BlogView:
        """Return the blog as open pages hear of it at a revision.

        Where it is further on, a page that heard that it is closed would miss what is to come.
        """
        state = self.view.state if revision == self.view.revision else "live"
        return replace(self.view, revision=revision, state=state)

    def _steps(self, planned: BlogPlan) -> list[Step]:
        if planned.every_delta:
            return list(self._all_steps())
        past = (
            [one for one in self._all_steps() if one.situation] if planned.every_situation else []
        )
        return list(dict.fromkeys((*past, *planned.steps)))

    def _all_steps(self) -> Iterator[Step]:
        entries = LogEntry.objects.filter(blog=self.blog, revision__isnull=False)
        return (Step.of(entry) for entry in entries.order_by("revision"))

    def _numbers_of(self, steps: Iterable[Step]) -> dict[object, int]:
        ids = {step.update for step in steps if step.update}
        updates = self.blog.updates.filter(number__isnull=False)
        if len(ids) <= FEW:  # a database takes only so many values in one query
            updates = updates.filter(pk__in=ids)
        return {pk: number for pk, number in updates.values_list("pk", "number") if number}

    def _everything(self) -> Touched:
        count = self.blog.count
        pages = set(range(1, address.full_pages(count) + 1))
        return Touched(set(range(1, count + 1)), pages)

    def _write_pictures(self, numbers: Iterable[int]) -> None:
        standing = self.blog.updates.filter(status=Update.Status.PUBLISHED)
        updates = list(standing.filter(number__in=list(numbers)))
        shown = [self.blog.photo, self.blog.column.logo, *read.media_of(updates)]
        for media in shown:
            if media and not media.redacted:
                pictures.publish(media, self.site.folder)
        for picture in cards.pictures_in(update.body for update in updates):
            pictures.publish(picture, self.site.folder)

    def _reader(self, folder: str) -> read.Reader:
        return read.Reader(self.blog, address.root_from(folder))

    def _page(self, folder: str, entries: tuple[Entry, ...], **more: object) -> PageView:
        return PageView(
            blog=self.view,
            folder=folder,
            entries=entries,
            assets=self.site.assets,
            public_url=self.site.public_url,
            **more,  # type: ignore[arg-type]
        )

    def _put(self, path: str, text: str) -> None:
        self.site.folder.write(path, text)

    def _write_update(self, number: int) -> None:
        folder = address.update(*self.slugs, number)
        entries = self._reader(folder).these([number])
        view = self._page(folder, entries)
        self._put(f"{folder}index.html", render.page("update", view))

    def _write_page(self, k: int) -> None:
        folder = address.page(*self.slugs, k)
        last = k * address.PER_PAGE
        entries = self._reader(folder).numbered(last - address.PER_PAGE + 1, last)
        newest = k == address.full_pages(self.blog.count)
        newer = self.folder if newest else address.page(*self.slugs, k + 1)
        older = address.page(*self.slugs, k - 1) if k > 1 else None
        view = self._page(folder, entries, number=k, newer=newer, older=older)
        self._put(f"{folder}index.html", render.page("page", view))

    @cached_property
    def index(self) -> PageView:
        """Page one, as it stands now."""
        reader = self._reader(self.folder)
        first = address.first_on_index(self.blog.count)
        k = (first - 1) // address.PER_PAGE
        return self._page(
            self.folder,
            reader.numbered(first, self.blog.count),
            pinned=reader.pinned(),
            key_events=reader.key_events(),
            situation=self.site.situations.html(self.blog),
            older=address.page(*self.slugs, k) if k else None,
        )

    def _write_fronts(self) -> None:
        """Write what always shows the newest: page one, the day, the feeds and the embed page."""
        self._put(f"{self.folder}index.html", render.page("index", self.index))
        self._put(f"{self.folder}day.html", day.html(self.blog, self.index))
        root = self.site.public_url or address.root_from(self.folder)
        newest = self.index.entries[: feeds.NEWEST]
        if self.site.public_url:  # a feed is read elsewhere: its pictures need the whole address
            newest = read.Reader(self.blog, root).newest(feeds.NEWEST)
        self._put(f"{self.folder}feed.atom", feeds.atom(self.view, newest, root))
        self._put(f"{self.folder}feed.json", feeds.json_feed(self.view, newest, root))
        embed = f"{self.folder}embed/"
        entries = self._reader(embed).newest(EMBEDDED)
        self._put(f"{embed}index.html", render.page("embed", self._page(embed, entries)))

    def _write_delta(self, step: Step, numbers: dict[object, int], told: BlogView) -> None:
        entry = self._entry(numbers.get(step.update))
        names = regions_of(step, entry) | self._moved(step, entry)
        text = render.delta(
            told,
            step.revision,
            [(self._article(entry), change_of(step.verb), entry.number)] if entry else [],
            {name: html for name, html in self._regions.items() if name in names},
            reload=step.everywhere,
        )
        self._put(address.revision(*self.slugs, step.revision), text)

    @cached_property
    def _on_index(self) -> dict[int, Entry]:
        return {entry.number: entry for entry in self.index.entries}

    def _entry(self, number: int | None) -> Entry | None:
        if number is None:
            return None
        if number in self._on_index:
            return self._on_index[number]
        return next(iter(self._reader(self.folder).these([number])), None)

    def _moved(self, step: Step, entry: Entry | None) -> set[str]:
        """Return the region in which an older update, which this one moves, is linked to."""
        if entry is None or change_of(step.verb) != "added":
            return set()
        moved = entry.number - address.PER_PAGE
        marked = any(one.number == moved for one in self.index.key_events)
        return {"key-events"} if marked else set()

    def _article(self, entry: Entry) -> str:
        return render.entry(entry, self.index)

    @cached_property
    def _regions(self) -> dict[str, str]:
        return render.regions(self.index)


def _touched(steps: Iterable[Step], numbers: dict[object, int]) -> Touched:
    """Return what a few steps touch.

    The 40th after an update sends its permalink to its numbered page, so that they move one at a
    time and not 40 at once; see `read.home_of`. A page that just filled up is written together with
    its older neighbour, which now has a newer page to point to.
    """
    touched = Touched()
    for step in steps:
        number = numbers.get(step.update)
        if number is None:
            continue
        touched.updates.add(number)
        if change_of(step.verb) != "added":
            touched.pages.add(address.page_of(number))
            continue
        if number > address.PER_PAGE:
            touched.updates.add(number - address.PER_PAGE)
        if number % address.PER_PAGE == 0:
            full = address.page_of(number)
            touched.pages |= {full, full - 1} - {0}
    return touched


def regions_of(step: Step, entry: Entry | None) -> set[str]:
    """Return the regions of page one that a step may have changed."""
    if step.situation:
        return {"situation"}
    if entry is None:
        return {"masthead", "bar-links"}
    change = change_of(step.verb)
    names = {"pager"} if change == "added" else set()
    if entry.pinned or step.verb in UNMARKING:
        names.add("pinned")
    if entry.key_event or entry.summary or step.verb in UNMARKING:
        names.add("key-events")
    return names
