"""What does the composer ask about a text, how often rightly, and at what cost?

    python -m benchmarks.warnings [--claims 10000] [--gazetteer FILE] [--page FILE]

Precision and recall by kind, on the sentences of tests/reading/warning/gold.toml; what is asked
about the prose of a page (`--page`), which marks nothing; CPU time of one question
about 2 kB of text in a column of many accepted claims. Aim: p95 ≤ 60 ms.
"""

import argparse
import os
import random
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import quantiles
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from benchmarks.default_gazetteer import default_gazetteer
from benchmarks.table import machine, print_table

if TYPE_CHECKING:
    from dateline.places import Gazetteer

TEXTS = 200
SIZE = 2_000
TOWNS = ("Sarmin", "Saraqib", "Kafr Nabl", "Maarat al-Numan", "Al Bab", "Palmyra", "Daraa", "Azaz")
FORMS = (
    "Jets bombed a market in {town} on 3 March 2005, residents say.",
    "[{low} people died]{{claim={pk}}} there yesterday.",
    "Rescuers in {town} were hit while at work.",
    "The council of {town} said that [at least {low} people were wounded]{{claim={pk}}}.",
    "Two of the three roads to {town} were open on Monday, and aid came in.",
)


def main() -> None:
    """Judge, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--claims", type=int, default=10_000, help="accepted in the column")
    parser.add_argument("--gazetteer", type=Path, help="a built gazetteer; else one is built")
    parser.add_argument("--page", type=Path, help="a text of well-sourced prose")
    options = parser.parse_args()
    print(machine())
    with tempfile.TemporaryDirectory() as data:
        os.environ.update(DATELINE_DATA=data, DJANGO_SETTINGS_MODULE="dateline.server.settings")
        import django

        django.setup()
        print_table(["kind", "in the gold", "asked", "precision", "recall"], list(_judged(data)))
        with default_gazetteer(options.gazetteer) as gazetteer:
            if options.page:
                _of_page(options.page, gazetteer)
            _cost(Path(data), gazetteer.path, options.claims)


def _judged(data: str) -> Iterator[list[str]]:
    from tests.places.cast import gazetteer
    from tests.reading.warning.gold import MORE, cases

    wanted: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    right: Counter[str] = Counter()
    with gazetteer(Path(data), *MORE) as opened:
        for case in cases():
            expect = Counter(case.expect)
            found = Counter(one.kind for one in case.found(opened))
            wanted, asked, right = wanted + expect, asked + found, right + (expect & found)
    for kind in sorted(wanted):
        shares = (right[kind] / max(1, asked[kind]), right[kind] / wanted[kind])
        yield [kind, str(wanted[kind]), str(asked[kind]), *(f"{one:.2f}" for one in shares)]


def _of_page(page: Path, gazetteer: "Gazetteer") -> None:
    from dateline.desk.warnings.plain import plain
    from dateline.reading.warning import Known, look
    from dateline.reading.warning.warn import WAYS

    draft = look(
        plain(page.read_text(encoding="utf-8")).passage,
        language="en",
        reference=datetime.now(UTC),
        zone=ZoneInfo("UTC"),
        gazetteer=gazetteer,
    )
    sentences = draft.sentences
    asked = [one.kind for s in sentences for way in WAYS for one in way(draft, s, Known())]
    print(
        f"\n{page.name}: {len(sentences)} sentences without marks, {dict(Counter(asked))} asked\n"
    )


def _cost(data: Path, gazetteer: Path, claims: int) -> None:
    blog, rows = _grown(claims)
    (data / "places").mkdir()
    (data / "places" / "gazetteer.sqlite").symlink_to(gazetteer.resolve())
    from dateline.desk.warnings.asking import asked_about

    spent, found = [], 0
    now = datetime.now(UTC)
    for body in _texts(rows):
        begun = time.process_time()
        found += len(asked_about(body, blog, now))
        spent.append(1000 * (time.process_time() - begun))
    cuts = quantiles(spent[5:], n=100)
    print(f"{claims:,} accepted claims, {TEXTS} texts of {SIZE} characters, {found} questions:\n")
    row = [f"{one:.1f}" for one in (cuts[49], cuts[94], max(spent[5:]))]
    print_table(["CPU p50, ms", "p95, ms", "most, ms"], [row])


def _grown(claims: int) -> tuple[Any, list[tuple[str, int]]]:
    from django.core.management import call_command

    from benchmarks.weighing_ledger import Growing
    from dateline.ledger.models import Claim, Person
    from dateline.ledger.verbs.blogs import Masthead, start_blog

    call_command("migrate", verbosity=0)
    growing = Growing()
    growing.grow(claims, lambda _: None)
    by = Person.objects.get()
    masthead = Masthead(headline="A day")
    blog = start_blog(by=by, column=growing.column, slug="day", masthead=masthead)
    rows = Claim.objects.values_list("pk", "said__tolls__0__low")
    return blog, [(str(pk), int(low)) for pk, low in rows]


def _texts(rows: list[tuple[str, int]]) -> Iterator[str]:
    chance = random.Random(1)  # noqa: S311  made-up data, the same each time
    for _ in range(TEXTS):
        said: list[str] = []
        while len(" ".join(said)) < SIZE:
            pk, low = chance.choice(rows)
            form, town = chance.choice(FORMS), chance.choice(TOWNS)
            said.append(form.format(town=town, pk=pk, low=low + chance.randrange(2)))
        yield " ".join(said)


if __name__ == "__main__":
    main()
