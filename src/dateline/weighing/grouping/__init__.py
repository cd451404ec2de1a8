"""Claims → incidents: which may be one happening, how far, and why."""

from dateline.weighing.grouping.blocking import asked, keys
from dateline.weighing.grouping.comparison import Comparison, compare
from dateline.weighing.grouping.groups import group
from dateline.weighing.grouping.propose import Proposal, propose
from dateline.weighing.grouping.signature import Signature, signature_of

__all__ = [
    "Comparison",
    "Proposal",
    "Signature",
    "asked",
    "compare",
    "group",
    "keys",
    "propose",
    "signature_of",
]
