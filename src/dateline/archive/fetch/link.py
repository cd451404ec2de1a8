"""A web address, read strictly: what two programs could read in two ways is refused.

The guard judges the very host that is read here, and the request is made of these parts: no other
parser of addresses ever sees the text.
"""

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address
from urllib.parse import SplitResult, quote, urljoin, urlsplit

import idna

from dateline.archive.fetch.failure import FetchError

USUAL_PORTS = {"http": 80, "https": 443}

LONGEST = 8_000
"""Characters; servers accept no more."""

# The ports that no browser opens (WHATWG Fetch, "bad port"): mail servers, printers and chat
# servers take a web request for commands of theirs.
# fmt: off
CLOSED_PORTS = frozenset([
    0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101,
    102, 103, 104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427,
    465, 512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990,
    993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667,
    6668, 6669, 6679, 6697, 10080,
])
# fmt: on

UNREADABLE = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")
TO_QUOTE = re.compile('[^\x21-\x7e]|["<>]')
NAME = re.compile(r"(?=.{1,253}\Z)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*")
NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")


@dataclass(frozen=True, slots=True)
class Link:
    """The parts of an http or https address; the host in small ASCII letters."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """Return the host, and the port where it is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == USUAL_PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def text(self) -> str:
        """Return the whole address."""
        return f"{self.scheme}://{self.authority}{self.target}"

    def onward(self, location: str) -> "Link":
        """Return where a redirect leads."""
        check_characters(location)
        try:
            return read_link(urljoin(self.text, location))
        except ValueError:
            raise unreadable() from None


def read_link(text: str) -> Link:
    """Read an address that somebody gave; raise FetchError with what is wrong with it."""
    parts = split(text.strip())
    if parts.scheme not in USUAL_PORTS:
        words = "Dateline fetches only addresses that begin with http:// or https://."
        raise FetchError(words, retry=False)
    if "@" in parts.netloc:
        words = "The address holds a user name or a password before an @ sign. Take it out:"
        raise FetchError(f"{words} Dateline signs in nowhere.", retry=False)
    host, port = read_host(parts), read_port(parts)
    target = parts.path or "/"
    if parts.query:
        target += f"?{parts.query}"
    return Link(parts.scheme, host, port, TO_QUOTE.sub(lambda found: quote(found[0]), target))


def split(text: str) -> SplitResult:
    """Split an address; the standard library would leave out tabs and line ends in silence."""
    check_characters(text)
    try:
        return urlsplit(text)
    except ValueError:
        raise unreadable() from None


def check_characters(text: str) -> None:
    """Raise FetchError for what no address holds."""
    if UNREADABLE.search(text):
        raise unreadable()
    if len(text) > LONGEST:
        raise FetchError(f"The address is longer than {LONGEST:,} characters.", retry=False)


def read_host(parts: SplitResult) -> str:
    """Return the host in the one spelling that the guard judges."""
    host = parts.hostname or ""
    try:
        if parts.netloc.startswith("["):
            return read_ipv6(host)
        name = host if host.isascii() else idna.encode(host, uts46=True).decode()
        return read_name(name.removesuffix("."))
    except ValueError:
        words = f"“{host}” is not the name of a site. Look at the address."
        raise FetchError(words, retry=False) from None


def read_ipv6(host: str) -> str:
    """Return an IPv6 address; one with a zone (`fe80::1%eth0`) lies on the local link."""
    if "%" in host:
        raise ValueError
    return str(IPv6Address(host))


def read_name(name: str) -> str:
    """Return a name or an IPv4 address; `0x7f.1`, `127.1` and `2130706433` are neither."""
    if not NAME.fullmatch(name):
        raise ValueError
    if NUMBER.fullmatch(name.rpartition(".")[2]):
        return str(IPv4Address(name))
    return name


def read_port(parts: SplitResult) -> int:
    """Return the port; raise FetchError for one that no browser opens."""
    try:
        port = parts.port
    except ValueError:
        raise unreadable() from None
    if port is None:
        return USUAL_PORTS[parts.scheme]
    if port in CLOSED_PORTS:
        raise FetchError(f"No site answers on port {port}. Look at the address.", retry=False)
    return port


def unreadable() -> FetchError:
    """Say that an address cannot be read."""
    return FetchError("The address cannot be read. Look at it, or copy it again.", retry=False)
