"""Read, group, print; what was skipped, and why, goes to the error side."""

from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from dateline.server import text_files
from dateline.server.grouping.claims import Claims
from dateline.server.reading.lines import line
from dateline.server.reading.table import printable
from dateline.server.text_files import NoText
from dateline.weighing.grouping import group


def run(command: BaseCommand, name: str) -> None:
    """Print the group of each claim, in the order of the file. Raises CommandError."""
    with _bar() as bar:
        claims = _read(name, bar)
        bar.add_task(f"Grouping {len(claims.signatures):,} claims", total=None)
        groups = group(claims.signatures.values())
    for claim in claims.signatures:
        command.stdout.write(line({"claim": claim, "group": groups[claim]}))
    for number, why in claims.bad:
        command.stderr.write(f"line {number}: skipped: {printable(why)}")
    if claims.bad:
        told = f"{len(claims.bad):,} of {len(claims.bad) + len(groups):,} lines were skipped."
        raise CommandError(told, returncode=1)


def _read(name: str, bar: Progress) -> Claims:
    step = bar.add_task("Reading", total=None)
    try:
        with text_files.opened(name) as file:
            return Claims.read(file, lambda: bar.advance(step))
    except NoText as error:
        what = "the input" if name == "-" else printable(name)
        raise CommandError(f"{what} cannot be read. {error}") from None


def _bar() -> Progress:
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True)
