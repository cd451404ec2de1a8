"""What WARC records carry once their content-encoding is undone."""

from collections.abc import Iterator

from dateline.archive.fetch.decode import codings_of, decode
from dateline.archive.fetch.failure import FetchError
from dateline.archive.warc.read import MOST_BYTES, Record, records


def contents(data: bytes) -> Iterator[tuple[Record, bytes]]:
    """Yield each answer and each resource of a WARC file with its content.

    What is packed too tightly to be undone has none.
    """
    for record in records(data):
        if record.kind in ("response", "resource"):
            yield record, _decoded(record)


def _decoded(record: Record) -> bytes:
    if record.kind == "resource":
        return record.payload
    try:
        codings = codings_of(record.header("content-encoding"))
        return decode(record.payload, codings, MOST_BYTES)
    except FetchError:
        return b""
