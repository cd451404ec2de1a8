"""Which addresses may stand in a page, each by a pattern of what is allowed."""

import re
from typing import Final

LINK: Final = re.compile(r"(https?://[^/\s]|mailto:[^\s])", re.IGNORECASE)
ORIGIN: Final = re.compile(r"https?://(?:[^/?#\s@\\]*@)?([^/?#\s@\\]+)(?=[/?#]|$)", re.IGNORECASE)
# No colon, so no scheme; and never two slashes first, which would name another host.
PATH: Final = re.compile(r"/?[A-Za-z0-9._~%-][A-Za-z0-9._~%/-]*")
EVIDENCE_PAGE: Final = re.compile(
    r"(?:/|(?:\.\./)*)(?:[A-Za-z0-9_-]+/)*(?:reports|claims|incidents)"
    r"/[A-Za-z0-9_-]+/?(?:#[A-Za-z0-9_-]+)?"
)


def is_link(address: str) -> bool:
    """Tell whether an address may be linked: absolute, and http, https or mailto."""
    return bool(LINK.match(address))


def is_evidence_page(address: str) -> bool:
    """Tell whether a relative address leads to the page of a report, a claim or an incident."""
    return bool(EVIDENCE_PAGE.fullmatch(address))


def is_own(address: str, *, page: str) -> bool:
    """Tell whether an address lies on our own site: relative, or of the same origin as our page."""
    if PATH.fullmatch(address):
        return True
    ours, its = ORIGIN.match(page), ORIGIN.match(address)
    return bool(ours and its and ours[0] == its[0])


def host_of(address: str) -> str:
    """Return the host that an address leads to, as it is to be shown; empty where there is none."""
    found = ORIGIN.match(address)
    return found[1].lower().removeprefix("www.") if found else ""
