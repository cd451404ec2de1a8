"""Addresses that a page names: made absolute, and whose site they are on."""

import ipaddress
import re
from typing import Final
from urllib.parse import urljoin, urlsplit

from tld import get_fld

from dateline.archive.extract.values import MOST_ADDRESS

BLANKS: Final = re.compile(r"[\x00-\x20\x7f]+")


def absolute(base: str, named: str) -> str:
    """Return what a page calls `named` as an http(s) address; nothing where it is none."""
    trimmed = named.strip()
    if not trimmed or len(trimmed) > MOST_ADDRESS or BLANKS.search(trimmed):
        return ""
    try:
        address = urljoin(base, trimmed)
        parts = urlsplit(address)
        parts.port  # noqa: B018 - raises where it is no number
    except ValueError:
        return ""
    # A name and a password in an address lead elsewhere than it looks: https://bbc.com@evil.org
    if parts.scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc:
        return ""
    storable = address.isprintable() and len(address) <= MOST_ADDRESS
    return address if storable else ""


def same_site(one: str, other: str) -> bool:
    """Say whether two addresses are of one publisher, by the registrable part of their hosts."""
    first, second = _site(one), _site(other)
    return bool(first) and first == second


def _site(address: str) -> str:
    host = (urlsplit(address).hostname or "").rstrip(".")
    if _is_number(host):
        return urlsplit(address).netloc
    # The list that comes with the package is read, nothing is fetched. Private suffixes count:
    # one blog on a shared host must not speak for another, or for the host.
    found = get_fld(f"https://{host}", fail_silently=True, search_private=True)
    return found or urlsplit(address).netloc


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
