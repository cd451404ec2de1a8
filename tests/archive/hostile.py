"""A server that misbehaves on purpose: real HTTP/1.1 on 127.0.0.1, wrong in one way a path.

`with Hostile() as server:` then `server.url("/drip/body")`. What a test needs besides, it puts:
`server.put("/page", b"<p>Words", {"Content-Type": "text/html"})`. `server.seen` tells what was
asked.
"""

import gzip
import socket
import ssl
import threading
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote

import brotli

ARTICLE = (
    "<!doctype html><meta charset=utf-8><title>Assad in Moscow</title><p>“Words” – слова.".encode()
)

INWARD = {
    "private": "http://10.0.0.1/",
    "loopback": "http://127.0.0.2/",
    "name": "http://localhost/",
    "metadata": "http://169.254.169.254/latest/meta-data/iam/security-credentials/",
    "metadata6": "http://[fd00:ec2::254]/latest/meta-data/",
    "mapped": "http://[::ffff:10.0.0.1]/",
    "compatible": "http://[::10.0.0.1]/",
    "6to4": "http://[2002:a00:1::1]/",
    "teredo": "http://[2001:0:a00:1::1]/",
    "nat64": "http://[64:ff9b::10.0.0.1]/",
    "nat64-local": "http://[64:ff9b:1::10.0.0.1]/",
    "carrier": "http://100.64.0.1/",
    "unspecified": "http://0.0.0.0/",
    "decimal": "http://2130706433/",
    "hexadecimal": "http://0x7f.1/",
    "octal": "http://0177.0.0.1/",
    "short": "http://127.1/",
    "wide": "http://１０。０。０。１/",
    "file": "file:///etc/passwd",
    "script": "javascript:alert(1)",
    "gopher": "gopher://127.0.0.1:25/_HELO",
    "credentials": "http://user:secret@www.example.org/",
}
"""Where `/inward/NAME` redirects to."""


@dataclass(frozen=True)
class Seen:
    """A request that arrived."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Page:
    """What a test put at a path."""

    body: bytes
    headers: Mapping[str, str]
    status: int


class Hostile:
    """The server; `tls` makes it speak HTTPS."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self.seen: list[Seen] = []
        self.pages: dict[str, Page] = {}
        self.stopping = threading.Event()
        self.at_once = self.most_at_once = 0
        self.thinks = 0.0
        """Seconds before each answer."""
        self.lock = threading.Lock()
        self._scheme = "https" if tls else "http"
        self._server = Listening(("127.0.0.1", 0), Handler)
        self._server.hostile = self
        if tls:
            self._server.socket = tls.wrap_socket(
                self._server.socket, server_side=True, do_handshake_on_connect=False
            )
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))

    def __enter__(self) -> "Hostile":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stopping.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    @property
    def port(self) -> int:
        return self._server.server_address[1]

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"{self._scheme}://{host}:{self.port}{path}"

    def put(
        self,
        path: str,
        body: bytes,
        headers: Mapping[str, str] | None = None,
        status: int = 200,
    ) -> str:
        """Serve a page from now on; return its address."""
        headers = {"Content-Type": "text/html; charset=utf-8"} if headers is None else headers
        self.pages[path] = Page(body, headers, status)
        return self.url(path)

    def paths(self) -> list[str]:
        return [seen.path for seen in self.seen]


