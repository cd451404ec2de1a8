"""Reads the tables of bellingcat's auto-archiver: its Google Sheet saved as CSV, and its db.csv.

A sheet has a row a link with columns such as "Link" and "Archive status". db.csv has the columns
"status", "metadata" and "media", the latter two as Python writes its values.
"""

import ast
import csv
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from dateline.archive.imports.found import Bad, ForeignError, Found, Piece

MOST_CHARACTERS = 1_000_000
"""In one cell."""
HASHES = {"sha-256": "sha256", "sha3-512": "sha3_512"}
"""The two that auto-archiver offers, by its names for them."""
SHEET = frozenset({"link", "archive status"})
DATABASE = frozenset({"status", "metadata", "media"})
FILE_COLUMNS = ("archive location", "screenshot", "wacz")
UTC_AS_WRITTEN = frozenset({"datetime.timezone.utc", "tzutc()"})
ADDRESS = ("https://", "http://")


def read(table: Path) -> Iterator[Found | Bad]:
    """Read a table row by row; the files that it names are looked for beside it, nowhere else.

    Raises ForeignError where it is not auto-archiver's.
    """
    # The library's own limit is less than a long post; a cell above ours ends as a bad row.
    csv.field_size_limit(2 * MOST_CHARACTERS)
    with table.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
        rows = csv.reader(file)
        columns = _columns(rows)
        interpret = _from_database if set(columns) >= DATABASE else _from_sheet
        if interpret is _from_sheet and not set(columns) >= SHEET:
            missing = " and ".join(f"“{name}”" for name in sorted(SHEET - set(columns)))
            raise ForeignError(f"{table.name} is no table of auto-archiver: no column {missing}.")
        yield from _interpreted(rows, columns, interpret, _Shelf(table.parent))


def _columns(rows: Any) -> list[str]:
    try:
        return [name.strip().lower() for name in next(rows, [])]
    except csv.Error:
        return []


def _interpreted(
    rows: Any, columns: list[str], interpret: "_Interpret", shelf: "_Shelf"
) -> Iterator[Found | Bad]:
    while True:
        line = rows.line_num + 1
        try:
            cells = next(rows)
            if any(cells):
                yield interpret(line, _row(columns, cells), shelf)
        except StopIteration:
            return
        except (csv.Error, _RowError) as error:
            yield Bad(line, str(error))


class _RowError(Exception):
    """A row that cannot be read."""


def _row(columns: list[str], cells: list[str]) -> dict[str, str]:
    if any(len(cell) > MOST_CHARACTERS for cell in cells):
        raise _RowError(f"A cell has more than {MOST_CHARACTERS} characters.")
    if any(map(_is_broken, cells)):
        raise _RowError("The row is not UTF-8 text.")
    return dict(zip(columns, (cell.strip() for cell in cells), strict=False))


def _is_broken(cell: str) -> bool:
    """Tell whether bytes were no UTF-8: they were read as half of a surrogate pair."""
    return any("\ud800" <= letter <= "\udfff" for letter in cell)


_Interpret = Callable[[int, dict[str, str], "_Shelf"], Found]


@dataclass(frozen=True)
class _Shelf:
    """The folder of the table: whatever a table names outside of it is not touched."""

    folder: Path

    def take(self, names: dict[str, str]) -> dict[str, Any]:
        """Sort what a row names (each with its hash, or none) into files, addresses and notes."""
        files: list[Piece] = []
        elsewhere: list[str] = []
        notes: list[str] = []
        for name, given in names.items():
            if name.startswith(ADDRESS):
                elsewhere.append(name)
            elif path := self._inside(name):
                files.append(Piece(path, given, _matches(path, given)))
            else:
                notes.append(f"“{name}” does not lie beside the table.")
        return {"files": tuple(files), "elsewhere": tuple(elsewhere), "notes": tuple(notes)}

    def _inside(self, name: str) -> Path | None:
        """Return a file under the folder, never one that "..", a root or a link leads out to."""
        try:
            path = (self.folder / name).resolve()
            inside = path.is_relative_to(self.folder.resolve()) and path.is_file()
        except (OSError, ValueError):
            return None
        return path if inside else None


