"""Redacting an update removes it whole, from the disk too, and leaves a stone."""

import uuid

import pytest

from dateline.ledger.models import Content, Draft, Entry, LiveBlog, Update
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.publishing import correct_update, publish_update, withdraw_update
from dateline.ledger.verbs.redacting import redact_update
from dateline.ledger.verbs.writing import (
    Text,
    edit_update,
    keep_draft,
    return_update,
    submit_update,
)

pytestmark = pytest.mark.django_db(transaction=True)
WHY = "It named a place that must not be found."
SECRET = "Zephyrine Quill"


@pytest.fixture
def planted(write, alice, blog):
    """An update that held the secret in every text that it ever had."""
    update = write(SECRET, body=f"{SECRET} hides", place=SECRET, byline=SECRET)
    submit_update(by=alice, update=update)
    return_update(by=alice, update=update, reason=f"Is {SECRET} safe?")
    text = Text(headline="Again", body=f"زفرين كويل and {SECRET}")
    edit_update(by=alice, update=update, text=text, based_on=1)
    publish_update(by=alice, update=update)
    text, note = Text(headline="Clean"), f"{SECRET} was named."
    correct_update(by=alice, update=update, text=text, note=note, based_on=2)
    keep_draft(
        by=alice,
        draft=uuid.uuid4(),
        blog=blog,
        update=update,
        based_on=3,
        text=Text(body=f"typing {SECRET}"),
    )
    return withdraw_update(by=alice, update=update, reason=f"{SECRET} asked us.")


def test_it_is_nowhere_on_the_disk(planted, owner, traces, holds):
    assert len(traces("Zephyrine", "زفرين")) >= 2
    redact_update(by=owner, update=planted, reason=WHY)
    assert traces("Zephyrine", "Quill", "زفرين", "كويل") == []
    assert holds()


def test_a_stone_stays_with_number_and_reason(planted, owner, blog):
    entry = redact_update(by=owner, update=planted, reason=WHY)
    stone = Update.objects.get()
    assert (stone.status, stone.number, stone.gone_reason) == ("redacted", 1, WHY)
    assert (stone.headline, stone.body, stone.place, stone.byline) == ("", "", "", "")
    assert (entry.verb, entry.who, entry.blog) == ("redact", owner, blog)
    assert entry.revision == LiveBlog.objects.get().revision
    assert not Draft.objects.exists()


def test_what_is_left_says_who_did_what_when(planted, owner):
    verbs = list(Entry.objects.values_list("verb", "time", "who"))
    redact_update(by=owner, update=planted, reason=WHY)
    assert list(Entry.objects.values_list("verb", "time", "who"))[:-1] == verbs
    statuses = [
        content.body["after"]["status"]
        for content in Content.objects.filter(entry__object=planted.name_in_log).order_by("pk")
    ]
    assert statuses == [
        "draft",
        "review",
        "draft",
        "draft",
        *["published"] * 2,
        "withdrawn",
        "redacted",
    ]


def test_no_salt_of_what_was_redacted_survives(planted, owner, traces):
    salts = Content.objects.filter(entry__object=planted.name_in_log).values_list("salt", flat=True)
    salts = list(salts)
    assert traces(salts[0])
    redact_update(by=owner, update=planted, reason=WHY)
    assert traces(*salts) == []


def test_other_updates_keep_their_words(planted, owner, publish, holds):
    other = publish("Other", body="Untouched")
    redact_update(by=owner, update=planted, reason=WHY)
    assert Update.objects.get(pk=other.pk).body == "Untouched"
    assert holds()


def test_an_update_that_was_never_public_goes_without_telling_readers(write, owner, traces, holds):
    entry = redact_update(by=owner, update=write(SECRET), reason=WHY)
    assert (entry.blog, entry.revision) == (None, None)
    assert traces("Zephyrine") == []
    assert holds()


def test_it_is_redacted_once(planted, owner, holds):
    redact_update(by=owner, update=planted, reason=WHY)
    with pytest.raises(Refused, match="redacted already"):
        redact_update(by=owner, update=planted, reason=WHY)
    assert holds()


@pytest.mark.parametrize("reason", ["", " \n", "x" * 301, "nul \0", "half \ud83d"])
def test_without_a_good_reason_nothing_is_lost(planted, owner, reason, traces, holds):
    with pytest.raises(Refused):
        redact_update(by=owner, update=planted, reason=reason)
    assert Update.objects.get().headline == "Clean"
    assert traces("Zephyrine")
    assert holds()


def test_an_update_of_a_hundred_thousand_signs_is_nowhere(publish, owner, traces, holds):
    update = publish("Long", body=f"{SECRET}, " * 5000)
    redact_update(by=owner, update=update, reason=WHY)
    assert traces("Zephyrine", "Quill") == []
    assert holds()
