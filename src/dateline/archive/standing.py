"""What an answer says that brings no page."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from dateline.archive.fetch.exchange import Fetched

MOST_TRIES: Final = 8
"""In a row; with back-off that is about a day."""

GONE: Final = {
    404: "Nothing stands at this address (404).",
    410: "It was taken away for good (410).",
    451: "It was taken away for legal reasons (451).",
}
REFUSED: Final = {
    401: "The site asks for a password (401).",
    402: "The site asks for money (402).",
    403: "The site refuses to show it to Dateline (403).",
}
BY_HAND: Final = "Open it in your browser, save the page, and bring the file in."
MOST_WAIT: Final = timedelta(days=1)


@dataclass(frozen=True)
class Answer:
    """Why an answer is no page, in plain words, and what follows from it."""

    words: str
    gone: bool = False
    retry: bool = False
    wait: timedelta | None = None
    """What the site itself asks us to wait."""


def judge_answer(fetched: Fetched) -> Answer | None:
    """Return what an answer says instead of a page; None for a page."""
    status = fetched.status
    if 200 <= status < 300:
        return None
    if status in GONE:
        # A site in trouble may say so for a moment: only the second time in a row counts.
        return Answer(GONE[status], gone=True, retry=True)
    if status in REFUSED:
        return Answer(f"{REFUSED[status]} {BY_HAND}")
    if status in (408, 425, 429) or status >= 500:
        words = f"The site cannot answer at the moment ({status}). It is tried again by itself."
        return Answer(words, retry=True, wait=_asked(fetched.headers.get("retry-after", "")))
    return Answer(f"The site answers {status}, which is no page. {BY_HAND}")


def _asked(retry_after: str) -> timedelta | None:
    """Return the wait that a site asks for in seconds; few send a date instead."""
    if not (retry_after.isascii() and retry_after.isdigit() and len(retry_after) < 10):
        return None
    return min(timedelta(seconds=int(retry_after)), MOST_WAIT)
