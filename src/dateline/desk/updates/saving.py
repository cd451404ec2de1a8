"""What happens to an update's text when someone saves it: one wish, one or two verbs."""

import time
import uuid
from dataclasses import dataclass, replace
from datetime import datetime

from django.core.cache import cache

from dateline.desk.media.pictures import images_of
from dateline.desk.reports.cards import cards_of
from dateline.desk.reports.lines import with_reports
from dateline.ledger.models import Column, LiveBlog, Person, Update
from dateline.ledger.refusal import Collision, NotAllowed, Refused
from dateline.ledger.verbs.publishing import correct_update, publish_update, schedule_update
from dateline.ledger.verbs.writing import (
    Text,
    edit_update,
    forget_draft,
    keep_draft,
    submit_update,
    write_update,
)
from dateline.text import Problem, held_among, problems

from .weighed import boards_of, claims_of

ACTIONS = ("draft", "review", "publish", "schedule", "correct")
MAKE_PUBLIC = frozenset({"publish", "schedule", "correct"})
DAY = 24 * 3600


@dataclass(frozen=True, kw_only=True)
class Wish:
    """A text, and what is to happen with it."""

    action: str
    text: Text
    based_on: int
    draft: uuid.UUID
    when: datetime | None = None
    note: str = ""


class HasProblems(Refused):
    """The text may not be public as it stands."""

    def __init__(self, found: list[Problem]) -> None:
        super().__init__("Not done: the text has problems that readers would see. They are below.")
        self.found = found


class SavedOnly(Refused):
    """The text is saved; the rest of the wish was refused."""

    def __init__(self, update: Update, refused: Refused) -> None:
        super().__init__(f"Your text is saved as a draft, but no more was done: {refused}")
        self.update, self.refused = update, refused


def save_new(*, by: Person, blog: LiveBlog, wish: Wish) -> Update:
    """Save a new update and do what else was asked."""
    wish = _with_reports(by, wish)
    _require_fit(wish, blog.column)
    update = _written_once(by, blog, wish)
    if not same_text(update, wish.text):  # saved before, then typed on after going back
        raise Collision(update.revision)
    return _move(by, update, wish)


def save(*, by: Person, update: Update, wish: Wish) -> Update:
    """Save a newer text of an update and do what else was asked. Raises Collision."""
    wish = _with_reports(by, wish)
    if update.status == Update.Status.SCHEDULED:
        _require_fit(wish, update.blog.column, always=True)
    _require_fit(wish, update.blog.column)
    if wish.action == "correct":
        return _correct(by, update, wish)
    if not same_text(update, wish.text):
        update = edit_update(by=by, update=update, text=wish.text, based_on=wish.based_on)
    return _move(by, update, wish)


def _with_reports(by: Person, wish: Wish) -> Wish:
    """Bring in the addresses that stand for reports; sent twice, they give the same."""
    body = with_reports(by=by, body=wish.text.body)
    return replace(wish, text=replace(wish.text, body=body))


def _correct(by: Person, update: Update, wish: Wish) -> Update:
    if same_text(update, wish.text):
        raise Refused("Nothing was changed in the text, so there is nothing to correct.")
    update = correct_update(
        by=by, update=update, text=wish.text, note=wish.note, based_on=wish.based_on
    )
    _settle(by, update, wish)
    return update


def _settle(by: Person, update: Update, wish: Wish) -> None:
    """Forget the draft, and remember its id: the page may still send it once more."""
    cache.set(_key(by, update.blog, wish.draft), str(update.pk), DAY)
    forget_draft(by=by, draft=wish.draft)


def _move(by: Person, update: Update, wish: Wish) -> Update:
    _settle(by, update, wish)
    try:
        match wish.action:
            case "publish":
                return publish_once(by=by, update=update)
            case "schedule":
                return _schedule(by, update, wish.when)
            case "review" if update.status != Update.Status.REVIEW:
                return submit_update(by=by, update=update)
    except Refused as refused:
        raise SavedOnly(Update.objects.get(pk=update.pk), refused) from refused
    return update


def _schedule(by: Person, update: Update, when: datetime | None) -> Update:
    if when is None:
        raise Refused("Say when it is to be published.")
    return schedule_update(by=by, update=update, when=when)


def publish_once(*, by: Person, update: Update) -> Update:
    """Publish an update; one that the same press published a moment ago is no error."""
    try:
        return publish_update(by=by, update=update, based_on=update.revision)
    except NotAllowed:
        raise
    except Refused:
        newest = Update.objects.get(pk=update.pk)
        if newest.status == Update.Status.PUBLISHED and newest.revision == update.revision:
            return newest
        raise


def _require_fit(wish: Wish, column: Column, *, always: bool = False) -> None:
    if not always and wish.action not in MAKE_PUBLIC:
        return
    if found := problems_of(wish.text.body, column):
        raise HasProblems(found)


def problems_of(body: str, column: Column) -> list[Problem]:
    """Return what keeps a text from being published in a column."""
    cards = cards_of(body)
    return problems(
        body,
        images=images_of(body),
        reports=cards.keys(),
        held=held_among(cards),
        claims=claims_of(body, column),
        boards=boards_of(body, column),
    )


def same_text(update: Update, text: Text) -> bool:
    """Tell whether saving a text would change nothing."""
    return (update.headline, update.place, update.body, update.byline) == (
        text.headline.strip(),
        text.place.strip(),
        text.body.replace("\r\n", "\n"),
        text.byline.strip(),
    )


def _written_once(by: Person, blog: LiveBlog, wish: Wish) -> Update:
    """Write a new update; a form that is sent twice finds the one that it wrote."""
    key = _key(by, blog, wish.draft)
    if not cache.add(key, "", DAY):
        return written_from(by, blog, wish)
    try:
        update = write_update(by=by, blog=blog, text=wish.text, draft=wish.draft)
    except BaseException:
        cache.delete(key)
        raise
    cache.set(key, str(update.pk), DAY)
    return update


def _key(by: Person, blog: LiveBlog, draft: uuid.UUID) -> str:
    return f"desk-written:{by.pk}:{blog.pk}:{draft}"


def written_from(by: Person, blog: LiveBlog, wish: Wish) -> Update:
    """Return the update that this form wrote when it was sent before."""
    key = _key(by, blog, wish.draft)
    for _ in range(100):  # its first sending may still be at work
        if pk := cache.get(key):
            update: Update = Update.objects.select_related("blog__column").get(pk=pk)
            return update
        time.sleep(0.05)
    raise Refused("This text is being saved already. Look for it in the list.")


def was_saved(by: Person, blog: LiveBlog, draft: uuid.UUID) -> bool:
    """Tell whether this draft was saved, so that it needs keeping no more."""
    return bool(cache.get(_key(by, blog, draft)))


def keep_typed(*, by: Person, blog: LiveBlog, update: Update | None, wish: Wish) -> None:
    """Keep a text whose saving was refused, so that a closed tab does not lose it either."""
    try:
        keep_draft(
            by=by,
            draft=wish.draft,
            blog=blog,
            update=update,
            based_on=wish.based_on,
            text=wish.text,
        )
    except Refused:
        return  # the page shows the text and the first refusal, which says more
