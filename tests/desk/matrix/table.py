"""The matrix as docs/permissions.md shows it, and writing that document anew."""

from pathlib import Path

from dateline.ledger.permission import IN_WORDS, OF_THE_SITE, PERMISSIONS, SITE_ACTIONS

from . import ROWS
from .row import IN, NOTHING, Row

DOCUMENT = Path(__file__).parents[3] / "docs/permissions.md"
BEGIN, END = "<!-- written by tests/desk/matrix/table.py -->", "<!-- to here -->"

PEOPLE = {
    "owner": "site's owner",
    "boss": "column's owner",
    "alice": "editor",
    "carl": "contributor",
    "eve": "editor elsewhere",
    "sam": "no role",
}
"""Whom the columns of the table are about; whoever is signed out is asked to sign in."""

OBJECTS = {
    "alices": "an editor's draft",
    "carls": "the contributor's draft",
    "claim": "proposed, the contributor's",
    "others_claim": "proposed, an editor's",
    "held_proposed": "proposed, of a held report",
    "accepted": "accepted into the column",
    "set_aside": "accepted, set aside",
    "waiting": "accepted, kept from readers for now",
    "held_claim": "accepted, of a held report",
    "report": "open",
    "protected": "protected",
    "mole_told": "of a confidential source",
    "capture": "of an open report",
    "held_capture": "of a protected report",
    "check": "of an open report",
    "held_check": "of a protected report",
    "review": "in review, the contributor's",
    "others_review": "in review, an editor's",
    "public": "published",
    "scheduled": "scheduled",
    "gone": "withdrawn",
    "mole": "confidential",
    "source": "open",
    "beside": "an open report",
    "beside_held": "a protected report",
    "closed": "closed",
    "blog": "live",
    "typed": "the contributor's own",
    "dropped": "the contributor's own, dropped",
    "put_away": "discarded, the contributor's",
    "hidden": "of what the editor hid",
    "role": "in the column",
    "own_role": "for the whole site",
    "merged_incident": "merged",
}
"""Objects of the world whose state the address does not tell, in words."""


HELD = ("owner", "editor", "contributor")
"""Roles, in the order of the first table's columns."""


def written() -> str:
    """Return what stands between the marks of the document."""
    return "\n".join([BEGIN, "", *actions(), "", *addresses(), "", END])


def actions() -> list[str]:
    """Return the table of what each role lets one do."""
    head = ["may", "site's owner", "column's owner", "editor", "contributor", "role elsewhere"]
    return [line(head), line(["---"] * len(head)), *(_action(name) for name in PERMISSIONS)]


def _action(name: str) -> str:
    roles = PERMISSIONS[name]
    held = ["yes" if name not in SITE_ACTIONS and role in roles else "" for role in HELD]
    elsewhere = "the same" if name in OF_THE_SITE else ""
    return line([IN_WORDS[name], "yes", *held, elsewhere])


def addresses() -> list[str]:
    """Return the table of who meets what at each address."""
    head = ["address", "of", *PEOPLE.values()]
    return [line(head), line(["---"] * len(head)), *(_address(row) for row in ROWS)]


def _address(row: Row) -> str:
    cells = [_cell(row, name) for name in PEOPLE]
    return line([f"`{row.name}`", OBJECTS.get(row.of, ""), *cells])


def _cell(row: Row, name: str) -> str:
    met = {"look": row.get, "act": row.post}
    outcomes = {what: rule.outcome(name) for what, rule in met.items() if rule}
    allowed = [what for what, outcome in outcomes.items() if outcome == IN]
    if allowed:
        return ", ".join(allowed)
    return "–" if NOTHING in outcomes.values() else "no"


def line(cells: list[str]) -> str:
    """Return a line of a table."""
    return f"| {' | '.join(cells)} |"


def renewed(document: str) -> str:
    """Return a document with the tables as they are now."""
    before, rest = document.split(BEGIN)
    return before + written() + rest.split(END)[1]


def renew() -> None:
    """Write the document anew."""
    DOCUMENT.write_text(renewed(DOCUMENT.read_text()))
