"""Does the 10,000th update of a blog cost what the 100th did?

    python -m benchmarks.publish [--most 10000]

Publishes that many updates in a fresh data folder, with the real ledger and the real follower on a
real disk. Times 40 publishes in a row around each mark, so that every window holds one turn of a
page, and compares the windows' medians. In between, the follower catches up in batches.
"""

import argparse
import os
import statistics
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from benchmarks.table import machine, print_table

WINDOW = 40
BODY = (
    "The ministry says that its aircraft **struck a command post**; residents say that a bakery was "
    "hit. Neither could be confirmed.\n\n"
    ':::quote{lang=ar source="A resident, by telephone" translation="We heard two explosions." by="the desk"}\n'
    "سمعنا انفجارين.\n:::\n\n"
    "Number {n} of the day, at 35.90 N, 36.72 E, [says the agency](https://example.org/{n})."
)


class Window(NamedTuple):
    """Medians over one window: milliseconds to commit, milliseconds to write the site, files."""

    last: int
    commit: float
    write: float
    files: float

    @property
    def total(self) -> float:
        """Milliseconds from the editor's click until the files stand."""
        return self.commit + self.write


def main() -> None:
    """Run and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--most", type=int, default=10_000)
    most = parser.parse_args().most
    marks = [mark for mark in (100, 1_000, 10_000) if mark <= most]
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {
            "DATELINE_DATA": folder,
            "DJANGO_SETTINGS_MODULE": "dateline.server.settings",
        }
        windows = measure(marks)
    print(machine())
    rows = [
        [f"{w.last:,}", f"{w.commit:.1f}", f"{w.write:.1f}", f"{w.total:.1f}", f"{w.files:.0f}"]
        for w in windows
    ]
    print_table(["update", "commit, ms", "site, ms", "together, ms", "files"], rows)
    first, last = windows[0], windows[-1]
    print(f"\nlast / first: time {last.total / first.total:.2f}, files {last.files / first.files:.2f}")


def measure(marks: list[int]) -> list[Window]:
    """Publish up to the highest mark and return a window for each."""
    import django  # the environment must be set first

    django.setup()
    from dateline.ledger.verbs.blogs import Masthead, start_blog
    from dateline.ledger.verbs.columns import ColumnText, open_column
    from dateline.ledger.verbs.people import found_site
    from dateline.ledger.verbs.publishing import publish_update
    from dateline.ledger.verbs.writing import Text, write_update
    from dateline.live.follow import Follower
    from dateline.server.prepare import prepare

    prepare()
    owner = found_site(email="bench@example.org")
    column = open_column(by=owner, slug="bench", text=ColumnText(name="Bench", publisher="Bench"))
    blog = start_blog(by=owner, column=column, slug="day", masthead=Masthead(headline="A day"))
    follower = Follower()
    follower.catch_up()
    journal = Path(os.environ["DATELINE_DATA"]) / "files"

    def publish(n: int) -> float:
        text = Text(headline=f"Update {n}", body=BODY.replace("{n}", str(n)), place="Sarmin")
        started = time.perf_counter()
        publish_update(by=owner, update=write_update(by=owner, blog=blog, text=text))
        return time.perf_counter() - started

    def timed(n: int) -> tuple[float, float, int]:
        commit = publish(n)
        follower.site.folder.journal = journal
        started = time.perf_counter()
        follower.catch_up()
        written = time.perf_counter() - started
        follower.site.folder.journal = None
        files = len(journal.read_text().splitlines())
        journal.unlink()
        return commit * 1000, written * 1000, files

    windows, n = [], 0
    for mark in marks:
        for n in range(n + 1, mark - WINDOW + 1):
            publish(n)
        follower.catch_up()
        runs = [timed(n) for n in range(mark - WINDOW + 1, mark + 1)]
        n = mark
        windows.append(Window(mark, *(statistics.median(column) for column in zip(*runs, strict=True))))
    return windows


if __name__ == "__main__":
    main()
