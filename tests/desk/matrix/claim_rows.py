"""The rows of claims, which are the archive's until a column accepts them, and of incidents."""

from .archive import quote
from .row import ANYONE, EDITORS, KEEPERS, WRITERS, Row, Rule, column, site

WHY = {"reason": "It says nothing."}


def made(n):
    """Return the form of a claim that quotes a line of the open report."""
    said = {"quote": quote(n).quote, "kind": "event", "event": "casualties"}
    return said | {"hedge": "asserted", "target_kind": "people"}


def into(w):
    """Return the form that accepts a claim into the column."""
    return {"column": w.column.slug, "based_on": "1"}


def seen(w):
    """Return the form that decides about a claim as it was seen."""
    return WHY | {"based_on": "1"}


# The column to accept into is a stranger's no more than one that does not exist.
ACCEPTS = Rule(frozenset(EDITORS), frozenset({"eve"}))
MENDS = site(KEEPERS | {"carl"})

CLAIMS = [
    Row(name="claims", of="report", get=site(ANYONE)),
    Row(
        name="make_claim",
        of="report",
        get=site(ANYONE),
        post=site(ANYONE),
        body=lambda w: made(12),
    ),
    Row(name="accept_claim", of="claim", post=ACCEPTS, body=into),
    Row(name="reject_claim", of="claim", post=site(KEEPERS), body=seen),
    Row(name="withdraw_claim", of="claim", post=MENDS, body=seen),
    Row(name="withdraw_claim", of="others_claim", post=site(KEEPERS), body=seen),
    Row(
        name="mend_claim",
        of="claim",
        get=site(ANYONE),
        post=MENDS,
        body=lambda w: made(1) | {"negated": "on", "based_on": "1"},
    ),
    Row(
        name="mend_claim",
        of="others_claim",
        get=site(ANYONE),
        post=site(KEEPERS),
        body=lambda w: made(2) | {"negated": "on", "based_on": "1"},
    ),
]


def in_update(w):
    """Return the form that uses a claim in an update of the blog."""
    return {"blog": str(w.blog.pk), "based_on": "1"}


USED = [
    Row(name="use_claim", of="claim", post=ACCEPTS, body=in_update),
    Row(
        name="use_claim",
        of="accepted",
        post=Rule(frozenset(WRITERS), frozenset({"eve"})),
        body=in_update,
        writes=False,
    ),
    Row(name="place_map", of="accepted", get=site(ANYONE)),
]

HELD_CLAIMS = [
    *(Row(name="claims", of=of, get=site(KEEPERS)) for of in ("protected", "mole_told")),
    Row(name="make_claim", of="protected", get=site(KEEPERS)),
    Row(name="mend_claim", of="held_proposed", get=site(KEEPERS)),
    Row(name="accept_claim", of="held_proposed", post=ACCEPTS, body=into),
    Row(name="reject_claim", of="held_proposed", post=site(KEEPERS), body=seen),
    Row(name="withdraw_claim", of="held_proposed", post=site(KEEPERS), body=seen),
]

# Of a claim that a column accepted, only that column's roles decide; to know it is anyone's.
ACCEPTED = [
    Row(name="withdraw_claim", of="accepted", post=site(EDITORS), body=seen),
    Row(name="restore_claim", of="accepted", post=site(EDITORS)),
    Row(name="set_aside_claim", of="accepted", post=site(EDITORS), body=lambda w: WHY),
    Row(name="put_back_claim", of="set_aside", post=site(EDITORS)),
    Row(
        name="hold_claim",
        of="accepted",
        post=site(EDITORS),
        body=lambda w: {"until": "2099-01-01T10:00"},
    ),
    Row(name="release_claim", of="waiting", post=site(EDITORS)),
    Row(
        name="supersede_claim",
        of="accepted",
        get=site(EDITORS),
        post=site(EDITORS),
        body=lambda w: {"older": str(w.set_aside.pk)},
    ),
    Row(
        name="mend_claim",
        of="accepted",
        get=site(ANYONE),
        post=site(EDITORS),
        body=lambda w: made(3) | {"negated": "on", "based_on": "1"},
    ),
    Row(name="set_aside_claim", of="held_claim", post=site(EDITORS), body=lambda w: WHY),
]

GROUPING = [
    Row(name="to_group", of="column", get=column(EDITORS)),
    Row(
        name="group_claim",
        of="alone",
        get=column(EDITORS),
        post=column(EDITORS),
        body=lambda w: {"incident": str(w.incident.pk), "answer": "same", "based_on": "0"},
    ),
    Row(
        name="new_incident",
        of="alone",
        post=column(EDITORS),
        body=lambda w: {"title": "Another raid"},
    ),
]


def other(w, **more):
    """Return a form that names another incident."""
    return {"other": str(w.other_incident.pk), "based_on": str(w.incident.revision), **more}


ACTS = {
    "name_incident": lambda w: {"title": "Renamed", "based_on": str(w.incident.revision)},
    "part_of_incident": other,
    "merge_incident": lambda w: other(w, **WHY),
    "split_incident": lambda w: {"claim": str(w.accepted.pk), "split_title": "Another"},
    "mark_apart": other,
    "unmark_apart": lambda w: {"apart": str(w.apart.pk)},
    "incident_place": lambda w: {"opened": "1", "based_on": str(w.incident.revision)},
    "answer_claim": lambda w: {
        "claim": str(w.alone.pk),
        "answer": "same",
        "based_on": "0",
    },
    "incident_relation": lambda w: {"source": str(w.source.pk), "relation": "observer"},
    "sign_sentence": lambda w: {
        "sentence": "It was a school.",
        "replaces": str(w.assessment.pk),
    },
    "withdraw_sentence": lambda w: {
        "sentence": str(w.assessment.pk),
        "withdraw_reason": "Too early.",
    },
}
"""What each act on the incident sends."""

INCIDENTS = [
    Row(name="incidents", of="column", get=column(EDITORS)),
    Row(name="incident", of="incident", get=column(EDITORS)),
    Row(name="incident", of="merged_incident", get=column(EDITORS)),
    *(
        Row(name=name, of="incident", post=column(EDITORS), body=body)
        for name, body in ACTS.items()
    ),
    Row(
        name="part_incident",
        of="merged_incident",
        post=column(EDITORS),
        body=lambda w: {"based_on": str(w.merged_incident.revision)},
    ),
]

ROWS = [*CLAIMS, *USED, *HELD_CLAIMS, *ACCEPTED, *GROUPING, *INCIDENTS]
