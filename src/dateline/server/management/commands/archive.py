"""`dateline archive verify|export|import`: proving, handing on and taking over kept bytes."""

import json
import sys
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError
from django.db.models import QuerySet
from django.utils import timezone
from rich.console import Console
from rich.progress import Progress

from dateline.archive import export, outward, reread, verify
from dateline.archive.extract.apart import Apart
from dateline.archive.imports.found import ForeignError
from dateline.archive.keep import Keeper
from dateline.archive.takeover import Outcome, Takeover, read
from dateline.archive.wacz import WaczError, pack
from dateline.ledger.database import one_moment
from dateline.ledger.models import Capture
from dateline.ledger.refusal import Refused
from dateline.server.prepare import require_site

T = TypeVar("T")


class Command(BaseCommand):
    """Each action shows its progress and prints its outcome; `--json` for scripts."""

    help = "verify, export, import or reread kept bytes: archive verify"
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take what to do."""
        actions = parser.add_subparsers(dest="action", required=True)
        proof = actions.add_parser("verify", help="prove every stored byte")
        proof.add_argument("--after", type=UUID, help="go on after the capture with this id")
        packing = actions.add_parser("export", help="pack a WACZ for ReplayWeb.page and pywb")
        packing.add_argument("file", type=Path, help="the file to write, such as archive.wacz")
        packing.add_argument("--report", type=UUID, action="append", help="only this one; repeat")
        taking = actions.add_parser("import", help="take over auto-archiver's CSV, WACZ or WARC")
        taking.add_argument("file", type=Path, nargs="+", help="files; run it again to go on")
        reading = actions.add_parser("reread", help="read kept pages with a newer extractor")
        reading.add_argument("--report", type=UUID, action="append", help="only this one; repeat")
        for one in (proof, packing, taking, reading):
            one.add_argument("--json", action="store_true", help="print the outcome as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it."""
        require_site()
        actions = {
            "verify": self._verify,
            "export": self._export,
            "import": self._import,
            "reread": self._reread,
        }
        actions[options["action"]](options)

    def _verify(self, options: dict[str, Any]) -> None:
        roots = _set(outward.roots)
        captures = verify.captures(options["after"])
        faults: list[verify.Fault] = []
        last: UUID | None = options["after"]
        done = 0
        try:
            with _progress(options) as progress, closing(_each(captures)) as each:
                found = progress.track(each, total=captures.count(), description="Verifying")
                for capture in found:
                    faults += verify.faults_of(capture, roots)
                    last, done = capture.pk, done + 1
        except KeyboardInterrupt:
            onward = f"Go on with: --after {last}" if last else "Nothing was verified yet."
            self.stderr.write(f"Stopped after {done} captures. {onward}")
            sys.exit(130)
        faults += verify.other_faults()
        self._say_verified(done, faults, len(verify.strays()), options)

    def _say_verified(
        self, done: int, faults: list[verify.Fault], strays: int, options: dict[str, Any]
    ) -> None:
        if options["json"]:
            told = [vars(fault) for fault in faults]
            said = {"captures": done, "faults": told, "strays": strays, "sealed": verify.sealed()}
            self.stdout.write(json.dumps(said))
        else:
            for fault in faults:
                self.stdout.write(f"{fault.record}: {fault.words}.")
            self.stdout.write(
                f"{done} captures verified, {verify.sealed()} of all sealed; {len(faults)} faults. "
                f"{strays} files belong to no record; they harm nothing."
            )
        if faults:
            raise CommandError("The archive is not as it was kept. Restore a backup.")

    def _export(self, options: dict[str, Any]) -> None:
        now, target = timezone.now(), options["file"]
        try:
            with one_moment(), _progress(options) as progress:
                captures = export.exported(options["report"])
                task = progress.add_task("Packing", total=captures.count())
                pack(
                    target,
                    export.items(captures),
                    now=now,
                    progress=lambda done: progress.update(task, completed=done),
                )
                packed = int(progress.tasks[task].completed)
        except (WaczError, OSError) as error:
            raise CommandError(str(error)) from None
        size = target.stat().st_size
        if options["json"]:
            self.stdout.write(json.dumps({"file": str(target), "captures": packed, "size": size}))
        else:
            said = f"{target}: {packed} captures, {size / 1e6:.1f} MB."
            self.stdout.write(
                f"{said} Protected reports, and those that identify a person, are not in it."
            )

    def _import(self, options: dict[str, Any]) -> None:
        outcomes: Counter[str] = Counter()
        with closing(_set(outward.fetcher)) as fetcher, closing(Apart()) as apart:
            takeover = Takeover(Keeper(fetcher, apart, authority=_set(outward.authority)))
            try:
                with _progress(options) as progress:
                    for path in options["file"]:
                        task = progress.add_task(path.name, total=None)
                        for outcome in _taken(path, takeover):
                            outcomes[outcome.kind] += 1
                            progress.advance(task)
                            self._say_taken(path, outcome, options)
            except KeyboardInterrupt:
                self.stderr.write(f"Stopped: {_counted(outcomes)}. Run it again to go on.")
                sys.exit(130)
        if not options["json"]:
            self.stdout.write(f"{_counted(outcomes)}.")

    def _say_taken(self, path: Path, outcome: Outcome, options: dict[str, Any]) -> None:
        if options["json"]:
            report = str(outcome.report.pk) if outcome.report else None
            said = {"file": str(path), "line": outcome.line, "outcome": outcome.kind}
            self.stdout.write(json.dumps(said | {"report": report, "words": outcome.words}))
        elif outcome.words:
            self.stderr.write(f"{path.name}, line {outcome.line}: {outcome.words}")

    def _reread(self, options: dict[str, Any]) -> None:
        captures, new, lost = reread.captures(options["report"]), 0, 0
        try:
            with closing(Apart()) as apart, _progress(options) as progress:
                task = progress.add_task("Reading again", total=captures.count())
                for capture in list(captures):
                    try:
                        new += reread.reread(capture, apart) is not None
                    except (FileNotFoundError, Refused):  # verify tells of it; redacted meanwhile
                        lost += 1
                    progress.advance(task)
        except KeyboardInterrupt:
            self.stderr.write(f"Stopped after {new} new texts. Run it again to go on.")
            sys.exit(130)
        said = {"new": new, "unread": lost}
        words = f"{new} new texts; older ones stay as they are. {lost} could not be read."
        self.stdout.write(json.dumps(said) if options["json"] else words)


def _each(captures: QuerySet[Capture]) -> Generator[Capture, None, None]:
    yield from captures.iterator(100)


def _taken(path: Path, takeover: Takeover) -> Iterator[Outcome]:
    try:
        for found in read(path):
            yield takeover.take(found)
    except ForeignError as error:
        raise CommandError(str(error)) from None
    except (OSError, DatabaseError) as error:
        why = getattr(error, "strerror", "") or "the database could not be written"
        raise CommandError(f"{path.name}: {why}. Mend that, and run it again to go on.") from None


def _counted(outcomes: Counter[str]) -> str:
    return ", ".join(f"{outcomes[kind]} {kind}" for kind in ("kept", "known", "skipped"))


def _progress(options: dict[str, Any]) -> Progress:
    quiet = options["json"] or not sys.stderr.isatty()
    return Progress(transient=True, disable=quiet, console=Console(stderr=True))


def _set(read_setting: Callable[[], T]) -> T:
    """Return what a setting makes; stop in plain words where it cannot be read."""
    try:
        return read_setting()
    except Refused as refused:
        raise CommandError(str(refused)) from None
