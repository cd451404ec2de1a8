"""The records. Only ledger verbs save them; everyone may read them."""

from .column import Column, LiveBlog
from .log import Content, Entry
from .media import Media
from .person import Person, Role
from .record import Record, WriteOutsideLedgerError
from .update import Draft, Revision, Update

__all__ = [
    "Column",
    "Content",
    "Draft",
    "Entry",
    "LiveBlog",
    "Media",
    "Person",
    "Record",
    "Revision",
    "Role",
    "Update",
    "WriteOutsideLedgerError",
]
