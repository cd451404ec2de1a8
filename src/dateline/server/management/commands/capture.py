"""`dateline capture`: keep an address, a file, or pasted text as a report."""

import json
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, suppress
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError
from django.utils import timezone
from rich.console import Console
from rich.progress import Progress

from dateline.archive import outward
from dateline.archive.bring import MOST_BYTES, bring_address, bring_given
from dateline.archive.capture import Capturer
from dateline.archive.extract.apart import Apart
from dateline.archive.keep import Keeper
from dateline.ledger.models import Capture, Person, Report
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.in_hand import TakenOver, let_go, take, want_again
from dateline.ledger.verbs.reports import Caution
from dateline.server.prepare import require_site

PATIENCE = 120.0
"""Seconds to wait for a worker that has the same report in hand."""


CAUTION = ("graphic", "identifies", "protected")
STILL = "Another process has it in hand and is not done yet. Look at it on the desk."


class Command(BaseCommand):
    """Captures here and now, whether or not a worker runs; ends with 1 where anything failed."""

    help = "keep an address, a file, or - for pasted text, as a report"
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take what to keep, and how."""
        parser.add_argument("what", nargs="+", help="addresses, files, or - for pasted text")
        parser.add_argument("--protected", action="store_true", help="it never leaves the desk")
        parser.add_argument("--graphic", action="store_true", help="readers open it by a click")
        parser.add_argument("--identifies", action="store_true", help="it identifies a person")
        parser.add_argument("--as", dest="email", default="", help="e-mail of whoever brings it")
        parser.add_argument("--json", action="store_true", help="print one JSON object a line")

    def handle(self, *args: Any, **options: Any) -> None:
        """Capture everything; one that fails does not keep the others."""
        require_site()
        self.by = person(options["email"])
        self.caution = Caution(**{name: options[name] for name in CAUTION})
        wanted, failed = options["what"], 0
        try:
            with ExitStack() as stack:
                opened = capturer(stack)
                for what in self._each(wanted, quiet=options["json"]):
                    said = self._one(what, opened)
                    failed += "trouble" in said
                    self.stdout.write(json.dumps(said) if options["json"] else _in_words(said))
        except KeyboardInterrupt:
            self.stderr.write("Stopped. What was asked for stands on the desk.")
            sys.exit(130)
        if failed:
            raise CommandError(f"{failed} of {len(wanted)} could not be kept.", returncode=1)

    def _each(self, wanted: list[str], *, quiet: bool) -> Iterator[str]:
        if quiet or len(wanted) == 1 or not sys.stderr.isatty():
            yield from wanted
            return
        with Progress(transient=True, console=Console(stderr=True)) as progress:
            yield from progress.track(wanted, description="Capturing")

    def _one(self, what: str, capturer: Capturer) -> dict[str, Any]:
        said = {"asked": what}
        try:
            report = self._brought(what)
            said["report"] = str(report.pk)
            capture = captured(report, capturer)
        except (Refused, OSError, DatabaseError) as error:
            return said | {"trouble": _words(error)}
        report.refresh_from_db()
        return said | (_said_of(capture) if capture else {"trouble": report.trouble or STILL})

    def _brought(self, what: str) -> Report:
        if what == "-":
            pasted = sys.stdin.buffer.read(MOST_BYTES + 1)
            return bring_given(by=self.by, data=pasted, caution=self.caution)
        if what.lower().startswith(("http://", "https://")):
            return bring_address(by=self.by, address=what, caution=self.caution)
        path = Path(what)
        if path.stat().st_size > MOST_BYTES:
            raise Refused(f"It has {path.stat().st_size / 1e6:.0f} MB; 50 MB is the most.")
        return bring_given(by=self.by, data=path.read_bytes(), name=path.name, caution=self.caution)


def capturer(stack: ExitStack) -> Capturer:
    """Open what captures; it closes with the stack. Raises CommandError for a bad setting."""
    try:
        fetcher = stack.enter_context(closing(outward.fetcher()))
        authority = outward.authority()
    except Refused as refused:  # a setting that cannot be read
        raise CommandError(str(refused)) from None
    apart = stack.enter_context(closing(Apart()))
    renderer = outward.renderer(fetcher)
    return Capturer(fetcher, Keeper(fetcher, apart, renderer=renderer, authority=authority))


def person(email: str) -> Person | None:
    """Return who has the address; None for none. Raises CommandError for one of nobody here."""
    if not email:
        return None
    found: Person | None = Person.objects.filter(email__iexact=email, is_active=True).first()
    if found is None:
        raise CommandError(f"Nobody at this desk has the address {email}.")
    return found


def _words(error: Exception) -> str:
    """Return plain words: a database's own may be of any kind."""
    if isinstance(error, DatabaseError):
        return "The database could not be written. Look whether the disk is full, and try again."
    return error.strerror or str(error) if isinstance(error, OSError) else str(error)


def captured(report: Report, capturer: Capturer) -> Capture | None:
    """Capture a report here, or wait for the worker that has it in hand already."""
    before = report.captures.count()
    deadline = time.monotonic() + PATIENCE
    if report.given_warc and before:
        return report.newest  # handed in and kept before
    if report.address:
        want_again(report)
    while time.monotonic() < deadline:
        if (mine := take(report)) is None:
            time.sleep(0.2)
            continue
        if mine.captures.count() > before:  # the worker was quicker
            let_go(mine, due_at=mine.due_at)
            return mine.newest
        mine.wanted = True  # whatever the worker made of the wish meanwhile
        with suppress(TakenOver):  # by a worker that starts: it gives back all that is in hand
            return _looked(mine, capturer)
    return None


def _looked(mine: Report, capturer: Capturer) -> Capture | None:
    try:
        return capturer.look(mine)
    except TakenOver:
        raise
    except BaseException:  # Ctrl-C too: the worker may take it up at once
        with suppress(OSError, DatabaseError):
            let_go(mine, due_at=timezone.now())
        raise


def _said_of(capture: Capture) -> dict[str, Any]:
    source = capture.report.source
    return {
        "version": capture.number,
        "captured_at": capture.captured_at.isoformat(timespec="seconds"),
        "source": source.name if source else "",
        "title": capture.title,
        "author": capture.author,
        "posted_at": capture.posted_at.isoformat() if capture.posted_at else None,
        "language": capture.language,
        "url": capture.url,
        "media_type": capture.media_type,
        "size": capture.size,
        "sha256": capture.sha256,
        "looks_like": capture.looks_like,
        "characters": capture.text.length if capture.text else 0,
    }


def _in_words(said: dict[str, Any]) -> str:
    if "trouble" in said:
        return f"{said['asked']}: not kept. {said['trouble']}"
    looks = f" It looks like {said['looks_like']}." if said["looks_like"] else ""
    return (
        f"{said['title'] or said['asked']}\n"
        f"  report {said['report']}, version {said['version']}, {said['source'] or 'no source'}, "
        f"{said['characters']:,} characters of text.{looks}\n"
        f"  SHA-256 {said['sha256']}"
    )
