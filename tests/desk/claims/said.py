"""Claims of `archive.TEXT` for tests of the desk."""

from dateline.codebook import Claim, Hedge, Speaker, Toll
from dateline.ledger.verbs.proposing import propose_claims
from tests.desk.reports.archive import TEXT

KILLED = "Twelve people were killed in Sarmin"


def said(quote=KILLED, text=TEXT, **fields):
    """Return a claim that quotes these words."""
    start = text.index(quote)
    usual = {"quote": quote, "start": start, "end": start + len(quote), "kind": "event"}
    return Claim(**(usual | fields))


def killed(**fields):
    """Return what the text says of the dead."""
    toll = Toll("killed", ("unknown",), 12, 12, "Twelve people", (0, 13))
    return said(event="casualties", tolls=(toll,), **fields)


def proposed(report, *claims):
    """Have a reader propose claims of a report's newest text."""
    text = report.newest.text
    return propose_claims(text, claims or [killed(), said("Rescuers came")], reader="dateline 1")


def speaker(words, name, text=TEXT):
    """Return who says so."""
    start = text.index(words)
    return Speaker(name, "said", words, (start, start + len(words)))


ARABIC = "قال ناشطون إن ١٢ شخصاً قُتلوا في سرمين 🚑 يوم الأربعاء."
QUOTED = "١٢ شخصاً قُتلوا في سرمين"


def arabic():
    """Return a claim of the Arabic text."""
    return said(QUOTED, ARABIC, hedge=Hedge("asserted"))
