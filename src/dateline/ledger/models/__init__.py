"""The records. Only ledger verbs save them; everyone may read them."""

from .check import Check
from .claim import Claim, Reading
from .column import Column, LiveBlog
from .follow_up import FollowUp
from .front import Front, Summary
from .incident import Apart, Grouping, Incident
from .keys import GroupingKey, SourceKey
from .log import Content, Entry
from .media import Media
from .person import Person, Role
from .record import Record, WriteOutsideLedgerError
from .report import NEWEST_FIRST, Capture, Derivation, LikenessKey, Report, ReportText, Seal
from .ruling import Assessment, RelationRuling
from .seen import Seen
from .source import Party, Source
from .update import Cited, Draft, Revision, Update
from .watch import Watch, WatchSeen

__all__ = [
    "NEWEST_FIRST",
    "Apart",
    "Assessment",
    "Capture",
    "Check",
    "Cited",
    "Claim",
    "Column",
    "Content",
    "Derivation",
    "Draft",
    "Entry",
    "FollowUp",
    "Front",
    "Grouping",
    "GroupingKey",
    "Incident",
    "LikenessKey",
    "LiveBlog",
    "Media",
    "Party",
    "Person",
    "Reading",
    "Record",
    "RelationRuling",
    "Report",
    "ReportText",
    "Revision",
    "Role",
    "Seal",
    "Seen",
    "Source",
    "SourceKey",
    "Summary",
    "Update",
    "Watch",
    "WatchSeen",
    "WriteOutsideLedgerError",
]
