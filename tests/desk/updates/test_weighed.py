"""A text that marks or embeds what its column does not have is not published."""

import pytest

from dateline.desk.updates.saving import problems_of
from dateline.ledger.verbs.claims import withdraw_claim
from dateline.ledger.verbs.fronts import FrontText, add_front, retire_front
from dateline.ledger.verbs.proposing import propose_claims
from tests.ledger.claimed import said
from tests.ledger.happened import Desk

pytestmark = pytest.mark.django_db
WORDS = "Twelve people died."
NOBODY = "00000000-0000-4000-8000-000000000000"


@pytest.fixture
def keeping(alice, column):
    return Desk(alice, column)


@pytest.fixture
def claim(keeping):
    return keeping.claim(WORDS)


@pytest.fixture
def found(column):
    """Return what is wrong with a text in the column, in words."""
    return lambda body, where=column: [one.message for one in problems_of(body, where)]


def marked(claim):
    return f"They say [twelve]{{claim={claim.pk}}}."


def test_an_accepted_claim_of_the_column_may_be_marked(claim, found):
    assert found(marked(claim)) == []


def test_no_other_claim_may_be(claim, keeping, found, alice, other_column):
    text = keeping.report(WORDS).newest.text
    (proposed,) = propose_claims(text, [said("Twelve", WORDS)], reader="r 1")
    assert "no accepted claim has the id" in found(marked(proposed))[0]
    assert "no accepted claim has the id" in found(marked(claim), other_column)[0]
    withdraw_claim(by=alice, claim=claim, based_on=claim.revision, reason="Misread.")
    assert "no accepted claim has the id" in found(marked(claim))[0]
    assert "no accepted claim" in found(f"[x]{{claim={NOBODY}}}")[0]
    assert "no accepted claim" in found("[x]{claim=x}")[0]


def test_incidents_tolls_and_fronts_of_the_column_may_be_embedded(
    claim, keeping, found, alice, column, other_column
):
    incident = keeping.incident(claim)
    front = add_front(by=alice, column=column, text=FrontText(name="Idlib", areas=("Idlib",)))
    lines = (
        f"::incident{{id={incident.pk}}}",
        f"::toll{{incident={incident.pk} category=killed}}",
        f"::front{{id={front.pk}}}",
    )
    for line in lines:
        assert found(line) == []
        assert "can be shown for" in found(line, other_column)[0]
    retire_front(by=alice, front=front)
    assert "no front can be shown" in found(lines[2])[0]


@pytest.mark.parametrize(
    "line",
    [
        f"::incident{{id={NOBODY}}}",
        "::incident{id=x}",
        f"::toll{{incident={NOBODY} category=killed}}",
        f"::front{{id={NOBODY}}}",
    ],
)
def test_nothing_that_is_not_there_may_be(line, found):
    assert "can be shown for" in found(line)[0]


def test_a_toll_of_no_category_may_not_be(claim, keeping, found):
    incident = keeping.incident(claim)
    assert "no toll can be" in found(f"::toll{{incident={incident.pk} category=loved}}")[0]
