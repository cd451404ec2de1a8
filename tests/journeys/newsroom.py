"""The newsroom of the journeys: the ledger's verbs, done in a process of its own beside the server.

The tests' own process holds the browser, and its database is other tests'; so they ask this one, a
line of JSON at a time, and read a line as answer.
"""

import fcntl
import json
import os
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

CAST = {"olga": "owner", "alice": "editor", "alan": "editor", "carl": "contributor"}
COLUMN = "syria"


class RefusedError(Exception):
    """The ledger refused what was asked; the message says why."""


class Newsroom:
    """Asks the other process: `newsroom.publish(blog=…, headline=…)`."""

    def __init__(self, data: Path) -> None:
        environment = os.environ | {"DATELINE_DATA": str(data)}
        self._child = subprocess.Popen(
            [sys.executable, "-m", "tests.journeys.newsroom"],
            cwd=Path(__file__).parents[2],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __getattr__(self, verb: str) -> Any:
        return lambda **options: self._ask(verb, options)

    def _ask(self, verb: str, options: dict[str, Any]) -> Any:
        self._child.stdin.write(json.dumps([verb, options]) + "\n")
        self._child.stdin.flush()
        answer = json.loads(self._child.stdout.readline())
        if "refused" in answer:
            raise RefusedError(answer["refused"])
        return answer["done"]

    def leave(self) -> None:
        self._child.stdin.close()
        self._child.wait(10)
        self._child.stdout.close()


def main() -> None:
    """Do what the lines say, until they end."""
    import django  # noqa: PLC0415  the settings read the environment, which only this process has

    os.environ["DJANGO_SETTINGS_MODULE"] = "dateline.server.settings"
    django.setup()
    desk = _desk()
    from dateline.ledger.refusal import Refused  # noqa: PLC0415

    for line in sys.stdin:
        verb, options = json.loads(line)
        try:
            answer = {"done": getattr(desk, verb)(**options)}
        except Refused as refused:
            answer = {"refused": str(refused)}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def _desk() -> Any:
    """Return what does the verbs. Here inside, since models need Django."""
    from django.conf import settings  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415
    from django.utils import timezone  # noqa: PLC0415

    from dateline.desk.people.links import sign_in_link  # noqa: PLC0415
    from dateline.ledger.models import (  # noqa: PLC0415
        Column,
        Entry,
        LiveBlog,
        Person,
        Report,
        Update,
    )
    from dateline.ledger.refusal import Refused  # noqa: PLC0415
    from dateline.ledger.verbs import (  # noqa: PLC0415
        blogs,
        capturing,
        columns,
        media,
        people,
        publishing,
        redacting,
        reports,
        writing,
    )
    from dateline.server.prepare import prepare  # noqa: PLC0415
    from tests.journeys.weighed import Weighed  # noqa: PLC0415
    from tests.ledger.kept import AT, asked, kept  # noqa: PLC0415
    from tests.pictures import picture  # noqa: PLC0415

    def person(name: str) -> Person:
        return Person.objects.get(email=f"{name}@example.org")

    def update(pk: str) -> Update:
        return Update.objects.select_related("blog__column").get(pk=pk)

    def blog(pk: str) -> LiveBlog:
        return LiveBlog.objects.select_related("column").get(pk=pk)

    def report(pk: str) -> Report:
        return Report.objects.get(pk=pk)

    class Desk(Weighed):
        """Each method is one thing that the cast does."""

        def open(self) -> None:
            prepare()
            # The worker reads nothing while another has this lock: what it would propose, and
            # when, is for tests of its own, and a gazetteer takes a core for a minute.
            self.reading = (Path(settings.DATELINE_DATA) / "reading.lock").open("w")
            fcntl.flock(self.reading, fcntl.LOCK_EX)
            with connection.cursor() as cursor:
                cursor.execute("PRAGMA synchronous=OFF")  # no test pulls the plug
            olga = people.found_site(email="olga@example.org", public_name="Olga")
            text = columns.ColumnText(
                name="Putin in Syria",
                publisher="The Interpreter",
                description="Russia's air campaign, day by day.",
                zone="Asia/Damascus",
            )
            column = columns.open_column(by=olga, slug=COLUMN, text=text)
            for name, role in CAST.items():
                if name != "olga":
                    one = people.invite_person(
                        by=olga, email=f"{name}@example.org", public_name=name.title()
                    )
                    people.give_role(by=olga, person=one, name=role, column=column)

        def link(self, name: str) -> str:
            return sign_in_link(person(name))

        def picture(self) -> str:
            kept = media.bring_media(
                by=person("alice"), data=picture(), alt="A red field", credit="Alice"
            )
            return str(kept.pk)

        def start(self, slug: str, photo: bool = False, previous: str = "", **masthead: str) -> str:
            kept = None
            if photo:
                kept = media.bring_media(
                    by=person("alice"), data=picture(), alt="A red field", credit="Alice"
                )
            before = LiveBlog.objects.filter(slug=previous).first()
            made = blogs.start_blog(
                by=person("alice"),
                column=Column.objects.get(slug=COLUMN),
                slug=slug,
                masthead=blogs.Masthead(**masthead, photo=kept, previous=before),
            )
            return str(made.pk)

        def rename(self, blog_pk: str, **masthead: str) -> None:
            blogs.edit_blog(
                by=person("alice"), blog=blog(blog_pk), masthead=blogs.Masthead(**masthead)
            )

        def close(self, blog_pk: str) -> None:
            blogs.close_blog(by=person("alice"), blog=blog(blog_pk))

        def reopen(self, blog_pk: str) -> None:
            blogs.reopen_blog(by=person("alice"), blog=blog(blog_pk))

        def write(self, blog_pk: str, by: str = "alice", **text: str) -> str:
            made = writing.write_update(
                by=person(by), blog=blog(blog_pk), text=writing.Text(**text)
            )
            return str(made.pk)

        def publish(self, blog_pk: str, marks: tuple[str, ...] = (), **text: str) -> str:
            pk = self.write(blog_pk, **text)
            for mark in marks:
                self.mark(pk, mark, on=True)
            publishing.publish_update(by=person("alice"), update=update(pk))
            return pk

        def fill(self, blog_pk: str, count: int) -> list[str]:
            """Publish updates until the blog has `count` of them."""
            first = blog(blog_pk).count + 1
            words = "Words of it. " * 12
            return [
                self.publish(blog_pk, headline=f"Update {n}", body=f"Text {n}. {words}")
                for n in range(first, count + 1)
            ]

        def correct(self, pk: str, note: str, **text: str) -> None:
            old = update(pk)
            kept = {"headline": old.headline, "body": old.body, "byline": old.byline} | text
            publishing.correct_update(
                by=person("alice"),
                update=old,
                text=writing.Text(**kept, place=old.place),
                note=note,
                based_on=old.revision,
            )

        def mark(self, pk: str, mark: str, on: bool) -> None:
            publishing.mark_update(by=person("alice"), update=update(pk), mark=mark, on=on)

        def withdraw(self, pk: str, reason: str) -> None:
            publishing.withdraw_update(by=person("alice"), update=update(pk), reason=reason)

        def restore(self, pk: str) -> None:
            publishing.restore_update(by=person("alice"), update=update(pk))

        def redact(self, pk: str, reason: str) -> None:
            redacting.redact_update(by=person("olga"), update=update(pk), reason=reason)

        def redact_words(self, words: str, reason: str) -> None:
            redacting.redact_words(by=person("olga"), words=[words], reason=reason)

        def bring(self, address: str) -> str:
            """Ask for a report, due tomorrow: the worker leaves it alone, nothing is out there."""
            tomorrow = SimpleNamespace(now=lambda: timezone.now() + timedelta(days=1))
            with patch.object(reports, "timezone", tomorrow):
                made = reports.bring_report(by=person("carl"), asked=asked(address))
            return str(made.pk)

        def keep(self, pk: str, image: bool = True, **fields: str) -> None:
            """Keep a report's next version, as the worker would."""
            lead = capturing.Picture(
                data=picture("JPEG", (640, 480)), format="JPEG", width=640, height=480
            )
            fields = {"source_address": "", "canonical": ""} | fields
            brought = kept(picture=lead if image else None, **fields)
            capturing.keep_capture(report(pk), brought)

        def look(self, pk: str, standing: str) -> None:
            capturing.note_look(report(pk), standing=standing, at=AT, due_at=None)

        def flag(self, pk: str, flags: tuple[str, ...] = ()) -> None:
            said = reports.Flags(**dict.fromkeys(flags, True))
            reports.flag_report(by=person("alice"), report=report(pk), flags=said)

        def schedule(self, pk: str, seconds: float) -> None:
            """Let the worker publish an update in some seconds, whatever time it had before."""
            when = timezone.now() + timedelta(seconds=seconds)
            publishing.schedule_update(by=person("alice"), update=update(pk), when=when)

        def schedule_now(self, blog_pk: str, **text: str) -> str:
            """Schedule an update for the next moment, and see it published: by us or the worker."""
            pk = self.write(blog_pk, **text)
            when = timezone.now() + timedelta(milliseconds=30)
            publishing.schedule_update(by=person("alice"), update=update(pk), when=when)
            time.sleep(0.04)
            if blog(blog_pk).state == LiveBlog.State.LIVE:
                publishing.publish_due()
            return pk

        def due(self) -> None:
            publishing.publish_due()

        def updates(self, blog_pk: str) -> list[str]:
            """Return the published updates, the oldest first."""
            public = blog(blog_pk).updates.exclude(number=None).order_by("number")
            return [str(pk) for pk in public.values_list("pk", flat=True)]

        def drafts(self, blog_pk: str) -> list[str]:
            inside = blog(blog_pk).updates.filter(number=None)
            return [str(pk) for pk in inside.values_list("pk", flat=True)]

        def settle(self) -> None:
            """Return once the site shows all that happened."""
            newest = Entry.objects.order_by("-sequence").values_list("sequence", flat=True).first()
            shown = settings.DATELINE_SITE / ".sequence"
            end = time.monotonic() + 120
            while not shown.exists() or int(shown.read_text() or 0) < newest:
                if time.monotonic() > end:
                    raise Refused("The site does not follow the ledger.")
                time.sleep(0.01)

        def revision(self, blog_pk: str) -> int:
            return blog(blog_pk).revision

    return Desk()


if __name__ == "__main__":
    main()
