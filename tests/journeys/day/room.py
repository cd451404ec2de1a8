"""What the journey needs of the ledger besides the desk: a site to begin with, a look at its end.

In a process of its own, since the tests' own has another data folder and holds the browser.
"""

import base64
import json
import os
import pickle
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[3]


def ask(data: Path, verb: str, **told: Any) -> Any:
    """Let the other process do something on a data folder; return what it answers."""
    command = [sys.executable, "-m", "tests.journeys.day.room", verb]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=os.environ | {"DATELINE_DATA": str(data)},
        input=json.dumps(told).encode(),
        stdout=subprocess.PIPE,
        check=True,
    )
    return pickle.loads(base64.b64decode(done.stdout))  # noqa: S301  our own child wrote it


def _found() -> None:
    """Make the column, its owner Olga and its editor Alice."""
    from dateline.ledger.verbs.columns import ColumnText, open_column  # noqa: PLC0415
    from dateline.ledger.verbs.people import (  # noqa: PLC0415
        found_site,
        give_role,
        invite_person,
    )
    from dateline.server.prepare import prepare  # noqa: PLC0415

    prepare()
    olga = found_site(email="olga@example.org", public_name="Olga")
    text = ColumnText(name="Putin in Syria", publisher="The Interpreter", zone="Asia/Damascus")
    column = open_column(by=olga, slug="putin-in-syria", text=text)
    alice = invite_person(by=olga, email="alice@example.org", public_name="Alice")
    give_role(by=olga, person=alice, name="editor", column=column)


def _outcome(
    report: str, claims: dict[str, str], incidents: dict[str, str], counts: dict[str, int]
) -> Any:
    """Return what came of the day, told by the names of the record."""
    from django.conf import settings  # noqa: PLC0415

    from dateline.ledger.models import Claim, Incident, Person, Report  # noqa: PLC0415
    from tests.day.outcome import Outcome  # noqa: PLC0415
    from tests.day.playing import Player  # noqa: PLC0415
    from tests.live.site import Site  # noqa: PLC0415

    page = Report.objects.get(pk=report)
    column = Incident.objects.get(pk=next(iter(incidents.values()))).column
    owner = Person.objects.get(email="olga@example.org")
    player = Player(
        by=Person.objects.get(email="alice@example.org"),
        owner=owner,
        column=column,
        report=page,
        claims={name: Claim.objects.get(pk=pk) for name, pk in claims.items()},
        incidents={name: Incident.objects.get(pk=pk) for name, pk in incidents.items()},
        counts=Counter(counts),
    )
    return Outcome.of(player, Site(settings.DATELINE_DATA / "site"))


def main() -> None:
    """Do what the first argument says, with what the standard input tells."""
    import django  # noqa: PLC0415

    os.environ["DJANGO_SETTINGS_MODULE"] = "dateline.server.settings"
    django.setup()
    verb = {"found": _found, "outcome": _outcome}[sys.argv[1]]
    answer = pickle.dumps(verb(**json.load(sys.stdin)))
    sys.stdout.write(base64.b64encode(answer).decode())


if __name__ == "__main__":
    main()
