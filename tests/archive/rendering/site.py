"""A site at an address of its own on this machine, and a trap that nobody may fall into."""

import socket
import threading
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

HOST = "127.0.0.2"


class Site:
    """Serves what a test puts: `site.put("/page", "<p>Words")`; `site.seen` tells what was asked.

    A page may be a function: it is called with the request's headers as it is asked for.
    """

    def __init__(self):
        self.pages, self.seen = {}, []
        self._server = ThreadingHTTPServer((HOST, 0), Handler)
        self._server.site = self
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def url(self, path="/", host=HOST):
        return f"http://{host}:{self._server.server_port}{path}"

    def put(self, path, body, kind="text/html; charset=utf-8", status=200, **headers):
        data = body.encode() if isinstance(body, str) else body
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = (data, {"Content-Type": kind} | headers, status)
        return self.url(path)

    def paths(self):
        return [path for _, path, _ in self.seen]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_GET(self):
        self.close_connection = True
        site = self.server.site
        site.seen.append((self.command, self.path, dict(self.headers.items())))
        none = (b"", {"Content-Type": "text/plain"}, 404)
        body, headers, status = site.pages.get(self.path.partition("?")[0], none)
        data = body() if callable(body) else body
        self.send_response(status)
        for name, value in (headers | {"Content-Length": str(len(data))}).items():
            self.send_header(name, value)
        self.end_headers()
        with suppress(OSError):  # whoever asked has seen enough
            self.wfile.write(data)

    def do_POST(self):
        self.do_GET()

    def do_PUT(self):
        self.do_GET()

    def do_OPTIONS(self):
        self.do_GET()


class Trap:
    """Listens on 127.0.0.1, for TCP and UDP, and counts whoever comes."""

    def __init__(self):
        self.came = []
        self._tcp = socket.create_server(("127.0.0.1", 0))
        self.port = self._tcp.getsockname()[1]
        self._udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._udp.bind(("127.0.0.1", self.port))
        self._threads = [
            threading.Thread(target=self._listen, args=(one,)) for one in (self._tcp, self._udp)
        ]

    def __enter__(self):
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_):
        for one, thread in zip((self._tcp, self._udp), self._threads, strict=True):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            thread.join()
            one.close()

    def _listen(self, listener):
        with suppress(OSError):
            while True:
                if listener is self._tcp:
                    connection, whence = listener.accept()
                    connection.close()
                else:
                    data, whence = listener.recvfrom(2000)
                    if not data:  # we hang up ourselves
                        return
                self.came.append(whence)
