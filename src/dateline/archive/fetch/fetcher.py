"""The outward fetch: guarded, bounded, without cookies, one request a host at a time."""

import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from types import MappingProxyType

import certifi
import httpcore
from socksio import ProtocolError as SocksError

from dateline import __version__
from dateline.archive.fetch.decode import codings_of, decode
from dateline.archive.fetch.exchange import Exchange, Fetched, Headers, Pairs, kept
from dateline.archive.fetch.failure import FetchError, TooLarge
from dateline.archive.fetch.guard import Guard
from dateline.archive.fetch.limits import Deadline, Limits
from dateline.archive.fetch.link import USUAL_PORTS, Link, read_link
from dateline.archive.fetch.proxy import read_proxy
from dateline.archive.fetch.turns import Turns
from dateline.archive.fetch.wire import Connecting

__all__ = ["Exchange", "FetchError", "Fetched", "Fetcher", "Limits"]

USUAL = Limits()
NO_HEADERS: Mapping[str, str] = MappingProxyType({})

REDIRECTS = frozenset([301, 302, 303, 307, 308])

OURS = {
    "User-Agent": f"Mozilla/5.0 (compatible; Dateline/{__version__}; news archive)",
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    # No language of ours: what the site says in its own is the evidence.
    "Accept-Language": "*",
    "Accept-Encoding": "gzip, deflate, br",
}
NEVER_SENT = frozenset(["authorization", "cookie", "cookie2", "proxy-authorization", "referer"])


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of one host."""

    method: str
    link: Link
    extra: Mapping[str, str]
    body: bytes = b""

    def headers(self) -> Pairs:
        """Return what is sent, in its order."""
        extra = {n: v for n, v in self.extra.items() if n.lower() not in NEVER_SENT}
        replaced = {name.lower() for name in extra}
        ours = {n: v for n, v in OURS.items() if n.lower() not in replaced}
        length = {"Content-Length": str(len(self.body))} if self.body else {}
        host = {"Host": self.link.authority}
        return tuple((host | ours | extra | length | {"Connection": "close"}).items())


class Fetcher:
    """Fetches what others published. Thread-safe; each request has a connection of its own."""

    def __init__(self, guard: Guard, *, proxy: str = "", limits: Limits = USUAL) -> None:
        self._guard = guard
        self._proxy = read_proxy(proxy) if proxy else None
        self._limits = limits
        self._turns = Turns()
        self._closing = threading.Event()
        self._context = ssl.create_default_context()
        self._context.load_verify_locations(certifi.where())

    def get(
        self, url: str, *, headers: Mapping[str, str] = NO_HEADERS, most_bytes: int | None = None
    ) -> Fetched:
        """Fetch a page, following its redirects; `headers` go to its own host only.

        Whatever status the page answers with is the caller's business.
        """
        request = Request("GET", read_link(url), headers)
        return self._follow(request, self._limits.most_bytes if most_bytes is None else most_bytes)

    def post(self, url: str, body: bytes, media_type: str) -> Fetched:
        """Send a body, to a time-stamp authority; no redirect is followed."""
        extra = {"Content-Type": media_type, "Accept": "*/*"}
        request = Request("POST", read_link(url), extra, body)
        deadline = Deadline(self._limits.whole, self._closing)
        exchange, _ = self._exchange(request, deadline, self._limits.most_bytes)
        return fetched([exchange], self._limits.most_bytes)

    def close(self) -> None:
        """Let no request begin and end those that run, as Dateline is being stopped."""
        self._closing.set()

    @property
    def closed(self) -> bool:
        """Tell whether Dateline is being stopped."""
        return self._closing.is_set()

    def _follow(self, request: Request, most: int) -> Fetched:
        deadline = Deadline(self._limits.whole, self._closing)
        exchanges: list[Exchange] = []
        while True:
            left = most - sum(len(exchange.body) for exchange in exchanges)
            exchange, location = self._exchange(request, deadline, left)
            exchanges.append(exchange)
            if exchange.status not in REDIRECTS or not location:
                return fetched(exchanges, most)
            link = self._onward(exchanges, request.link, location)
            extra = request.extra if link.host == request.link.host else NO_HEADERS
            request = Request("GET", link, extra)

    def _onward(self, exchanges: list[Exchange], link: Link, location: str) -> Link:
        if len(exchanges) > self._limits.redirects:
            words = f"{link.host} leads on and on, through {len(exchanges)} addresses."
            raise FetchError(f"{words} Look where it ends in a browser.", retry=False)
        onward = link.onward(location)
        if onward.text in {exchange.url for exchange in exchanges}:
            words = f"{onward.host} leads in a circle, as sites do that insist on cookies:"
            raise FetchError(f"{words} Dateline keeps none.", retry=False)
        return onward

    def _exchange(self, request: Request, deadline: Deadline, most: int) -> tuple[Exchange, str]:
        """Make one request; return what came and where it leads, as `kept` may leave that out."""
        host = request.link.host
        if self._proxy:
            self._guard.check_unresolved(host)
        with (
            self._turns.at(host, deadline.left()),
            closing(self._connecting(deadline)) as connecting,
            in_plain_words(host),
            self._pool(connecting) as pool,
        ):
            began_at = datetime.now(UTC)
            with pool.stream(
                request.method,
                wire_url(request.link),
                headers=[(n.encode(), v.encode("latin-1")) for n, v in request.headers()],
                content=request.body or None,
            ) as response:
                return self._read(request, response, began_at, deadline, most)

    def _connecting(self, deadline: Deadline) -> Connecting:
        if self._proxy:
            # The proxy is the site owner's own setting and may stand on this machine.
            whom = "The proxy that this Dateline goes out through"
            return Connecting(lambda host: [host], whom, self._limits, deadline)
        return Connecting(self._guard.addresses, "", self._limits, deadline)

    def _pool(self, connecting: Connecting) -> httpcore.ConnectionPool:
        if self._proxy:
            return self._proxy.pool(self._context, connecting)
        return httpcore.ConnectionPool(
            ssl_context=self._context, max_connections=1, network_backend=connecting
        )

    def _read(
        self,
        request: Request,
        response: httpcore.Response,
        began_at: datetime,
        deadline: Deadline,
        most: int,
    ) -> tuple[Exchange, str]:
        headers = read_headers(response, self._limits.header_bytes, request.link.host)
        body = read_body(response, deadline, most, request.link.host)
        wire = response.extensions["network_stream"]
        client, server = wire.get_extra_info("client_addr"), wire.get_extra_info("server_addr")
        # A server on our own address, in tests say, tells nothing when it names it.
        own = "" if client[0] == server[0] else client[0]
        exchange = Exchange(
            url=request.link.text,
            method=request.method,
            request_headers=request.headers(),
            status=response.status,
            reason=response.extensions["reason_phrase"].decode("latin-1"),
            http_version=response.extensions["http_version"].decode("latin-1"),
            headers=kept(headers, own),
            body=body,
            began_at=began_at,
            server="" if self._proxy else spelled(server[0], server[1]),
        )
        return exchange, location_in(headers)


def wire_url(link: Link) -> httpcore.URL:
    """Return an address for httpcore, in parts: no second parser reads it in its own way."""
    port = None if link.port == USUAL_PORTS[link.scheme] else link.port
    return httpcore.URL(scheme=link.scheme, host=link.host, port=port, target=link.target)


def read_headers(response: httpcore.Response, most: int, host: str) -> Pairs:
    """Return the headers as they came; raise FetchError where there is too much of them."""
    if sum(len(name) + len(value) + 4 for name, value in response.headers) > most:
        raise FetchError(f"{host} sends headers that are larger than a page.", retry=False)
    return tuple((n.decode("latin-1"), v.decode("latin-1")) for n, v in response.headers)


def read_body(response: httpcore.Response, deadline: Deadline, most: int, host: str) -> bytes:
    """Return the body as it was sent; raise TooLarge for more than `most` bytes."""
    declared = {n.lower(): v for n, v in response.headers}.get(b"content-length", b"0")
    if declared.isdigit() and int(declared) > most:
        raise too_large(host, most)
    body = bytearray()
    for part in response.iter_stream():
        deadline.left()
        body += part
        if len(body) > most:
            raise too_large(host, most)
    return bytes(body)


def too_large(host: str, most: int) -> TooLarge:
    """Say that a body is more than may be kept."""
    words = f"What {host} sends is larger than {most / 1_000_000:g} MB."
    return TooLarge(f"{words} Dateline keeps nothing that large.")


def location_in(headers: Pairs) -> str:
    """Return where the answer leads; UTF-8 stands in such headers against the standard."""
    location = Headers(headers).get("location", "").encode("latin-1")
    try:
        return location.decode()
    except UnicodeDecodeError:
        return location.decode("latin-1")


def spelled(address: str, port: int) -> str:
    """Return an address with its port."""
    return f"[{address}]:{port}" if ":" in address else f"{address}:{port}"


def fetched(exchanges: list[Exchange], most: int) -> Fetched:
    """Put the answer together."""
    answer = exchanges[-1]
    codings = codings_of(Headers(answer.headers).get("content-encoding", ""))
    body = decode(answer.body, codings, most)
    return Fetched(tuple(exchanges), body)


@contextmanager
def in_plain_words(host: str) -> Iterator[None]:
    """Say what went wrong on the wire so that an editor can act on it."""
    try:
        yield
    except (httpcore.ReadTimeout, httpcore.WriteTimeout):
        raise FetchError(f"{host} does not answer in time. Try again later.", retry=True) from None
    except (httpcore.ProxyError, SocksError):
        words = f"The proxy that this Dateline goes out through cannot reach {host}."
        raise FetchError(f"{words} Try again later.", retry=True) from None
    except (httpcore.NetworkError, httpcore.RemoteProtocolError):
        words = f"{host} broke off before its answer was whole, or answered in no proper HTTP."
        raise FetchError(f"{words} Try again later.", retry=True) from None
    except httpcore.LocalProtocolError:  # a line end in a header: a second request, smuggled
        raise FetchError(f"The request to {host} cannot be sent.", retry=False) from None
