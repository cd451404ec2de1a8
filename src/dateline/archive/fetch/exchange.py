"""What went over the wire, as the archive keeps it: no cookies, no address of the newsroom."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

Pairs = tuple[tuple[str, str], ...]

CLIENT_NAMES = frozenset(
    [
        "cf-connecting-ip",
        "cf-connecting-ipv6",
        "cf-pseudo-ipv4",
        "client-ip",
        "cluster-client-ip",
        "fastly-client-ip",
        "forwarded",
        "forwarded-for",
        "remote-addr",
        "remote-host",
        "true-client-ip",
        "wl-proxy-client-ip",
        "x-appengine-user-ip",
        "x-client",
        "x-client-addr",
        "x-client-address",
        "x-client-ip",
        "x-cluster-client-ip",
        "x-envoy-external-address",
        "x-forwarded",
        "x-forwarded-for",
        "x-ip",
        "x-original-forwarded-for",
        "x-originating-ip",
        "x-real-ip",
        "x-remote-addr",
        "x-remote-ip",
        "x-your-ip",
    ]
)
"""Response headers that tell a client its own address, as Wikipedia's X-Client-IP does."""

MEDIA_TYPE = re.compile(r"[\w!#$&^.+-]{1,127}/[\w!#$&^.+-]{1,127}", re.ASCII)
CHARSET = re.compile(r""";\s*charset\s*=\s*["']?([\w.:-]{1,40})""", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True)
class Exchange:
    """One request and its answer.

    Header values are the wire's bytes as Latin-1: encoded so, they are the same bytes again.
    """

    url: str
    method: str
    request_headers: Pairs
    status: int
    reason: str
    http_version: str
    """Such as "HTTP/1.1"."""
    headers: Pairs
    """As they came, less what `kept` leaves out."""
    body: bytes
    """Content-Encoding kept, chunking removed."""
    began_at: datetime
    server: str
    """Such as "93.184.216.34:443" or "[2606:2800::1]:443"; "" behind a proxy."""


class Headers(Mapping[str, str]):
    """Headers by name in any case; what came several times is joined with commas."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._values: dict[str, str] = {}
        for name, value in pairs:
            before = self._values.get(name.lower())
            self._values[name.lower()] = value if before is None else f"{before}, {value}"

    def __getitem__(self, name: str) -> str:
        return self._values[name.lower()]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


@dataclass(frozen=True)
class Fetched:
    """What a fetch brought: the redirects first, the answer last."""

    exchanges: tuple[Exchange, ...]
    body: bytes
    """The answer's body, decoded."""

    @property
    def url(self) -> str:
        """Return the address that answered, after all redirects."""
        return self.exchanges[-1].url

    @property
    def status(self) -> int:
        """Return the answer's status."""
        return self.exchanges[-1].status

    @property
    def headers(self) -> Headers:
        """Return the answer's headers."""
        return Headers(self.exchanges[-1].headers)

    @property
    def media_type(self) -> str:
        """Return the declared type in small letters, without parameters; "" where none is."""
        return media_type_of(self._content_type)

    @property
    def charset(self) -> str:
        """Return the declared charset in small letters; "" where none is declared."""
        return charset_of(self._content_type)

    @property
    def _content_type(self) -> str:
        pairs = self.exchanges[-1].headers
        return next((v.strip() for n, v in reversed(pairs) if n.lower() == "content-type"), "")


def media_type_of(content_type: str) -> str:
    """Return the type that a Content-Type header names; "" where it names none."""
    found = MEDIA_TYPE.match(content_type)
    return found[0].lower() if found else ""


def charset_of(content_type: str) -> str:
    """Return the charset that a Content-Type header names; "" where it names none."""
    found = CHARSET.search(content_type)
    return found[1].lower() if found else ""


def kept(headers: Pairs, own: str) -> Pairs:
    """Leave out cookies and what tells the newsroom's own address, `own` above all.

    A header is left out whole: half a header would pretend to be what the site sent.
    """
    return tuple(pair for pair in headers if not is_tell_tale(*pair, own))


def is_tell_tale(name: str, value: str, own: str) -> bool:
    """Whether a response header says something of whoever fetches."""
    name = name.lower()
    return "cookie" in name or name in CLIENT_NAMES or bool(own and own in value)
