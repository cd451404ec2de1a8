"""Which earlier update a sentence such as "As we reported yesterday" means."""

from datetime import datetime, time, timedelta

from dateline.ledger.models import FollowUp, Person, Update
from dateline.ledger.verbs.follow_ups import link_updates
from dateline.reading.liveblog import Mention, shares
from dateline.server.importing.outcome import Outcome

MOST_DAYS = 7
"""How far back a mention reaches that names no day."""


def link(by: Person, outcome: Outcome) -> None:
    """Link each mention with the one update that it can mean; the others stay open."""
    still_open = []
    for update, mentioned in outcome.open_mentions:
        found = _candidates(update, mentioned, outcome)
        if len(found) == 1:
            outcome.links.append(_linked(by, update, found[0]))
        else:
            still_open.append((update, mentioned))
    outcome.open_mentions = still_open


def _linked(by: Person, update: Update, on: Update) -> FollowUp:
    known: FollowUp | None = FollowUp.objects.filter(update=update, on=on).first()
    # One that an editor took back since stays so.
    return known or link_updates(by=by, update=update, on=on, kind=FollowUp.Kind.FOLLOWS)


def _candidates(update: Update, mentioned: Mention, outcome: Outcome) -> list[Update]:
    zone = update.blog.column.zone_info
    first = mentioned.first or outcome.day - timedelta(days=MOST_DAYS)
    last = mentioned.last or outcome.day
    earlier = Update.objects.filter(
        blog__column=update.blog.column,
        status=Update.Status.PUBLISHED,
        published_at__gte=datetime.combine(first, time(), zone),
        published_at__lt=datetime.combine(last + timedelta(days=1), time(), zone),
    ).exclude(pk=update.pk)
    if mentioned.last is None:
        earlier = earlier.exclude(blog=update.blog, number__gte=update.number)
    return [one for one in earlier if shares(mentioned, f"{one.headline} {one.body}")]
