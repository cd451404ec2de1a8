"""`dateline places`: find a place, read the places of a text, add places to the gazetteer."""

import json
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from dateline.places import BadSource, Candidate, Gazetteer, Located, Locator
from dateline.places.match import Point
from dateline.places.resolving import Context
from dateline.places.store import Store
from dateline.server import place_lines
from dateline.server.text_files import NoText

NO_MATCH = "no match"
DOCUMENTS = 'JSON lines, {"doc": …, "text": "…", "mentions": [[start, end], …]}; - for the input'
WHY = "why"


class Command(BaseCommand):
    """Needs no site: the gazetteer is one file in the data folder, built at first use."""

    help = "find a place by name, read the places of texts, or add places to the gazetteer"
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take what to do."""
        verbs = parser.add_subparsers(dest="verb", required=True)
        _find_arguments(verbs.add_parser("find", help="where a name or a phrase points"))
        _add_arguments(verbs.add_parser("add", help="add files of places and build anew"))
        reading = "every mention of a place in a text, as JSON lines"
        _text_arguments(verbs.add_parser("read", help=reading), "a text, UTF-8; - for the input")
        given = "one resolution a mention of given documents, as JSON lines"
        _text_arguments(verbs.add_parser("resolve", help=given), DOCUMENTS)

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it, and say in plain words what went wrong."""
        doings: dict[str, Callable[..., None]] = {
            "find": self._find,
            "add": self._add,
            "read": partial(self._text, place_lines.read),
            "resolve": partial(self._text, place_lines.resolve),
        }
        try:
            doings[options["verb"]](options)
        except BadSource as error:
            raise CommandError(str(error)) from error
        except NoText as error:
            raise CommandError(f"{options['file']}: {error}") from None

    # find

    def _find(self, options: dict[str, Any]) -> None:
        with Gazetteer(built()) as gazetteer:
            near = _point(gazetteer, options["near"] or options["context"])
            country = _country(options["country"])
            locator = Locator(gazetteer, country=country, near=near)
            found = [(name, locator.locate(name)) for name in options["names"]]
            show = _as_json if options["json"] else _as_text
            for name, located in found:
                show(self, name, located)
        if not any(located for _, located in found):
            raise SystemExit(1)

    # read, resolve

    def _text(self, act: Callable[..., None], options: dict[str, Any]) -> None:
        with Gazetteer(built()) as gazetteer:
            front = _point(gazetteer, options["near"])
            fronts = (front,) if front else ()
            act(self, options["file"], Context(_country(options["country"]), fronts), gazetteer)

    # add

    def _add(self, options: dict[str, Any]) -> None:
        store = Store(Path(settings.DATELINE_DATA))
        files = [Path(name) for name in options["files"]]
        if missing := [str(file) for file in files if not file.exists()]:
            raise CommandError(f"There is no {', '.join(missing)}.")
        with _bar(options["json"]) as told:
            done = store.add(files, told)
        if options["json"]:
            self.stdout.write(json.dumps(asdict(done) | {"path": str(done.path)}))
            return
        for line in done.bad:
            self.stderr.write(f"skipped: {line}")
        self.stdout.write(f"{done.added:,} places read; {done.places:,} in {done.path}")


def built(quiet: bool = True) -> Path:
    """Return the gazetteer's file, built first where there is none or it is of an older version."""
    store = Store(Path(settings.DATELINE_DATA))
    if store.is_current():
        return store.file
    with _bar(False) as told:
        return store.rebuild(told).path


def _find_arguments(parser: CommandParser) -> None:
    parser.add_argument("names", nargs="+", metavar="NAME", help='such as "20 km east of Aleppo"')
    parser.add_argument("--near", default="", metavar="LAT,LON|NAME", help="prefer what lies near")
    parser.add_argument("--country", default="", metavar="SY", help="only in this country")
    parser.add_argument("--context", default="", metavar="TEXT", help="a place that the text is on")
    parser.add_argument("--json", action="store_true", help="one line of JSON for each name")


def _text_arguments(parser: CommandParser, what: str) -> None:
    parser.add_argument("file", metavar="FILE", help=what)
    parser.add_argument("--near", default="", metavar="LAT,LON|NAME", help="where the story is set")
    parser.add_argument("--country", default="", metavar="SY", help="a bias, not a limit")


def _add_arguments(parser: CommandParser) -> None:
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="a GeoNames dump, an OCHA COD-AB folder or zip, a CSV or a GeoJSON",
    )
    parser.add_argument("--json", action="store_true", help="the result as one line of JSON")


def _country(told: str) -> str:
    if told and not (len(told) == 2 and told.isascii() and told.isalpha()):
        raise CommandError(f"“{told}” is no country: take its two letters, such as SY.")
    return told.upper()


class _bar:  # noqa: N801  reads as the function that it stands for
    """Shows progress on the terminal's error side, so that pipes stay clean."""

    def __init__(self, silent: bool) -> None:
        columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
        self.progress = Progress(*columns, console=Console(stderr=True), disable=silent)

    def __enter__(self) -> Callable[[str, int], None]:
        self.progress.start()
        task = self.progress.add_task("the gazetteer: opening the sources", total=None)

        def told(step: str, done: int) -> None:
            self.progress.update(task, description=f"the gazetteer: {step} {done:,} places")

        return told

    def __exit__(self, *_: object) -> None:
        self.progress.stop()


def _point(gazetteer: Gazetteer, told: str) -> Point | None:
    """Return the point that `--near` or `--context` gives: two numbers, or a name."""
    if not told:
        return None
    try:
        lat, lon = map(float, told.split(","))
    except ValueError:
        located = Locator(gazetteer).locate(told)
        if located is None:
            raise CommandError(f"{NO_MATCH} for “{told}”: no place to be near to.") from None
        return located.lat, located.lon, located.radius_m
    if not (abs(lat) <= 90 and abs(lon) <= 180):
        raise CommandError(f"There is no point {told}: latitude first, then longitude.")
    return lat, lon


def _as_json(command: BaseCommand, name: str, located: Located | None) -> None:
    told: dict[str, Any] = {"asked": name, "found": located is not None}
    if located:
        told |= asdict(located)
        told["candidates"] = [_told(candidate) for candidate in located.candidates]
    command.stdout.write(json.dumps(told, ensure_ascii=False))


def _told(candidate: Candidate) -> dict[str, Any]:
    told = asdict(candidate)
    del told["row"]
    return told


def _as_text(command: BaseCommand, name: str, located: Located | None) -> None:
    if located is None:
        command.stdout.write(f"{name}: {NO_MATCH}")
        return
    width = f"{located.radius_m / 1000:g} km"
    command.stdout.write(
        f"{name}: {located.name}, {located.level}, {located.lat:.4f}, {located.lon:.4f}"
        f" ± {width} ({located.why})"
    )
    table = Table(box=None, pad_edge=False)
    for column in ("", "name", "level", "in", "lat, lon", "radius", WHY, "source"):
        table.add_column(column)
    for n, one in enumerate(located.candidates[:10], 1):
        place = f"{one.lat:.4f}, {one.lon:.4f}"
        reach = f"{one.radius_m / 1000:g} km"
        path = " › ".join(one.admin)
        table.add_row(f"{n}", one.name, one.level, path, place, reach, one.why, one.id)
    Console(file=command.stdout, width=160, markup=False).print(table)  # type: ignore[arg-type]
