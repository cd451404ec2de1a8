"""The rows of a column's fronts and its summary."""

from .column_rows import WHY, based
from .row import EDITORS, Row, column

WINDOW = {"since": "2015-10-14T00:00", "until": "2015-10-21T00:00"}

FRONTS = [
    Row(name="fronts", of="column", get=column(EDITORS)),
    Row(
        name="new_front",
        of="column",
        get=column(EDITORS),
        post=column(EDITORS),
        body=lambda w: {"name": "New", "areas": "Idlib", "save": "1"},
    ),
    Row(
        name="front",
        of="front",
        get=column(EDITORS),
        post=column(EDITORS),
        body=lambda w: based(w, w.front, name="New", areas="Idlib", save="1"),
    ),
    Row(name="retire_front", of="front", post=column(EDITORS)),
    Row(name="bring_back_front", of="retired_front", post=column(EDITORS)),
    Row(
        name="move_front",
        of="front",
        post=column(EDITORS),
        body=lambda w: {"to": "down"},
    ),
]


def clause(w, **more):
    """Return the summary's form with one clause."""
    one = {"front": str(w.front.pk), "sort": "silence", "words": "Nothing."}
    return based(w, w.drafted, claims="", incidents="", basis="", act="save", **one, **more)


SUMMARY = [
    Row(name="summary", of="column", get=column(EDITORS)),
    Row(
        name="draft_summary",
        of="column",
        post=column(EDITORS),
        body=lambda w: based(w, w.drafted, **WINDOW),
    ),
    Row(name="save_summary", of="column", post=column(EDITORS), body=clause),
    Row(
        name="undo_summary",
        of="column",
        post=column(EDITORS),
        body=lambda w: based(w, w.drafted),
    ),
    Row(
        name="publish_summary",
        of="column",
        post=column(EDITORS),
        body=lambda w: based(w, w.drafted),
    ),
    Row(
        name="withdraw_summary",
        of="column",
        post=column(EDITORS),
        body=lambda w: WHY | {"summary": str(w.summary.pk)},
    ),
]

ROWS = [*FRONTS, *SUMMARY]