def _matches(path: Path, given: str) -> bool | None:
    name, _, value = given.partition(":")
    if name.lower() not in HASHES:
        return None
    with path.open("rb") as file:
        return hashlib.file_digest(file, HASHES[name.lower()]).hexdigest() == value.lower()


# The sheet


def _from_sheet(line: int, row: dict[str, str], shelf: _Shelf) -> Found:
    # The hash is that of what stands first at the archive's location.
    names = {name: "" for column in FILE_COLUMNS for name in row.get(column, "").splitlines()}
    first = next(iter(row.get("archive location", "").splitlines()), "")
    if first:
        names[first] = row.get("hash", "")
    return Found(
        line=line,
        url=_address(row.get("link", "")),
        title=row.get("upload title", ""),
        text=row.get("text content", ""),
        posted_at=_moment(row.get("upload timestamp", "")),
        archived_at=_moment(row.get("archive date", "")),
        status=row.get("archive status", ""),
        **shelf.take({name.strip(): given for name, given in names.items() if name.strip()}),
    )


def _address(words: str) -> str:
    if not words.startswith(ADDRESS) or len(words.split()) != 1:
        raise _RowError("The row has no link.")
    return words


def _moment(words: Any) -> datetime | None:
    """Read a time as auto-archiver writes it: ISO 8601, UTC where it names no zone."""
    if isinstance(words, str):
        try:
            words = datetime.fromisoformat(words)
        except ValueError:
            return None
    if not isinstance(words, datetime):
        return None
    return words if words.tzinfo else words.replace(tzinfo=UTC)


# db.csv


def _from_database(line: int, row: dict[str, str], shelf: _Shelf) -> Found:
    told, media = _value(row["metadata"]), _value(row.get("media", "[]"))
    if not isinstance(told, dict) or not isinstance(media, list):
        raise _RowError("The row is not as auto-archiver writes it.")
    return Found(
        line=line,
        url=_address(_text(told.get("url"))),
        title=_text(told.get("title")),
        text=_text(told.get("content")),
        posted_at=_moment(told.get("timestamp")),
        archived_at=_moment(told.get("_processed_at")),
        status=row["status"],
        **shelf.take({name: given for one in media for name, given in _media(one)}),
    )


def _media(one: Any) -> Iterator[tuple[str, str]]:
    if not isinstance(one, dict):
        return
    properties, urls = one.get("properties"), one.get("urls")
    given = _text(properties.get("hash")) if isinstance(properties, dict) else ""
    for name in urls if isinstance(urls, list) else []:
        if text := _text(name):
            yield text, given


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _value(written: str) -> Any:
    """Return a value that Python wrote, by its grammar alone: nothing is run."""
    try:
        return _node_value(ast.parse(written or "None", mode="eval").body)
    except (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError):
        raise _RowError("The row is not as auto-archiver writes it.") from None


def _node_value(node: ast.expr) -> Any:
    """Read plain values and datetimes; what else may stand there is not needed and is None."""
    if isinstance(node, ast.Constant):
        return node.value
    if isinstance(node, ast.List | ast.Tuple):
        return [_node_value(one) for one in node.elts]
    if isinstance(node, ast.Dict):
        pairs = zip(node.keys, node.values, strict=True)
        return {_text(_node_value(key)): _node_value(one) for key, one in pairs if key}
    if isinstance(node, ast.Call) and ast.unparse(node.func) == "datetime.datetime":
        return _datetime(node)
    return None


def _datetime(call: ast.Call) -> datetime | None:
    """Read a time in UTC; one of another zone is rather not known than wrong."""
    numbers = [_node_value(one) for one in call.args]
    in_utc = all(ast.unparse(named.value) in UTC_AS_WRITTEN for named in call.keywords)
    if not in_utc or not 3 <= len(numbers) <= 7 or any(type(one) is not int for one in numbers):
        return None
    year, month, day, hour, minute, second, part = [*numbers, 0, 0, 0, 0][:7]
    return datetime(year, month, day, hour, minute, second, part, UTC)
