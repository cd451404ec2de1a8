"""Two small outward proxies on loopback: SOCKS5 and HTTP. Each leads every name to one server."""

import select
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from socketserver import BaseRequestHandler, ThreadingTCPServer


@dataclass
class Asked:
    """What a proxy was asked for; `port` is where it stands."""

    port: int
    hosts: list[str] = field(default_factory=list)
    heads: list[bytes] = field(default_factory=list)


class Standing(ThreadingTCPServer):
    """Joins its threads when it is closed."""

    daemon_threads = False
    leads_to: int
    asked: Asked


class Socks5(BaseRequestHandler):
    """RFC 1928: no sign-in, CONNECT to a name."""

    server: Standing

    def handle(self) -> None:
        read = self.request.makefile("rb").read
        read(read(2)[1])
        self.request.sendall(b"\x05\x00")
        assert read(4) == b"\x05\x01\x00\x03", "a name, not an address: the proxy resolves it"
        host = read(read(1)[0]).decode()
        read(2)
        self.server.asked.hosts.append(host)
        if host.startswith("unknown"):
            self.request.sendall(b"\x05\x04\x00\x01" + bytes(6))
            return
        self.request.sendall(b"\x05\x00\x00\x01" + bytes(6))
        join(self.request, self.server.leads_to)


class Http(BaseRequestHandler):
    """Plain requests are passed on, CONNECT opens a tunnel."""

    server: Standing

    def handle(self) -> None:
        head = b""
        while b"\r\n\r\n" not in head:
            head += self.request.recv(65_536)
        self.server.asked.heads.append(head)
        self.server.asked.hosts.append(head.split()[1].decode())
        if head.startswith(b"CONNECT"):
            self.request.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
            join(self.request, self.server.leads_to)
        else:
            join(self.request, self.server.leads_to, head)


class Mute(BaseRequestHandler):
    """A proxy that accepts and then says nothing until the client leaves."""

    def handle(self) -> None:
        while self.request.recv(65_536):
            pass


def join(client: socket.socket, port: int, first: bytes = b"") -> None:
    """Pass bytes on in both directions until either side ends."""
    with socket.create_connection(("127.0.0.1", port)) as server, suppress(OSError):
        server.sendall(first)
        while True:
            for ready in select.select([client, server], [], [], 5)[0]:
                data = ready.recv(65_536)
                if not data:
                    return
                (server if ready is client else client).sendall(data)


@contextmanager
def standing(handler: type[BaseRequestHandler], leads_to: int) -> Iterator[Asked]:
    """Run a proxy."""
    with Standing(("127.0.0.1", 0), handler) as server:
        server.leads_to = leads_to
        server.asked = Asked(server.server_address[1])
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield server.asked
        finally:
            server.shutdown()
            thread.join()
