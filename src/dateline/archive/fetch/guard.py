"""The guard: which addresses a fetch may connect to.

A name is resolved once, every address of it is judged, and the connection goes to a judged address,
not to the name again: an answer that changes between two questions (DNS rebinding) gains nothing.
"""

import socket
from collections.abc import Callable, Iterable, Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from dateline.archive.fetch.failure import FetchError

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network
Resolver = Callable[[str], Iterable[str]]

PRIVATE = "inside a private network"
HERE = "the machine that Dateline runs on"
LINK = "on the local link, where a cloud's machines also tell their secrets"
TUNNEL = "the entrance of a tunnel, which hides where it ends"
NOWHERE = "not an address of the public internet"

# IANA's special-purpose registries. Not ipaddress.is_global: it passes multicast, 6to4 and NAT64,
# and its answers change with Python's patch releases.
BARRED: tuple[tuple[Network, str], ...] = tuple(
    (ip_network(network), what)
    for network, what in (
        ("0.0.0.0/8", HERE),
        ("10.0.0.0/8", PRIVATE),
        ("100.64.0.0/10", PRIVATE),  # carriers' NAT; Alibaba's metadata at 100.100.100.200
        ("127.0.0.0/8", HERE),
        ("168.63.129.16/32", LINK),  # public by number, but every Azure machine's own host
        ("169.254.0.0/16", LINK),  # metadata of most clouds at 169.254.169.254
        ("172.16.0.0/12", PRIVATE),
        ("192.0.0.0/24", NOWHERE),  # Oracle's metadata at 192.0.0.192
        ("192.0.2.0/24", NOWHERE),  # documentation
        ("192.88.99.0/24", TUNNEL),  # 6to4 relays
        ("192.168.0.0/16", PRIVATE),
        ("198.18.0.0/15", NOWHERE),  # benchmarks
        ("198.51.100.0/24", NOWHERE),  # documentation
        ("203.0.113.0/24", NOWHERE),  # documentation
        ("224.0.0.0/3", NOWHERE),  # multicast, reserved, broadcast
        ("::/127", HERE),  # unspecified, loopback
        ("fc00::/7", PRIVATE),  # Amazon's metadata at fd00:ec2::254
        ("fe80::/10", LINK),
        ("2001::/23", TUNNEL),  # Teredo and other protocols' own; no site
        ("2001:db8::/32", NOWHERE),  # documentation
        ("2002::/16", TUNNEL),  # 6to4: an IPv4 address of anybody's choice inside
        ("3fff::/20", NOWHERE),  # documentation
    )
)
UNICAST = IPv6Network("2000::/3")
"""All that is given out of IPv6. What lies outside, ::127.0.0.1 and 64:ff9b:1:: too, is no site."""

NAT64 = IPv6Network("64:ff9b::/96")

INSIDE = (
    "localhost",
    "local",
    "localdomain",
    "internal",
    "intranet",
    "lan",
    "home",
    "corp",
    "private",
    "home.arpa",
)
"""Names that only a network's own resolver knows: the proxy's network has secrets too."""

OPEN_IT = "Whoever runs this site can open it with DATELINE_ALLOW."


def resolve(host: str) -> Iterable[str]:
    """Ask the system's resolver; the time it takes is bounded by its own settings."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)]


class Guard:
    """Judges where requests may go: the public internet, and the networks in `allowed`."""

    def __init__(self, allowed: Sequence[Network] = (), *, resolver: Resolver = resolve) -> None:
        self._allowed = tuple(allowed)
        self._resolve = resolver

    def addresses(self, host: str) -> list[Address]:
        """Return where a host lives; raise FetchError where any address of it is barred."""
        if host.endswith(".onion"):  # RFC 7686: asking a resolver would tell it who reads what
            words = f"{host} is reached only through Tor, and this Dateline goes out without it."
            raise FetchError(words, retry=False)
        found = [plain(ip_address(text)) for text in self._ask(host)]
        for address in found:
            self.check(host, address)
        return list(dict.fromkeys(found))

    def check(self, host: str, address: Address) -> None:
        """Raise FetchError for an address outside the public internet that nobody opened."""
        what = barred(address)
        if what and not any(address in network for network in self._allowed):
            leads = "The address" if host == str(address) else f"The address {host}"
            raise FetchError(
                f"{leads} leads to {address}, which is {what}: Dateline only fetches from the "
                f"public internet. {OPEN_IT}",
                retry=False,
            )

    def check_unresolved(self, host: str) -> None:
        """Judge a host whose name a proxy resolves, as far as the name alone tells."""
        try:
            address = plain(ip_address(host))
        except ValueError:
            if "." not in host or host.endswith(tuple(f".{name}" for name in INSIDE)):
                words = f"{host} is a name inside a private network: Dateline only fetches from"
                raise FetchError(f"{words} the public internet.", retry=False) from None
        else:
            self.check(host, address)

    def _ask(self, host: str) -> list[str]:
        try:
            return [str(ip_address(host))]
        except ValueError:
            pass
        try:
            found = list(self._resolve(host))
        except (OSError, UnicodeError):
            found = []
        if not found:
            raise FetchError(f"{host} could not be found. Look at the address.", retry=True)
        return found


def plain(address: Address) -> Address:
    """Return the IPv4 address in ::ffff:127.0.0.1: to the system they are one and the same."""
    return (isinstance(address, IPv6Address) and address.ipv4_mapped) or address


def barred(address: Address) -> str:
    """Say what an address is that no public site lives at; "" where one may live."""
    address = plain(address)
    if address in NAT64:
        return barred(IPv4Address(int(address) & 0xFFFF_FFFF))
    for network, what in BARRED:
        if address in network:
            return what
    return NOWHERE if isinstance(address, IPv6Address) and address not in UNICAST else ""
