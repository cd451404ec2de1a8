"""`dateline read DIR`: the claims of each file of a folder, each in a file of its own."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.progress import MofNCompleteColumn, Progress

from dateline.server.management.commands.places import built
from dateline.server.reading.asking import given
from dateline.server.reading.failing import in_plain_words
from dateline.server.reading.folder import Folder, Outcome
from dateline.server.reading.table import printable

OTHERWISE = (
    "{out} was begun with another --published, --zone or --country, or by another version of the"
    " reader. Go on with those, or choose another --out."
)


def run(command: BaseCommand, options: Mapping[str, Any]) -> None:
    """Read all that is not done yet; say what was, and which files could not be."""
    folder = _folder(options)
    files = folder.files()
    known = given(options)
    with in_plain_words(options["what"]), _bar() as bar:
        step = bar.add_task("Reading", total=len(files))
        try:
            if not folder.begin(known):
                raise CommandError(OTHERWISE.format(out=printable(str(folder.out))))
            folder.read(files, known, built(), options["jobs"], lambda _: bar.advance(step))
        except OSError as error:
            raise CommandError(f"{folder.out} cannot be written: {error.strerror}.") from None
        finally:  # also on Ctrl-C: what is done is done
            bar.stop()
            _tell(command, folder, folder.outcome)
    if bad := len(folder.outcome.bad):
        raise CommandError(f"{bad:,} of {len(files):,} could not be read.", returncode=1)


def _folder(options: Mapping[str, Any]) -> Folder:
    if options["format"] != "jsonl":
        raise CommandError("A folder's claims are written as JSON lines: leave --format out.")
    source = Path(options["what"]).resolve()
    out = Path(options["out"]).resolve() if options["out"] else Path(f"{source}.claims")
    if out == source:
        raise CommandError("The claims need a folder of their own. Choose another --out.")
    return Folder(source, out)


def _bar() -> Progress:
    columns = (*Progress.get_default_columns(), MofNCompleteColumn())
    return Progress(*columns, console=Console(stderr=True))


def _tell(command: BaseCommand, folder: Folder, outcome: Outcome) -> None:
    for path, why in outcome.bad:
        name = path.relative_to(folder.source)
        command.stderr.write(f"skipped: {printable(str(name))}: {printable(why)}")
    for why, files in outcome.unread.items():
        command.stderr.write(f"not read in {files:,} files: {why}")
    before = f", {outcome.skipped:,} had been read before" if outcome.skipped else ""
    command.stderr.write(f"{outcome.read:,} read{before}: {printable(str(folder.out))}")
