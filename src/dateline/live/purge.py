"""Which addresses a removal changed: what caches and mirrors must drop."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from .files import SiteFolder


@contextmanager
def journal(site: SiteFolder, removals: list[int]) -> Iterator[None]:
    """Write `purge/<sequence>.txt` for each removal, from all that is rewritten in this block.

    Paths are journalled before they are rewritten: after a kill the rewritten files no longer
    differ, but the journal still has them.
    """
    if not removals:
        yield
        return
    folder = Path(settings.DATELINE_DATA) / "purge"
    folder.mkdir(exist_ok=True)
    noted = folder / f"{removals[0]}.journal"
    killed = noted.exists()
    site.journal = noted
    try:
        yield
    finally:
        site.journal = None
    paths = set(_lines(noted))
    for sequence in removals:
        listed = folder / f"{sequence}.txt"
        # Without a journal left over, a list that stands is whole: this site is only made anew.
        if killed or not listed.exists():
            every = paths.union(_lines(listed))
            listed.write_text("".join(f"{path}\n" for path in sorted(every)))
    noted.unlink(missing_ok=True)


def _lines(path: Path) -> list[str]:
    return path.read_text().splitlines() if path.exists() else []
