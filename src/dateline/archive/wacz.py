"""WACZ 1.1.1: many captures in one file that ReplayWeb.page, pywb and others open.

The file is a zip of WARC files, an index to find a URL in them, a list of pages, and a manifest
with the SHA-256 of each. Every capture stays a file of its own, named by its hash: whoever has the
hash from a published page finds the very bytes.
"""

import hashlib
import json
import os
import re
import sqlite3
import string
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote_from_bytes, unquote_to_bytes, urlsplit

from dateline.archive.warc import SOFTWARE, Record, records

VERSION = "1.1.1"
INDEXED = frozenset({"response", "resource"})
ASCII_KEPT = string.punctuation.replace("#", "").replace("%", "")
SESSION = re.compile(
    r"((jsessionid|phpsessid|sid)=[0-9a-z]{32}|aspsessionid[a-z]{8}=[a-z]{24})(&|$)"
)
"""Arguments that only tell one visit from another; replay tools look a page up without them."""
DEFAULT_PORTS = {"http": 80, "https": 443}


class WaczError(Exception):
    """The file was not written; `str()` says why."""


@dataclass(frozen=True)
class Item:
    """One capture to pack, and the page that a reader opens it at."""

    url: str
    captured_at: datetime
    title: str
    warc: bytes


def pack(
    target: Path,
    items: Iterable[Item],
    *,
    now: datetime,
    progress: Callable[[int], None] = lambda done: None,
) -> None:
    """Write captures into a .wacz. It appears whole or not at all.

    Items are taken one at a time, so memory does not grow with their bytes; the same items and
    `now` make the same file.
    """
    if target.exists():
        raise WaczError(f"{target} exists already. Choose another name.")
    fresh = target.with_name(f".{target.name}.{os.getpid()}")
    fresh.touch(mode=0o600)
    try:
        with fresh.open("wb") as file:
            with zipfile.ZipFile(file, "w") as packed:
                _Package(packed, now).fill(items, progress)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)


class _Package:
    """The zip as it is written: captures as they come, then what is known only at the end."""

    def __init__(self, packed: zipfile.ZipFile, now: datetime) -> None:
        self._zip = packed
        self._now = now.astimezone(UTC)
        self._resources: list[dict[str, Any]] = []

    def fill(self, items: Iterable[Item], progress: Callable[[int], None]) -> None:
        # A database without a name lies on the disk and goes with its connection: it sorts an
        # index that memory need not hold.
        notes = sqlite3.connect("")
        try:
            notes.execute("CREATE TABLE cdx (line TEXT PRIMARY KEY) WITHOUT ROWID")
            notes.execute("CREATE TABLE pages (line TEXT)")
            self._add_captures(items, notes, progress)
            self._add("indexes/index.cdx", _lines(notes, "SELECT line FROM cdx ORDER BY line"))
            self._add("pages/pages.jsonl", _lines(notes, "SELECT line FROM pages ORDER BY rowid"))
        finally:
            notes.close()
        self._add_manifest()

    def _add_captures(
        self, items: Iterable[Item], notes: sqlite3.Connection, progress: Callable[[int], None]
    ) -> None:
        notes.execute("INSERT INTO pages VALUES (?)", [_json(PAGES_HEAD)])
        packed: set[str] = set()
        for done, item in enumerate(items, 1):
            sha256 = hashlib.sha256(item.warc).hexdigest()
            name = f"{sha256}.warc.gz"
            if sha256 not in packed:
                packed.add(sha256)
                self._add(f"archive/{name}", [item.warc], zipfile.ZIP_STORED)
                lines = ([line] for line in cdx_lines(item.warc, name))
                notes.executemany("INSERT OR IGNORE INTO cdx VALUES (?)", lines)
            notes.execute("INSERT INTO pages VALUES (?)", [_page(item, done)])
            progress(done)

    def _add(self, path: str, chunks: Iterable[bytes], how: int = zipfile.ZIP_DEFLATED) -> None:
        info = zipfile.ZipInfo(path, self._now.timetuple()[:6])
        info.compress_type, info.external_attr = how, 0o644 << 16
        hash_, size = hashlib.sha256(), 0
        with self._zip.open(info, "w") as file:
            for chunk in chunks:
                file.write(chunk)
                hash_.update(chunk)
                size += len(chunk)
        name, found = path.rpartition("/")[2], f"sha256:{hash_.hexdigest()}"
        self._resources.append({"name": name, "path": path, "hash": found, "bytes": size})

    def _add_manifest(self) -> None:
        package = {
            "profile": "data-package",
            "wacz_version": VERSION,
            "software": SOFTWARE,
            "created": _rfc3339(self._now),
            "resources": list(self._resources),
        }
        self._add("datapackage.json", [json.dumps(package, indent=2).encode()])
        digest = {"path": "datapackage.json", "hash": self._resources[-1]["hash"]}
        self._add("datapackage-digest.json", [json.dumps(digest, indent=2).encode()])


PAGES_HEAD = {"format": "json-pages-1.0", "id": "pages", "title": "Pages"}


def _page(item: Item, number: int) -> str:
    page = {"id": str(number), "url": item.url, "ts": _rfc3339(item.captured_at)}
    return _json(page | ({"title": item.title} if item.title else {}))


def _lines(notes: sqlite3.Connection, query: str) -> Iterator[bytes]:
    return (f"{line}\n".encode() for (line,) in notes.execute(query))


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value)


def _rfc3339(when: datetime) -> str:
    return when.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds") + "Z"


# The index


def cdx_lines(warc: bytes, name: str) -> Iterator[str]:
    """Return the lines of a CDXJ index for one WARC file."""
    return (_cdx_line(found, name) for found in records(warc) if found.kind in INDEXED)


def _cdx_line(found: Record, name: str) -> str:
    told = {
        "url": found.uri,
        "mime": found.media_type,
        "status": str(found.status or ""),
        "digest": found.digest,
        "length": str(found.length),
        "offset": str(found.offset),
        "filename": name,
    }
    when = re.sub(r"\D", "", _rfc3339(found.date)) if found.date else ""
    return f"{key(found.uri)} {when} {_json({k: v for k, v in told.items() if v})}"


def key(url: str) -> str:
    """Return a URL as archives sort by it: https://www.Example.org/A → org,example)/a."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return url.lower()
    if parts.scheme not in DEFAULT_PORTS or not parts.hostname:
        return url.lower()
    host = re.sub(r"^www\d*\.", "", parts.hostname.strip("."))
    told = f":{port}" if port and port != DEFAULT_PORTS[parts.scheme] else ""
    query = _query_key(parts.query)
    reversed_host = ",".join(reversed(host.split(".")))
    return f"{reversed_host}{told}){_path_key(parts.path)}{'?' if query else ''}{query}"


def _path_key(path: str) -> str:
    kept: list[str] = []
    for step in _spelt_one_way(path).split("/"):
        if step == "..":
            del kept[-1:]
        elif step not in ("", "."):
            kept.append(step)
    return "/" + "/".join(kept)


def _query_key(query: str) -> str:
    arguments = SESSION.sub("", _spelt_one_way(query)).split("&")
    return "&".join(sorted(arguments, key=lambda one: tuple(one.split("=", 1))))


def _spelt_one_way(part: str) -> str:
    """Undo every escape, also one of an escape, then escape what must be; lower case."""
    raw = part.encode("utf-8", "replace")
    while (plain := unquote_to_bytes(raw)) != raw:
        raw = plain
    return quote_from_bytes(raw, ASCII_KEPT).lower()
