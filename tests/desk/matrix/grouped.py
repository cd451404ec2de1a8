"""The world's claims and incidents, in every state."""

from dateline.ledger.verbs import counting, grouping, incidents, merging, proposing, ruling
from tests.ledger.claimed import said

from .archive import HELD_TEXT, claimed


def grouped(w):
    """Make claims, accept some, and say which of them are about one incident."""
    claims_of(w)
    of = {"by": w.alice, "column": w.column}
    w.incident = incidents.open_incident(
        **of, title="Quartz strike", claims=[w.accepted, w.set_aside, w.held_claim]
    )
    w.other_incident = incidents.open_incident(**of, title="Quartz battle", claims=[w.third])
    w.opened = incidents.open_incident(**of, title="Quartz shelter", claims=[w.fourth])
    incidents.open_place(by=w.alice, incident=w.opened, based_on=1)
    merged = incidents.open_incident(**of, title="Quartz double", claims=[w.fifth])
    w.merged_incident = merging.merge_incidents(
        by=w.alice, incident=merged, into=w.other_incident, reason="One raid.", based_on=1
    )
    w.apart = merging.mark_apart(by=w.alice, one=w.incident, other=w.opened)
    w.assessment = ruling.assess_incident(
        by=w.alice, incident=w.incident, sentence="Quartz was a market."
    )
    grouping.answer_grouping(
        by=w.alice, claim=w.alone, incident=w.opened, answer="may_be", based_on=0
    )


def claims_of(w):
    """Make one claim in each state."""
    w.claim = claimed(w, 1, by=w.carl)
    w.others_claim = claimed(w, 2)
    w.held_proposed = proposing.make_claim(
        by=w.alice, text=w.held_capture.text, said=said("asks not to be named", HELD_TEXT)
    )
    accepted = (claimed(w, n, column=w.column) for n in range(3, 10))
    w.accepted, aside, w.third, w.fourth, w.fifth, w.alone, hold = accepted
    w.set_aside = counting.set_aside_claim(by=w.alice, claim=aside, reason="It was mended.")
    w.waiting = counting.hold_claim(by=w.alice, claim=hold, until=w.soon)
    w.held_claim = proposing.make_claim(
        by=w.alice,
        text=w.held_capture.text,
        said=said("Vermilion says twelve died", HELD_TEXT),
        column=w.column,
    )