class Listening(ThreadingHTTPServer):
    """Joins its threads when it is closed: nothing outlives a test."""

    daemon_threads = False
    hostile: Hostile

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: the client goes away as soon as it has seen enough."""


class Handler(BaseHTTPRequestHandler):
    """Answers one request a connection, byte by byte as the route says."""

    protocol_version = "HTTP/1.1"
    timeout = 5
    server: Listening

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        self.answer()

    def do_POST(self) -> None:
        self.answer()

    def do_HEAD(self) -> None:
        self.answer()

    def answer(self) -> None:
        self.close_connection = True
        hostile = self.server.hostile
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        with hostile.lock:
            hostile.seen.append(Seen(self.command, self.path, dict(self.headers.items()), body))
            hostile.at_once += 1
            hostile.most_at_once = max(hostile.most_at_once, hostile.at_once)
        # Until it answers: whoever has the answer may ask again before we are done with sending it.
        hostile.stopping.wait(hostile.thinks)
        with hostile.lock:
            hostile.at_once -= 1
        self.route()

    def route(self) -> None:
        path = self.path.partition("?")[0]
        page = self.server.hostile.pages.get(self.path) or self.server.hostile.pages.get(path)
        if page:
            return self.send(page.body, page.headers, page.status)
        first, _, rest = path.lstrip("/").partition("/")
        route = ROUTES.get(path) or ROUTES.get(f"/{first}/…")
        if route is None:
            return self.send(b"<p>Not here.", status=404)
        return route(self, unquote(rest))

    def send(
        self, body: bytes, headers: Mapping[str, str] | None = None, status: int = 200
    ) -> None:
        """Send an answer that is right in every way that `headers` does not make wrong."""
        headers = {"Content-Type": "text/html; charset=utf-8"} if headers is None else headers
        framing = {} if "Content-Length" in headers else {"Content-Length": str(len(body))}
        self.head(dict(headers) | framing, status)
        if self.command != "HEAD":
            self.wfile.write(body)

    def head(self, headers: Mapping[str, str], status: int = 200) -> None:
        reason = HTTPStatus(status).phrase if status in {s.value for s in HTTPStatus} else "Odd"
        lines = [f"HTTP/1.1 {status} {reason}", *(f"{n}: {v}" for n, v in headers.items())]
        self.wfile.write("\r\n".join([*lines, "", ""]).encode("latin-1", "surrogateescape"))

    def redirect(self, to: str, status: int = 302) -> None:
        """Redirect as servers do that write UTF-8 into their headers."""
        location = to.encode().decode("latin-1")
        self.send(b"<p>Elsewhere.", {"Location": location}, status)

    def drip(self, data: bytes, every: float = 0.05) -> None:
        """Send byte after byte, until the client or the test has had enough."""
        for byte in data:
            if self.server.hostile.stopping.wait(every):
                return
            self.wfile.write(bytes([byte]))


Route = Callable[[Handler, str], None]
ROUTES: dict[str, Route] = {}


def route(path: str) -> Callable[[Route], Route]:
    """Register a route; `/name/…` takes what follows as its argument."""

    def register(function: Route) -> Route:
        ROUTES[path] = function
        return function

    return register


@cache
def zeros(size: int = 20_000_000) -> bytes:
    return bytes(size)


@cache
def gzip_bomb() -> bytes:
    return gzip.compress(zeros())


@cache
def brotli_bomb() -> bytes:
    return brotli.compress(zeros(), quality=3)


@route("/article")
def article(handler: Handler, _: str) -> None:
    handler.send(ARTICLE)


@route("/inward/…")
def inward(handler: Handler, name: str) -> None:
    handler.redirect(INWARD[name])


@route("/to/…")
def to(handler: Handler, url: str) -> None:
    """Redirect to whatever follows, percent-encoded."""
    handler.redirect(url)


@route("/loop")
def loop(handler: Handler, _: str) -> None:
    handler.redirect("/loop/back")


@route("/loop/…")
def loop_back(handler: Handler, _: str) -> None:
    handler.redirect("/loop", 301)


@route("/steps/…")
def steps(handler: Handler, left: str) -> None:
    """Redirect as many times as the number says."""
    if left == "0":
        handler.send(ARTICLE)
    else:
        handler.redirect(f"/steps/{int(left) - 1}", 307)


@route("/drip/headers")
def drip_headers(handler: Handler, _: str) -> None:
    handler.drip(b"HTTP/1.1 200 OK\r\nX-Slow: " + b"a" * 1000)


@route("/drip/informational")
def drip_informational(handler: Handler, _: str) -> None:
    """Say "just a moment" for ever."""
    while not handler.server.hostile.stopping.wait(0.02):
        handler.wfile.write(b"HTTP/1.1 103 Early Hints\r\n\r\n")


@route("/drip/body")
def drip_body(handler: Handler, _: str) -> None:
    handler.head({"Content-Length": "1000"})
    handler.drip(b"a" * 1000)


@route("/silent")
def silent(handler: Handler, _: str) -> None:
    handler.server.hostile.stopping.wait(10)


@route("/hangs-up")
def hangs_up(handler: Handler, _: str) -> None:
    """Close without an answer."""


@route("/endless")
def endless(handler: Handler, _: str) -> None:
    handler.head({"Content-Type": "text/html", "Transfer-Encoding": "chunked"})
    chunk = b"10000\r\n" + b"a" * 0x10000 + b"\r\n"
    while not handler.server.hostile.stopping.is_set():
        handler.wfile.write(chunk)


@route("/declares-too-much")
def declares_too_much(handler: Handler, _: str) -> None:
    handler.head({"Content-Length": "99999999999"})
    handler.drip(b"a" * 100)


@route("/chunked")
def chunked(handler: Handler, _: str) -> None:
    handler.head({"Content-Type": "text/html", "Transfer-Encoding": "chunked"})
    handler.wfile.write(b"3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")


@route("/cut-off")
def cut_off(handler: Handler, _: str) -> None:
    handler.head({"Content-Length": "1000"})
    handler.wfile.write(b"<p>Half of")


@route("/cut-off/…")
def cut_off_chunks(handler: Handler, _: str) -> None:
    handler.head({"Transfer-Encoding": "chunked"})
    handler.wfile.write(b"10000\r\n<p>Half of")


@route("/packed/…")
def packed(handler: Handler, encoding: str) -> None:
    """Send the article packed well, in the encoding that the path names."""
    handler.send(PACKED[encoding], {"Content-Type": "text/html", "Content-Encoding": encoding})


PACKED = {
    "gzip": gzip.compress(ARTICLE),
    "deflate": zlib.compress(ARTICLE),
    "br": brotli.compress(ARTICLE),
    "gzip, gzip": gzip.compress(gzip.compress(ARTICLE)),
    "gzip, gzip, gzip": gzip.compress(gzip.compress(gzip.compress(ARTICLE))),
}


@route("/bomb/…")
def bomb(handler: Handler, encoding: str) -> None:
    data = {"gzip": gzip_bomb, "br": brotli_bomb}[encoding]()
    handler.send(data, {"Content-Type": "text/html", "Content-Encoding": encoding})


@route("/lying/encoding")
def lying_encoding(handler: Handler, _: str) -> None:
    handler.send(ARTICLE, {"Content-Type": "text/html", "Content-Encoding": "gzip"})


@route("/lying/type")
def lying_type(handler: Handler, _: str) -> None:
    """A page that says it is a picture."""
    handler.send(ARTICLE, {"Content-Type": "image/jpeg"})


@route("/lying/charset")
def lying_charset(handler: Handler, _: str) -> None:
    """UTF-8 that says it is UTF-16."""
    handler.send(ARTICLE, {"Content-Type": "text/html; charset=utf-16"})


@route("/no-type")
def no_type(handler: Handler, _: str) -> None:
    handler.send(ARTICLE, {})


@route("/huge-header")
def huge_header(handler: Handler, _: str) -> None:
    handler.send(ARTICLE, {"X-Huge": "a" * 2_000_000})


@route("/many-headers")
def many_headers(handler: Handler, _: str) -> None:
    handler.send(ARTICLE, {f"X-{number}": "a" * 50 for number in range(1000)})


@route("/tells-the-client")
def tells_the_client(handler: Handler, _: str) -> None:
    """Set cookies and tell the client its own address in every way there is."""
    client = handler.client_address[0]
    names = ("X-Client-IP", "x-real-ip", "X-Forwarded-For", "CF-Connecting-IP", "True-Client-IP")
    headers = dict.fromkeys(names, client) | {
        "Set-Cookie": f"GeoIP={client}; Path=/",
        "Set-Cookie2": "session=1",
        "Forwarded": f"for={client}",
        "X-Debug": f"you are {client}, are you not",
        "X-Kept": "yes",
    }
    handler.send(ARTICLE, headers)


@route("/injection")
def injection(handler: Handler, _: str) -> None:
    """A redirect whose address holds a line end and a header, percent-encoded and plain."""
    handler.redirect("/article%0d%0aX-Injected:%20yes?a=\tb")


@route("/odd-name")
def odd_name(handler: Handler, _: str) -> None:
    """A redirect in raw UTF-8, as many Arabic and Russian sites send it."""
    handler.redirect("/слова/كلمات")


@route("/not-http")
def not_http(handler: Handler, _: str) -> None:
    handler.wfile.write(b"SSH-2.0-OpenSSH_9.6\r\n")


@route("/status/…")
def status(handler: Handler, number: str) -> None:
    headers = {"Content-Type": "text/html"}
    if number in ("429", "503"):
        headers["Retry-After"] = "120"
    handler.send(b"<p>So it is.", headers, int(number))


@route("/echo")
def echo(handler: Handler, _: str) -> None:
    """Answer with the body that was sent."""
    handler.send(handler.server.hostile.seen[-1].body, {"Content-Type": "application/octet-stream"})


def refused_port() -> int:
    """Return a port on which nobody listens."""
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return sock.getsockname()[1]
