"""Whatever editors do to incidents, in whatever order: each claim counts once, and all holds."""

from collections import Counter

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from dateline.ledger.grouped import answered, answers, members
from dateline.ledger.keys import claim_keys
from dateline.ledger.models import Apart, Claim, Grouping, GroupingKey, Incident
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.claims import restore_claim, withdraw_claim
from dateline.ledger.verbs.incidents import open_incident, set_part_of
from dateline.ledger.verbs.merging import (
    mark_apart,
    merge_incidents,
    part_incident,
    split_incident,
    unmark_apart,
)
from dateline.ledger.verify import verify
from dateline.ledger.weighed import told_of_each

pytestmark = pytest.mark.django_db
NTH = st.integers(0, 5)
WORDS = "One, two, three, four, five, six."


@pytest.fixture
def claims(desk):
    """Six accepted claims of one report."""
    report = desk.report(WORDS)
    quotes = ("One", "two", "three", "four", "five", "six")
    return [desk.claim(WORDS, quote, report) for quote in quotes]


@pytest.fixture
def grouping(desk, claims):
    """A machine that opens, answers, merges, parts and splits in any order."""
    by = {"by": desk.by}

    class Grouped(RuleBasedStateMachine):
        def __init__(self):
            super().__init__()
            self.scene = transaction.atomic()
            self.scene.__enter__()

        def teardown(self):
            transaction.set_rollback(True)
            self.scene.__exit__(None, None, None)

        def on(self, nth, act):
            """Do something to an incident, if there is one and the ledger lets it happen."""
            known = list(Incident.objects.order_by("pk"))
            if known:
                one = known[nth % len(known)]
                self.attempt(lambda: act(one, {**by, "incident": one, "based_on": one.revision}))

        def attempt(self, act):
            try:
                act()
            except Refused:
                return  # an answer is no fault

        def other(self, nth):
            known = list(Incident.objects.order_by("pk"))
            return known[nth % len(known)]

        @rule(some=st.sets(NTH, min_size=1, max_size=3))
        def open(self, some):
            chosen = [claims[n] for n in some]
            of = {**by, "column": desk.column, "title": "It", "claims": chosen}
            self.attempt(lambda: open_incident(**of))

        @rule(nth=NTH, claim=NTH, answer=st.sampled_from(["", "same", "not_same", "may_be"]))
        def answer(self, nth, claim, answer):
            one = claims[claim]
            self.on(
                nth,
                lambda incident, _: desk.answer(
                    one, incident, answer, answered(answers(one.pk, incident))
                ),
            )

        @rule(nth=NTH, into=NTH)
        def merge(self, nth, into):
            self.on(nth, lambda _, of: merge_incidents(**of, into=self.other(into), reason="One."))

        @rule(nth=NTH)
        def part(self, nth):
            self.on(nth, lambda _, of: part_incident(**of))

        @rule(nth=NTH, some=st.sets(NTH, min_size=1, max_size=2))
        def split(self, nth, some):
            chosen = {"claims": [claims[n] for n in some], "title": "Split"}
            self.on(nth, lambda one, _: split_incident(**by, incident=one, **chosen))

        @rule(nth=NTH, whole=st.none() | NTH)
        def place(self, nth, whole):
            def act(_, of):
                set_part_of(**of, whole=None if whole is None else self.other(whole))

            self.on(nth, act)

        @rule(nth=NTH, other=NTH)
        def tell_apart(self, nth, other):
            self.on(nth, lambda one, _: mark_apart(**by, one=one, other=self.other(other)))

        @rule()
        def take_that_back(self):
            for apart in Apart.objects.filter(standing=True):
                self.attempt(lambda apart=apart: unmark_apart(**by, apart=apart))

        @rule(claim=NTH, back=st.booleans())
        def withdraw(self, claim, back):
            one = Claim.objects.get(pk=claims[claim].pk)
            if back and one.status == "withdrawn":
                self.attempt(lambda: restore_claim(**by, claim=one))
            else:
                self.attempt(
                    lambda: withdraw_claim(**by, claim=one, based_on=one.revision, reason="Wrong.")
                )

        @invariant()
        def the_ledger_holds(self):
            assert verify().broken is None

        @invariant()
        def each_accepted_claim_counts_in_its_one_incident(self):
            wholes = Incident.objects.filter(merged_into=None).values_list("pk", flat=True)
            told = [one for each in told_of_each(wholes).values() for one in each]
            counted = Counter(one.id for one in told if not one.may_be)
            same = Grouping.objects.filter(answer="same", claim__status="accepted")
            assert counted == Counter(str(pk) for pk in same.values_list("claim", flat=True))
            assert set(counted.values()) <= {1}

        @invariant()
        def every_incident_leads_to_a_whole_one(self):
            wholes = list(Incident.objects.filter(merged_into=None).values_list("pk", flat=True))
            assert set(members(wholes)) == set(Incident.objects.values_list("pk", flat=True))

        @invariant()
        def nothing_is_part_of_itself(self):
            for one in Incident.objects.filter(merged_into=None):
                larger = one.part_of and one.part_of.whole
                seen = {one.pk}
                while larger:
                    assert larger.pk not in seen
                    seen.add(larger.pk)
                    larger = larger.part_of and larger.part_of.whole

        @invariant()
        def the_index_says_what_each_claim_does(self):
            for claim in Claim.objects.all():
                keys = GroupingKey.objects.filter(claim=claim).values_list("key", flat=True)
                assert set(keys) == claim_keys(claim)

    return Grouped


def test_any_order_of_verbs_leaves_incidents_that_hold(grouping):
    run_state_machine_as_test(
        grouping,
        settings=settings(
            max_examples=15,
            stateful_step_count=15,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
