"""Typed links between updates: follows, corrects, contradicts, translates."""

from ..log import Log, verb
from ..models import FollowUp, Person, Update
from ..permission import require
from ..refusal import Refused


def link_updates(*, by: Person, update: Update, on: Update, kind: str) -> FollowUp:
    """Say how an update takes up an earlier one of the same column; readers see it at both."""
    with verb("link_updates", by=by) as log:
        update, on = _get(by, update), _get(by, on)
        if kind not in FollowUp.Kind.values:
            raise Refused("An update follows, corrects, contradicts or translates another.")
        if update.pk == on.pk:
            raise Refused("An update cannot take itself up.")
        if update.blog.column_id != on.blog.column_id:
            raise Refused("These updates belong to two columns.")
        known = FollowUp.objects.filter(update=update, on=on).first()
        before = known.content() if known else None
        link: FollowUp = known or FollowUp(update=update, on=on)
        link.kind, link.standing = kind, True
        link.save()
        log.write(link, before=before)
        _tell(link, log)
    return link


def unlink_updates(*, by: Person, link: FollowUp) -> FollowUp:
    """Take a link back."""
    with verb("unlink_updates", by=by) as log:
        found: FollowUp = FollowUp.objects.get(pk=link.pk)
        _get(by, found.update)
        if not found.standing:
            raise Refused("This link was taken back already.")
        before = found.content()
        found.standing = False
        found.save()
        log.write(found, before=before)
        _tell(found, log)
    return found


def _get(by: Person, update: Update) -> Update:
    found: Update = Update.objects.select_related("blog__column").get(pk=update.pk)
    require(by, "publish", found.blog.column)
    if found.status not in (Update.Status.PUBLISHED, Update.Status.WITHDRAWN):
        raise Refused("Only updates that were published can be linked.")
    return found


def _tell(link: FollowUp, log: Log) -> None:
    """Let readers of both learn of it."""
    for end in (link.update, link.on):
        update = _reloaded(end)
        if update.status == Update.Status.PUBLISHED:
            log.write(update, before=update.content(), public=update.blog)


def _reloaded(update: Update) -> Update:
    found: Update = Update.objects.select_related("blog__column").get(pk=update.pk)
    return found
