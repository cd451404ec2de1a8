"""What an import did, for people and for programs."""

from dataclasses import dataclass, field
from datetime import UTC, date
from typing import Any

from dateline.ledger.models import FollowUp, LiveBlog, Report, Update
from dateline.reading.liveblog import Left, Mention

SHOWN = 160
"""Code points of a piece that the terminal shows; JSON has it whole."""
MOST_SHOWN = 40


@dataclass
class Outcome:
    """What an import did so far."""

    column: str
    day: date
    page: Report
    is_live: bool = True
    blog: LiveBlog | None = None
    updates: list[Update] = field(default_factory=list)
    """In order of publication, those of an earlier run included."""
    new: int = 0
    """Updates that this run published."""
    cards: list[Report] = field(default_factory=list)
    links: list[FollowUp] = field(default_factory=list)
    open_mentions: list[tuple[Update, Mention]] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    draft: Update | None = None
    """Where the desk finds what was left."""
    claims: int = 0
    read_now: bool = False
    unread: tuple[str, ...] = ()

    @property
    def before(self) -> bool:
        """Whether there was nothing to do: this very file was imported before."""
        return not self.new and not self.read_now

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON values."""
        return {
            "column": self.column,
            "day": str(self.day),
            "blog": self.blog.slug if self.blog else None,
            "live_blog": self.is_live,
            "imported_before": self.before,
            "report": str(self.page.pk),
            "claims": self.claims,
            "unread": list(self.unread),
            "new_updates": self.new,
            "updates": [_update(one) for one in self.updates],
            "cards": [_card(one) for one in dict.fromkeys(self.cards)],
            "follow_ups": [{"update": str(o.update_id), "on": str(o.on_id)} for o in self.links],
            "open_mentions": [
                {"update": str(update.pk), "start": one.start, "end": one.end, "words": one.words}
                for update, one in self.open_mentions
            ],
            "left": [
                {"start": o.piece.start, "end": o.piece.end, "words": o.piece.words, "why": o.why}
                for o in self.left
            ],
            "draft": str(self.draft.pk) if self.draft else None,
        }

    def in_words(self) -> str:
        """Return it as lines for the terminal."""
        unread = [f"  {why}" for why in self.unread]
        return "\n".join([*self._heading(), *unread, *self._open(), *self._left()])

    def _heading(self) -> list[str]:
        told = f"report {self.page.pk}, {self.claims:,} claims"
        if not self.is_live:
            again = "It was imported before. " if self.before else ""
            return [f"{again}This page is no live blog: it is kept as one report.", f"  {told}"]
        place = f"{self.column}/{self.day}"
        if self.before:
            return [f"This file was imported before, as {place}. Nothing was changed.", f"  {told}"]
        counted = f"{self.new:,} updates, {len(set(self.cards)):,} cards, {len(self.links):,} links"
        live = "Close the blog on the desk when its claims are reviewed."
        return [f"{place}: {counted} to earlier updates.", f"  {told}", f"  {live}"]

    def _open(self) -> list[str]:
        said = [f"  {_clip(one.words)}" for _, one in self.open_mentions[:MOST_SHOWN]]
        return ["Which update these mean is open; link them on the desk:", *said] if said else []

    def _left(self) -> list[str]:
        if not self.left:
            return []
        said = [f"  {o.piece.start}: {_clip(o.piece.words)} ({o.why})" for o in self.left]
        more = len(said) - MOST_SHOWN
        rest = [f"  … and {more:,} more; --json lists all."] if more > 0 else []
        where = " They stand in an unpublished draft too" if self.draft else ""
        return [f"Not in the blog:{where}", *said[:MOST_SHOWN], *rest]


def _update(one: Update) -> dict[str, Any]:
    at = one.published_at
    shown = at.astimezone(UTC).isoformat().replace("+00:00", "Z") if at and not one.day else None
    return {
        "id": str(one.pk),
        "number": one.number,
        "headline": one.headline,
        "byline": one.byline,
        "at": shown,
        "day": str(one.day) if one.day else None,
    }


def _card(one: Report) -> dict[str, Any]:
    source = one.source.name if one.source else ""
    return {"report": str(one.pk), "title": one.given_title, "source": source}


def _clip(words: str) -> str:
    shown = words if len(words) <= SHOWN else f"{words[:SHOWN]}…"
    return "".join(letter if letter.isprintable() else "·" for letter in shown)
