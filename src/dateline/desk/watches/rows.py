"""Watches in words: what each is, how its last look went, when the next one comes."""

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.desk.reports.words import moment, sentence
from dateline.ledger.models import Watch

KINDS = {
    "feed": "feed",
    "page": "page with links",
    "telegram": "Telegram channel",
}


@dataclass(frozen=True)
class Row:
    """A watch in the list."""

    watch: Watch
    title: str
    kind: str
    looks: str
    trouble: str
    count: int


def rows_of(watches: Iterable[Watch]) -> list[Row]:
    """Return the watches in words."""
    return [_row(watch) for watch in watches]


def _row(watch: Watch) -> Row:
    return Row(
        watch=watch,
        title=watch.title or watch.address,
        kind=KINDS.get(watch.kind, watch.kind),
        looks=_looks(watch),
        trouble=sentence(watch.trouble) if watch.trouble else "",
        count=watch.count,  # type: ignore[attr-defined]
    )


def _looks(watch: Watch) -> str:
    last = f"last look {moment(watch.looked_at)}" if watch.looked_at else "not looked at yet"
    if not watch.active:
        return f"{last} · stopped"
    return f"{last} · next {moment(watch.due_at)}" if watch.due_at else last
