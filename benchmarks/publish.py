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
BODY = """
The ministry says that its aircraft **struck a command post**; residents say that a bakery was hit.

:::quote{lang=ar source="A resident" translation="We heard two explosions." by="the desk"}
سمعنا انفجارين.
:::

Number {n} of the day, at 35.90 N, 36.72 E, [says the agency](https://example.org/{n}).
"""


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
    print(
        f"\nlast / first: time {last.total / first.total:.2f}, files {last.files / first.files:.2f}"
    )


def measure(marks: list[int]) -> list[Window]:
    """Publish up to the highest mark and return a window for each."""
    blog = FreshBlog()
    windows, done = [], 0
    for mark in marks:
        for n in range(done + 1, mark - WINDOW + 1):
            blog.publish(n)
        blog.follower.catch_up()
        runs = [blog.timed(n) for n in range(mark - WINDOW + 1, mark + 1)]
        medians = (statistics.median(column) for column in zip(*runs, strict=True))
        windows.append(Window(mark, *medians))
        done = mark
    return windows


class FreshBlog:
    """An empty live blog on a real disk, with the follower that writes its files."""

    def __init__(self) -> None:
        import django

        django.setup()
        from dateline.ledger.verbs.blogs import Masthead, start_blog
        from dateline.ledger.verbs.columns import ColumnText, open_column
        from dateline.ledger.verbs.people import found_site
        from dateline.live.follow import Follower
        from dateline.server.prepare import prepare

        prepare()
        self.by = found_site(email="bench@example.org")
        text = ColumnText(name="Bench", publisher="Bench")
        column = open_column(by=self.by, slug="bench", text=text)
        masthead = Masthead(headline="A day")
        self.blog = start_blog(by=self.by, column=column, slug="day", masthead=masthead)
        self.follower = Follower()
        self.journal = Path(os.environ["DATELINE_DATA"]) / "files"

    def publish(self, n: int) -> None:
        """Write and publish one update through the ledger."""
        from dateline.ledger.verbs.publishing import publish_update
        from dateline.ledger.verbs.writing import Text, write_update

        text = Text(headline=f"Update {n}", body=BODY.replace("{n}", str(n)), place="Sarmin")
        publish_update(by=self.by, update=write_update(by=self.by, blog=self.blog, text=text))

    def timed(self, n: int) -> tuple[float, float, int]:
        """Publish one update; return the milliseconds to commit and to write, and the files."""
        started = time.perf_counter()
        self.publish(n)
        committed = time.perf_counter()
        self.follower.site.folder.journal = self.journal
        self.follower.catch_up()
        written = time.perf_counter()
        self.follower.site.folder.journal = None
        files = len(self.journal.read_text().splitlines())
        self.journal.unlink()
        return (committed - started) * 1000, (written - committed) * 1000, files


if __name__ == "__main__":
    main()
