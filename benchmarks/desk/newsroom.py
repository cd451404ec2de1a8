"""The newsroom that is measured: its ledger, who is signed in, and what waits on its wire.

    python -m benchmarks.desk.newsroom FOLDER CLAIMS COLLEAGUES     prints it as a line of JSON

It is filled in a process of its own: Django's settings are chosen once in each.
"""

import json
import os
import sys
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.codebook import Claim
    from dateline.ledger.models import Person

WAITING = 100
"""Reports whose claims nobody has decided about: the newest of the wire."""
EACH = 10
NOW = datetime(2015, 10, 21, 12, tzinfo=UTC)
UNREAD = 10_000
ARTICLE = "Nobody could say at first what had been hit. " * 40


@dataclass(frozen=True)
class Newsroom:
    """A blog's desk, the sessions of who works there, and the reports that wait, newest first."""

    blog: str
    column: str
    sessions: list[str]
    """The first is that of whoever is measured."""
    waiting: list[str]


def main() -> None:
    """Fill a folder."""
    data, claims, colleagues = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    os.environ.update(DATELINE_DATA=data, DJANGO_SETTINGS_MODULE="dateline.server.settings")
    import django

    django.setup()
    print(json.dumps(asdict(filled(claims, colleagues))))


def filled(claims: int, colleagues: int) -> Newsroom:
    """Fill the ledger, and let everybody in."""
    from benchmarks.weighing_ledger import Growing
    from dateline.ledger.models import Person
    from dateline.ledger.verbs.blogs import Masthead, start_blog
    from dateline.ledger.verbs.columns import ColumnText, open_column
    from dateline.server.prepare import prepare

    prepare()
    ledger = Growing()
    _keep_article()
    ledger.grow(claims, lambda _: None)
    owner = Person.objects.get()
    # A column of its own: what a live page costs beside many incidents is another benchmark's.
    column = open_column(by=owner, slug="d", text=ColumnText(name="D", publisher="P"))
    people = [_editor(owner, column, n) for n in range(colleagues + 1)]
    blog = start_blog(by=people[0], column=column, slug="b", masthead=Masthead(headline="B"))
    _read_all_but(people[0], UNREAD - WAITING)
    waiting = [_waiting(n) for n in range(WAITING)]
    _let_the_planner_look()
    sessions = [_session(one) for one in people]
    return Newsroom(str(blog.pk), column.slug, sessions, waiting[::-1])


def _keep_article() -> None:
    """Let the ledger's reports have words, where it says that their text lies."""
    from dateline.ledger import storage

    path = storage.folder().path_of("0" * 64)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(ARTICLE)


def _editor(owner: "Person", column: Any, n: int) -> "Person":
    from dateline.ledger.verbs.people import give_role, invite_person

    one = invite_person(by=owner, email=f"e{n}@example.org", public_name=f"Editor {n}")
    give_role(by=owner, person=one, name="editor", column=column)
    return one


def _read_all_but(person: "Person", unread: int) -> None:
    from dateline.ledger.models import Report
    from dateline.ledger.verbs.seeing import see_all

    older = Report.objects.order_by("-brought_at").values_list("brought_at", flat=True)
    if found := list(older[unread : unread + 1]):
        see_all(by=person, before=found[0])


def _waiting(n: int) -> str:
    """Bring in a report of claims that nobody has decided about."""
    from dateline.archive.bring import bring_address
    from dateline.ledger.models import Person
    from dateline.ledger.verbs.capturing import Kept, Words, keep_capture
    from dateline.ledger.verbs.proposing import propose_claims

    lines = [f"Jets bombed Town{n * EACH + m} on that day, killing {m + 5}." for m in range(EACH)]
    text = f"Report {n}.\n" + "\n".join(f"{one} {ARTICLE[:300]}" for one in lines)
    body = text.encode()
    report = bring_address(by=Person.objects.all()[0], address=f"https://wire.example.org/{n}")
    kept = keep_capture(
        report,
        Kept(
            captured_at=NOW,
            warc=body,
            sha256=sha256(body).hexdigest(),
            size=len(body),
            media_type="text/plain",
            words=Words(text=text, extractor="made"),
            title=f"Jets over Town{n}",
            language="en",
            status=200,
        ),
    )
    assert kept.text
    propose_claims(kept.text, [_said(one, text) for one in lines], reader="made 1")
    return str(report.pk)


def _said(line: str, text: str) -> "Claim":
    """Return what one of the lines claims."""
    from dateline.codebook import Claim, Place, Toll, When

    _, _, town, *_, dead = line.rstrip(".").split()
    start = text.index(line)
    at, day, toll = (start + line.index(one) for one in (town, "that day", dead))
    return Claim(
        line,
        start,
        start + len(line),
        "event",
        event="air_strike",
        place=Place(town, town, 35.0, 37.0, "town", 1_500, "g", ("Area",), at=(at, at + len(town))),
        when=When("that day", "2015-10-20", "2015-10-20", "2015-10-20", "text", (day, day + 8)),
        tolls=(Toll("killed", ("unknown",), int(dead), int(dead), dead, (toll, toll + len(dead))),),
    )


def _let_the_planner_look() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA optimize=0x10002")


def _session(person: "Person") -> str:
    from django.test import Client

    client = Client()
    client.force_login(person)
    return client.cookies["dateline_session"].value


if __name__ == "__main__":
    main()
