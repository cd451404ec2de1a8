"""What someone is typing is kept for them alone, and logged nowhere."""

import uuid

import pytest
from django.utils import timezone

from dateline.ledger.models import Draft, Entry
from dateline.ledger.refusal import NotAllowed, Refused
from dateline.ledger.verbs.dropping import (
    KEPT,
    drop_draft,
    forget_dropped,
    take_back_draft,
)
from dateline.ledger.verbs.writing import Text, forget_draft, keep_draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def keep(alice, blog):
    def _keep(body, *, by=alice, draft=None, blog=blog, update=None):
        return keep_draft(
            by=by,
            draft=draft or uuid.uuid4(),
            blog=blog,
            update=update,
            based_on=0,
            text=Text(body=body),
        )

    return _keep


def test_a_draft_grows_under_one_id_and_makes_no_entry(keep):
    before, one = Entry.objects.count(), keep("Ass")
    two = keep("Assad", draft=one.pk)
    assert one.pk == two.pk
    assert Draft.objects.get().body == "Assad"
    assert two.saved_at >= one.saved_at
    assert Entry.objects.count() == before


def test_a_draft_may_belong_to_an_update(keep, write):
    update = write("One")
    keep("Two", update=update)
    assert update.drafts.get().body == "Two"


def test_an_update_of_another_blog_is_refused(keep, write, other_blog, owner):
    foreign = write("Donetsk", by=owner, blog=other_blog)
    with pytest.raises(Refused, match="another blog"):
        keep("Mine now", update=foreign)


def test_a_draft_of_someone_else_is_out_of_reach(keep, carl):
    draft = keep("Alice's")
    with pytest.raises(NotAllowed, match="someone else's"):
        keep("Carl's", by=carl, draft=draft.pk)
    drop_draft(by=carl, draft=draft.pk)
    forget_draft(by=carl, draft=draft.pk)
    assert Draft.objects.get().body == "Alice's"
    assert Draft.objects.get().dropped_at is None


def test_it_is_forgotten_once_it_is_saved_and_a_second_time_is_no_error(keep, alice):
    draft = keep("Done")
    for _ in range(2):
        forget_draft(by=alice, draft=draft.pk)
    assert not Draft.objects.exists()


def test_a_dropped_text_is_taken_back_as_it_was(keep, alice):
    draft = keep("Half a thought")
    for _ in range(2):
        drop_draft(by=alice, draft=draft.pk)
    dropped = Draft.objects.get()
    assert dropped.dropped_at is not None
    take_back_draft(by=alice, draft=draft.pk)
    assert Draft.objects.get().dropped_at is None
    assert Draft.objects.get().body == "Half a thought"


def test_typing_on_takes_it_back_too(keep, alice):
    draft = keep("Half a")
    drop_draft(by=alice, draft=draft.pk)
    keep("Half a thought", draft=draft.pk)
    assert Draft.objects.get().dropped_at is None


def test_nobody_takes_back_what_another_dropped(keep, alice, owner):
    draft = keep("Alice's")
    drop_draft(by=alice, draft=draft.pk)
    with pytest.raises(Refused, match="is gone"):
        take_back_draft(by=owner, draft=draft.pk)
    assert Draft.objects.get().dropped_at is not None


def test_a_day_later_it_is_forgotten_and_what_was_not_dropped_stays(keep, alice, monkeypatch):
    gone, stays = keep("Gone"), keep("Stays")
    drop_draft(by=alice, draft=gone.pk)
    forget_dropped()
    assert Draft.objects.count() == 2
    later = timezone.now() + KEPT
    monkeypatch.setattr(timezone, "now", lambda: later)
    forget_dropped()
    assert Draft.objects.get() == stays
    with pytest.raises(Refused, match="kept for a day"):
        take_back_draft(by=alice, draft=gone.pk)


def test_a_stranger_keeps_none(keep, sam):
    with pytest.raises(NotAllowed):
        keep("Hello", by=sam)


def test_a_draft_that_is_too_long_leaves_the_last_good_one(keep):
    draft = keep("Good")
    with pytest.raises(Refused, match="is the most"):
        keep("x" * 100_001, draft=draft.pk)
    assert Draft.objects.get().body == "Good"
