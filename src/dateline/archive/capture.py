"""Looking at one report: fetch it, keep what came, or note why nothing did."""

from datetime import datetime, timedelta

from django.utils import timezone

from dateline.archive import telegram
from dateline.archive.brought import Brought, fetched_now, handed_in
from dateline.archive.fetch.failure import FetchError
from dateline.archive.fetch.fetcher import Fetcher
from dateline.archive.keep import Keeper
from dateline.archive.standing import MOST_TRIES, Answer, judge_answer
from dateline.archive.watch.pace import after_failure, look_again_at
from dateline.ledger.models import Capture, Report
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.capturing import give_back, note_look


class Capturer:
    """Looks at reports. Thread-safe: several may be looked at side by side."""

    def __init__(self, fetcher: Fetcher, keeper: Keeper) -> None:
        self.fetcher = fetcher
        self.keeper = keeper

    def look(self, report: Report) -> Capture | None:
        """Capture a report, or note why that was not possible; return what was kept, if anything.

        Raises Refused for a report that was redacted or taken by another process meanwhile, OSError
        or DatabaseError where the disk or the database fails: nothing of it is kept then.
        """
        try:
            brought = self._bring(report)
            if isinstance(brought, Answer):
                _answered(report, brought)
                return None
            return self.keeper.keep(report, brought)
        except FetchError as error:
            if not self.fetcher.closed:  # else it is we who stopped, and it is due again
                failed(report, str(error), retry=error.retry)
        except Refused as refused:  # what came cannot be stored
            failed(report, str(refused), retry=False)
        return None

    def _bring(self, report: Report) -> Brought | Answer:
        if report.given_warc:
            return handed_in(report)
        fetched = self.fetcher.get(telegram.fetched_as(report.address))
        return judge_answer(fetched) or fetched_now(fetched)


def failed(report: Report, words: str, *, retry: bool, wait: timedelta | None = None) -> None:
    """Note a failure: tried again with back-off; what is kept is looked at again in its time."""
    now, newest = timezone.now(), report.newest
    due: datetime | None = None
    if retry and report.tries < MOST_TRIES:
        due = now + after_failure(report.tries, name=str(report.pk), asked=wait)
    elif newest:
        due = look_again_at(newest.captured_at, now)
    give_back(report, trouble=words, due_at=due)


def _answered(report: Report, answer: Answer) -> None:
    """Note an answer that brings no page: gone, refused, or not now."""
    newest, now = report.newest, timezone.now()
    # A site in trouble may say so for a moment: only the second time in a row counts.
    twice = report.tries or report.standing == Report.Standing.GONE
    if newest and answer.gone and twice:
        due = look_again_at(newest.captured_at, now)
        note_look(report, standing="gone", at=now, due_at=due, trouble=answer.words)
    else:
        failed(report, answer.words, retry=answer.retry, wait=answer.wait)
