"""Readers learn of what changes in a card: each update that shows it gets one delta."""

import uuid

import pytest

from dateline.ledger.citing import citing, named_in
from dateline.ledger.models import LiveBlog
from dateline.ledger.verbs.capturing import keep_capture
from dateline.ledger.verbs.publishing import (
    correct_update,
    restore_update,
    schedule_update,
    withdraw_update,
)
from dateline.ledger.verbs.redacting import redact_update
from dateline.ledger.verbs.writing import Text
from tests.ledger.kept import AT, kept

pytestmark = pytest.mark.django_db(transaction=True)
ID = uuid.UUID("7d3f0a52-58f6-4b8e-9c1d-2f0f6f3b9a10")
NONE_SUCH = "3f1c6c0e-9d0b-4b53-8a67-5d2f0a1be6c4"


@pytest.mark.parametrize(
    "body",
    [
        f"::card{{report={ID}}}",
        f'::card{{report="{ID}"}}',
        f"::card{{report={ID.hex}}}",
        f"::card{{report={str(ID).upper()}}}",
        f"::card{{report={ID.hex[:9]}-{ID.hex[9:]}}}",
        f":::quote{{lang=ar report={ID}}}\nWords\n:::",
        f":::quote{{source={ID} lang=ar}}\nWords\n:::",
        f':::quote{{source=" {ID} " lang=ar}}\nWords\n:::',
        f"Before\n\n::card{{report={ID}}}\n\n::card{{report={NONE_SUCH}}}",
        f"They say [twelve died]{{claim={ID}}}.",
        f'They say [twelve died]{{claim="{ID}"}}.',
        f"::incident{{id={ID}}}",
        f'::incident{{ id="{ID}"}}',
        f"::toll{{incident={ID} category=killed}}",
        f"::toll{{category=killed incident={ID}}}",
        f"::front{{id={ID}}}",
    ],
)
def test_however_a_text_names_it(body, publish):
    assert ID in named_in(body)
    update = publish("Shows it", body=body)
    assert citing([ID]) == [update]
    assert citing([uuid.uuid4(), ID]) == [update]


@pytest.mark.parametrize(
    "body",
    [
        "",
        "report=",
        f"::card{{report={NONE_SUCH}}}",
        f"::media{{id={ID}}}",
        f"::card{{report={str(ID)[:-1]}}}",
        "report=" + "-" * 50_000,
        "report=" * 10_000,
    ],
    ids=lambda body: body[:30],
)
def test_what_does_not_name_it(body, publish):
    assert ID not in named_in(body)
    publish("Shows it not", body=body)
    assert citing([ID]) == citing([ID, uuid.uuid4()]) == citing([]) == []


def test_a_new_version_makes_one_delta_for_each_update_that_shows_it(
    report, other_report, cite, told, holds
):
    one, both, other = cite(report), cite(report, other_report, report), cite(other_report)
    revision = LiveBlog.objects.get().revision
    keep_capture(report, kept())
    assert [len(told(update)) for update in (one, both, other)] == [2, 2, 1]
    assert LiveBlog.objects.get().revision == revision + 2
    keep_capture(report, kept())
    assert [len(told(update)) for update in (one, both, other)] == [3, 3, 1]
    assert holds()


def test_only_what_is_public_is_told(report, alice, owner, write, publish, cite, told, holds):
    card = f"::card{{report={report.pk}}}"
    draft = write("Draft", body=card)
    later = write("Later", body=card)
    schedule_update(by=alice, update=later, when=AT.replace(year=2100))
    gone = withdraw_update(by=alice, update=cite(report), reason="Wrong.")
    redacted = cite(report)
    redact_update(by=owner, update=redacted, reason="It must not be public.")
    corrected = cite(report)
    clean = Text(headline="Without")
    correct_update(by=alice, update=corrected, text=clean, note="A card too many.", based_on=1)
    before = [told(one) for one in (draft, later, gone, redacted, corrected)]
    keep_capture(report, kept())
    assert [told(one) for one in (draft, later, gone, redacted, corrected)] == before
    restore_update(by=alice, update=gone)
    keep_capture(report, kept())
    assert len(told(gone)) == len(before[2]) + 2
    assert holds()


def test_each_blog_is_told_in_its_own_deltas(report, cite, publish, owner, other_blog, told, holds):
    here = cite(report)
    there = publish("There", body=f"::card{{report={report.pk}}}", by=owner, blog=other_blog)
    keep_capture(report, kept())
    assert [len(told(one)) for one in (here, there)] == [2, 2]
    assert holds()
