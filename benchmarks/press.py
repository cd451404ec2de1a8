"""A press of many sites: serves the bench's real pages on loopback, each address with words new.

    python -m benchmarks.press FOLDER     prints its port, and serves until its input ends

`/page/N` is page N; beyond the last they come again, those in Latin letters, and each time round
these letters are others, so that no two addresses hold like texts. Addresses in a page lead back
to its own site, where nothing stands: no lead image is measured. Sixteen sites, 127.0.0.1 to
127.0.0.16, as a fetcher is polite to each.
"""

import gzip
import random
import re
import string
import sys
import threading
from collections.abc import Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

SITES = 16
WORDS = re.compile(rb"(<(?:script|style)\b.*?</(?:script|style)>|<[^>]*>|&#?\w+;)", re.S | re.I)
OUTSIDE = re.compile(rb"https?:(?:\\?/){2}(?!schema\.org|www\.w3\.org|ogp\.me)")


class Press:
    """Pages as they were saved, and as they are served."""

    def __init__(self, pages: Sequence[bytes]) -> None:
        self.pages = pages
        self.latin = [page for page in pages if is_latin(page)]

    def page(self, number: int, site: str) -> bytes:
        """Return the page at an address."""
        home = f"{site}/away/{number}/".encode()
        again = number - len(self.pages)
        if again < 0:
            return OUTSIDE.sub(lambda _: home, self.pages[number])
        turn, at = divmod(again, len(self.latin))
        return reworded(OUTSIDE.sub(lambda _: home, self.latin[at]), turn)


def load(folder: Path, most: int | None = None) -> list[bytes]:
    """Read the bench's pages."""
    files = sorted((folder / "html").glob("*.html.gz"))[:most]
    return [gzip.decompress(file.read_bytes()) for file in files]


def is_latin(page: bytes) -> bool:
    """Tell whether the letters of a page are those that `reworded` changes."""
    words = b"".join(WORDS.split(page)[::2])
    return sum(byte > 127 for byte in words) < len(words) / 10


def reworded(body: bytes, turn: int) -> bytes:
    """Change the letters of all visible words, every turn to others."""
    small = list(string.ascii_lowercase)
    random.Random(turn).shuffle(small)  # noqa: S311 - words, no secret
    other = bytes.maketrans(string.ascii_lowercase.encode(), "".join(small).encode())
    parts = WORDS.split(body)
    parts[::2] = [words.translate(other) for words in parts[::2]]
    return b"".join(parts)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    press: Press

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        _, kind, number, *_ = [*self.path.split("/"), "", ""]
        site = f"http://{self.headers['Host']}"
        body = self.press.page(int(number), site) if kind == "page" else b""
        self.close_connection = True
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def main() -> None:
    """Serve until the input ends."""
    Handler.press = Press(load(Path(sys.argv[1]), int(sys.argv[2])))
    port = 0
    for site in range(1, SITES + 1):
        server = ThreadingHTTPServer((f"127.0.0.{site}", port), Handler)
        port = server.server_port
        threading.Thread(target=server.serve_forever, daemon=True).start()
    print(port, flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main()
