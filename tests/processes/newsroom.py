"""People at work while the program is killed, and the judge of what must hold afterwards."""

import json
import os
import subprocess
import sys
import threading
import time
import uuid
from pathlib import Path

import httpx
from django.db.models import Count

from dateline.ledger.database import one_moment
from dateline.ledger.models import Entry, LiveBlog, Update
from dateline.ledger.verify import verify
from dateline.live.follow import Follower
from tests.live.site import Site
from tests.live.unchanging import without_time

from .program import HALF, ROOT, until


class Writer:
    """The editor of `writer.py`, and what the ledger acknowledged to her."""

    def __init__(self, folder, seed, pause):
        self.said = Path(folder) / f"acknowledged-{seed}"
        self.complaints = Path(folder) / f"complaints-{seed}"
        with self.said.open("wb") as said, self.complaints.open("wb") as complaints:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "tests.processes.writer", str(seed), str(pause)],
                cwd=ROOT,
                env={**os.environ, "PYTHONUNBUFFERED": "1"},
                stdin=subprocess.PIPE,
                stdout=said,
                stderr=complaints,
            )

    @property
    def acknowledged(self):
        """Return what was acknowledged up to now; a line that a kill cut off does not count."""
        lines = self.said.read_text().splitlines(keepends=True)
        return [json.loads(line) for line in lines if line.endswith("\n")]

    def finish(self):
        """Let her finish the verb that she is at."""
        if self.process.poll() is None:
            self.process.stdin.close()
            self.process.wait(20)
        return self.process.returncode, self.complaints.read_text()

    def kill(self):
        self.process.kill()
        self.process.wait(10)
        self.process.stdin.close()


class Colleague(threading.Thread):
    """Someone who publishes through the desk's forms, and tries again while it is away."""

    def __init__(self, address, sign_in, blog_pk):
        super().__init__(daemon=True)
        self.page = f"{address}/desk/blogs/{blog_pk}/"
        self.http = httpx.Client(timeout=10)
        self.acknowledged, self.refused, self.lost = [], [], 0
        self.stop = threading.Event()
        self._sign_in(f"{address}{sign_in}")

    def _sign_in(self, link):
        self.http.get(link)
        answer = self.http.post(link, data=self._signed())
        assert answer.status_code == 302, answer.text

    def _signed(self):
        return {"csrfmiddlewaretoken": self.http.cookies["dateline_csrf"]}

    def publish(self, headline):
        """Send the composer's form once; return the answer."""
        form = {"headline": headline, "body": "By form.", "place": "", "byline": ""}
        form |= {"draft": str(uuid.uuid4()), "based_on": "0", "action": "publish"}
        return self.http.post(self.page, data=form | self._signed())

    def run(self):
        made = 0
        while not self.stop.wait(0.1):
            made += 1
            headline = f"by form {made}"
            try:
                answer = self.publish(headline)
            except httpx.TransportError:
                self.lost += 1  # nobody said yes: it may stand there or not
                continue
            if answer.status_code == 302:
                self.acknowledged.append(headline)
            else:
                self.refused.append((answer.status_code, answer.text))

    def finish(self):
        self.stop.set()
        if self.ident:
            self.join(20)
        self.http.close()


MAY_BECOME = {
    "scheduled": ("scheduled", "published"),
    "published": ("published", "withdrawn"),
    "withdrawn": ("withdrawn",),
}


