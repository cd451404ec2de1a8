"""Asking a watched address: conditional requests, and every status in plain words."""

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final

from dateline.archive.fetch.exchange import Fetched
from dateline.archive.fetch.failure import FetchError
from dateline.archive.watch.told import AbsentError, Getter, WatchError, bounded

MOST_BYTES: Final = 8_000_000
NOT_MODIFIED: Final = 304
VALIDATOR: Final = re.compile(r"[\x20-\x7e]{1,500}")

WORDS: Final = {
    401: "The site asks for a password here. Name an address that is open to everybody.",
    403: "The site refuses to show this to Dateline (403). It may let a later look in.",
    404: "There is nothing at this address (404). Check it in a browser.",
    429: "The site asks to be looked at less often (429). The next look waits.",
    503: "The site says that it is busy (503). The next look waits.",
}


def ask(
    fetcher: Getter, address: str, *, now: datetime, etag: str = "", last_modified: str = ""
) -> Fetched:
    """Return a good answer or, if validators were sent, a 304. Raises WatchError for all else."""
    sent = {"If-None-Match": etag, "If-Modified-Since": last_modified}
    headers = {name: value for name, value in sent.items() if VALIDATOR.fullmatch(value)}
    try:
        answer = fetcher.get(address, headers=headers, most_bytes=MOST_BYTES)
    except FetchError as error:
        raise WatchError(str(error), retry=error.retry) from error
    if 200 <= answer.status < 300 or (answer.status == NOT_MODIFIED and headers):
        return answer
    raise _refused(answer, now)


def validators(answer: Fetched) -> tuple[str, str]:
    """Return the ETag and Last-Modified to send next time, "" for what cannot be sent."""
    found = (answer.headers.get(name) or "" for name in ("ETag", "Last-Modified"))
    etag, last_modified = (one if VALIDATOR.fullmatch(one) else "" for one in found)
    return etag, last_modified


def _refused(answer: Fetched, now: datetime) -> WatchError:
    status = answer.status
    if status == 410:
        words = "The site says that this address is gone for good (410). Name another or stop."
        return AbsentError(words, retry=False, gone=True)
    after = retry_after(answer.headers.get("Retry-After") or "", now)
    in_trouble = f"The site is in trouble ({status}). Nothing needs to be done; it is tried again."
    unclear = f"The site answered with {status}, which brings nothing to read."
    words = WORDS.get(status) or (in_trouble if status >= 500 else unclear)
    error = AbsentError if status == 404 else WatchError
    return error(words, retry=status != 401, after=after)


def retry_after(value: str, now: datetime) -> timedelta | None:
    """Read a Retry-After header, seconds or a date; None where it says nothing."""
    value = value.strip()[:100]
    if re.fullmatch(r"[0-9]{1,9}", value):
        return bounded(timedelta(seconds=int(value)))
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, OverflowError, TypeError):
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return bounded(aware - now)
