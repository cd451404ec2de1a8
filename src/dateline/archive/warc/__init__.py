"""WARC: what went over the wire, kept so that any other tool can read and replay it."""

from dateline.archive.warc.check import faults
from dateline.archive.warc.contents import contents
from dateline.archive.warc.read import MOST_BYTES, Record, WarcError, moment, record_at, records
from dateline.archive.warc.write import SOFTWARE, record, record_given, without_private

__all__ = [
    "MOST_BYTES",
    "SOFTWARE",
    "Record",
    "WarcError",
    "contents",
    "faults",
    "moment",
    "record",
    "record_at",
    "record_given",
    "records",
    "without_private",
]
