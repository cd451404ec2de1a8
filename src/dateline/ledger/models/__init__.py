"""The records. Only ledger verbs save them; everyone may read them."""

from .claim import Claim, Reading
from .column import Column, LiveBlog
from .log import Content, Entry
from .media import Media
from .person import Person, Role
from .record import Record, WriteOutsideLedgerError
from .report import NEWEST_FIRST, Capture, Derivation, LikenessKey, Report, ReportText, Seal
from .source import Party, Source
from .update import Cited, Draft, Revision, Update
from .watch import Watch, WatchSeen

__all__ = [
    "NEWEST_FIRST",
    "Capture",
    "Cited",
    "Claim",
    "Column",
    "Content",
    "Derivation",
    "Draft",
    "Entry",
    "LikenessKey",
    "LiveBlog",
    "Media",
    "Party",
    "Person",
    "Reading",
    "Record",
    "Report",
    "ReportText",
    "Revision",
    "Role",
    "Seal",
    "Source",
    "Update",
    "Watch",
    "WatchSeen",
    "WriteOutsideLedgerError",
]
