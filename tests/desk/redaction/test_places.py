"""Words stand in records of every kind: each is named, and its page opens."""

from urllib.parse import urlsplit

import pytest
from django.apps import apps

from dateline.desk.redaction.places import place_of
from dateline.ledger.models import Record, ReportText, Role, Seal
from dateline.ledger.scrub import text_fields
from dateline.ledger.verbs.proposing import propose_claims
from dateline.ledger.verbs.ruling import rule_relation
from tests.desk.matrix.world import build

pytestmark = pytest.mark.django_db

NOBODYS_WORDS = {ReportText, Seal}
"""What only the program writes; the words of a kept text are found with its report."""
RECORDS = {one for one in apps.get_app_config("ledger").get_models() if issubclass(one, Record)}
KINDS = RECORDS - NOBODYS_WORDS


@pytest.fixture
def world():
    """Return the world, with what the matrix needs none of: a ruling and a reading."""
    w = build()
    rule_relation(by=w.alice, incident=w.incident, source=w.source, relation="accuser")
    propose_claims(w.text, [], reader="test/1")
    return w


def test_a_record_of_each_kind_is_named_and_its_page_opens(world, enter):
    here, wrong = enter(world.owner), []
    for kind in KINDS:
        records = list(kind.objects.all())
        assert records, f"the world has no {kind.__name__}"
        addresses = {urlsplit(place_of(one).address).path for one in records}
        wrong += [address for address in addresses if here.get(address).status_code != 200]
    assert wrong == []


def test_what_another_page_shows_says_so(world):
    said = {place_of(kind.objects.first()).kind for kind in KINDS}
    assert {"Reason beside an incident", "Relation in an incident", "Role of a person"} <= said
    assert "Link of an update, published" in said


def test_a_record_is_placed_on_the_page_of_what_it_belongs_to(world):
    assert place_of(Role.objects.get(person=world.nina)).address == f"/desk/people/{world.nina.pk}/"
    assert place_of(world.assessment).address == f"/desk/incidents/{world.incident.pk}/"
    assert place_of(world.held_check).address == f"/desk/reports/{world.protected.pk}/"


def test_no_word_that_people_write_stands_in_what_has_no_page():
    assert [text_fields(kind) for kind in NOBODYS_WORDS] == [[], []]
