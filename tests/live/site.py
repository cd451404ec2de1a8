"""The site as its readers have it: its files, where they lead, and what stands in them."""

import json
import posixpath
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

from lxml import html

COLUMN = "putin-in-syria"
BLOG = f"{COLUMN}/2015-10-21"
ARTICLE = re.compile(r'<article class="entry[^>]* id="u(\d+)".*?</article>', re.DOTALL)
REGIONS = ("bar-links", "masthead", "key-events", "pinned", "pager", "situation")
LOADS = {"script", "img", "iframe", "source", "video", "audio", "embed", "object", "track"}
"""Elements that fetch what they name; a `link` does only as a style sheet, an icon or the like."""


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.loads: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if said.get("id"):
            self.ids.add(said["id"] or "")
        is_link = tag == "link" and said.get("rel") in ("alternate", "canonical")
        loads = tag in LOADS or (tag == "link" and not is_link)
        found = [said.get("href"), said.get("src"), said.get("poster"), said.get("data")]
        found += [one.split()[0] for one in (said.get("srcset") or "").split(", ") if one]
        (self.loads if loads else self.links).extend(one for one in found if one is not None)


@dataclass
class Page:
    """What one HTML file names: its anchors, where it leads, and what it loads."""

    ids: set[str]
    links: list[str]
    loads: list[str]

    @classmethod
    def of(cls, text: str) -> "Page":
        reading = _Links()
        reading.feed(text)
        return cls(reading.ids, reading.links, reading.loads)


@dataclass
class Site:
    """A folder of plain files."""

    root: Path
    pages: dict[str, tuple[tuple[int, int], Page]] = field(default_factory=dict)

    def text(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def json(self, path: str):
        return json.loads(self.text(path))

    def parsed(self, path: str):
        return html.fromstring(self.text(path))

    def has(self, path: str) -> bool:
        return (self.root / path).is_file()

    def files(self) -> dict[str, bytes]:
        """Return every file that a web server would serve, by its path."""
        every = (path for path in sorted(self.root.rglob("*")) if path.is_file())
        named = {path.relative_to(self.root).as_posix(): path for path in every}
        return {name: path.read_bytes() for name, path in named.items() if name[0] != "."}

    def followed(self) -> dict[str, bytes]:
        """Return the same without what is written apart, at a time of its own."""
        apart = ("/claims.jsonl", "/incidents.csv")
        return {name: data for name, data in self.files().items() if not name.endswith(apart)}

    def html_files(self) -> list[str]:
        named = (path.relative_to(self.root).as_posix() for path in self.root.rglob("*.html"))
        return sorted(named)

    def page(self, path: str) -> Page:
        status = (self.root / path).stat()
        stamp = (status.st_mtime_ns, status.st_ino)
        if path not in self.pages or self.pages[path][0] != stamp:
            self.pages[path] = (stamp, Page.of(self.text(path)))
        return self.pages[path][1]

    def broken_links(self, *only: str) -> list[str]:
        """Return every relative way, in these pages or all, that leads to no file or no anchor."""
        return [
            f"{path}: {link}"
            for path in only or self.html_files()
            for link in (*self.page(path).links, *self.page(path).loads)
            if not self._leads_somewhere(path, link)
        ]

    def _leads_somewhere(self, path: str, link: str) -> bool:
        if urlsplit(link).scheme or link == "#":
            return True
        way, anchor = urldefrag(link)
        target = path if not way else posixpath.normpath(posixpath.join(Path(path).parent, way))
        if way.endswith("/"):
            target = posixpath.normpath(f"{target}/index.html")
        if target.startswith("../") or not self.has(target):
            return False
        return not anchor or anchor in self.page(target).ids

    def articles(self, path: str) -> dict[int, str]:
        return articles(self.text(path))

    def delta(self, revision: int, blog: str = BLOG):
        return self.json(f"{blog}/rev/{revision}.json")

    def newest_delta(self, blog: str = BLOG):
        return self.delta(self.json(f"{blog}/head.json")["rev"], blog)


def articles(text: str) -> dict[int, str]:
    """Return a page's updates, as they are written there, by their number."""
    return {int(one.group(1)): one.group() for one in ARTICLE.finditer(text)}


def regions(text: str) -> dict[str, str]:
    """Return the regions of a page one, as a browser has them, by their id."""
    page = html.fromstring(text)
    return {name: as_parsed(page.get_element_by_id(name)) for name in REGIONS}


def as_parsed(element) -> str:
    """Return an element, or the HTML of one, as a browser has it."""
    element = html.fragment_fromstring(element) if isinstance(element, str) else element
    return html.tostring(element, encoding="unicode", with_tail=False)


def words_of(element) -> str:
    """Return what an element says, its white space as a reader sees it."""
    said = element.xpath(".//text()[not(parent::script or parent::style or parent::title)]")
    return " ".join("".join(said).split())