class Judge:
    """Looks at ledger and site after each kill; what it saw unchanged it does not read again."""

    def __init__(self, site):
        self.site = site
        self._seen = {}
        self.looked_at = 0

    def require_acknowledged(self, said):
        """Hold everything that was acknowledged against the database."""
        newest = {one["update"]: one for one in said}
        kept = {str(u.pk): u for u in Update.objects.in_bulk(list(newest)).values()}
        for pk, one in newest.items():
            update = kept[pk]
            assert update.revision >= one["revision"]
            # A verb that was done since, and is not said yet, takes it only further on.
            assert update.status in MAY_BECOME[one["status"]], one
            assert one["number"] in (None, update.number), one

    def require_headlines(self, headlines):
        found = Update.objects.filter(headline__in=headlines).values_list("headline", "status")
        assert sorted(found) == sorted((one, "published") for one in headlines)

    def require_sound(self):
        """Hold the chain, the numbers and the schedule against their rules."""
        with one_moment():
            found = verify()
            assert found.broken is None, found.broken
            for blog in LiveBlog.objects.all():
                numbers = blog.updates.exclude(number=None).order_by("number")
                assert list(numbers.values_list("number", flat=True)) == list(
                    range(1, blog.count + 1)
                )
                revisions = Entry.objects.filter(blog=blog).order_by("revision")
                assert list(revisions.values_list("revision", flat=True)) == list(
                    range(1, blog.revision + 1)
                )
            published = Entry.objects.filter(verb__startswith="publish").values("object")
            assert not published.annotate(times=Count("pk")).filter(times__gt=1).exists()

    def require_whole_files(self):
        """Read every file of the site that is new since the last look."""
        for folder, _, names in os.walk(self.site):
            for name in names:
                self._require_whole(os.path.join(folder, name))  # noqa: PTH118  thousands of them

    def _require_whole(self, path):
        if "/.tmp/" in path:
            return
        status = os.stat(path)  # noqa: PTH116  same
        stamp = status.st_mtime_ns, status.st_ino, status.st_size
        if self._seen.get(path) == stamp:
            return
        self._seen[path] = stamp
        self.looked_at += 1
        text = Path(path).read_bytes()
        assert text or path.endswith("claims.jsonl"), f"{path} is empty"  # a column without claims
        if path.endswith(".json"):
            json.loads(text)
        elif path.endswith(".html"):
            assert HALF.search(text.decode()), f"{path} is half a page"
        elif path.endswith(".atom"):
            assert text.endswith((b"</feed>", b"</feed>\n")), f"{path} is half a feed"
        elif path.endswith("/.sequence"):
            assert text.isdigit()

    def require_no_leftovers(self, *living):
        """No unfinished file of a process that is gone lies in the temporary folder."""
        for path in (self.site / ".tmp").iterdir():
            assert int(path.name.partition("-")[0]) in living, path

    def wait_for_schedule(self):
        """Wait until nothing scheduled is left."""
        until(lambda: not Update.objects.filter(status="scheduled").exists())

    def wait_until_caught_up(self):
        """Wait until the site shows the newest entry."""
        newest = Entry.objects.latest("sequence").sequence
        until(lambda: int((self.site / ".sequence").read_text()) >= newest)

    def require_like_fresh(self, folder):
        """Compare the site, byte by byte, with one that is written at once from the ledger.

        Left out is what tells when a file was written; of a delta its subject is compared.
        """
        Follower(folder).catch_up()
        one, other = Site(self.site), Site(folder)
        assert sorted(one.followed()) == sorted(other.followed())
        here, there = without_time(one), without_time(other)
        differing = [path for path in there if here[path] != there[path]]
        assert differing == [], first_difference(here, there, differing)
        for path in (path for path in one.followed() if "/rev/" in path):
            assert subject_of(one.json(path)) == subject_of(other.json(path)), path


def first_difference(here, there, differing):
    """Return where two versions of the first of these files part."""
    path = differing[0]
    one, other = str(here[path]), str(there[path])
    at = next((n for n, pair in enumerate(zip(one, other, strict=False)) if len({*pair}) > 1), 0)
    return path, one[max(0, at - 80) : at + 80], other[max(0, at - 80) : at + 80]


def subject_of(delta):
    """Return what a delta is about; its count, its time and its words are of their moment."""
    return delta["rev"], [(one["number"], one["change"]) for one in delta["entries"]]


def wait(seconds):
    """Let some time pass: the random moment of a kill."""
    time.sleep(seconds)
