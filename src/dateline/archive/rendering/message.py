"""What the browser's process and ours say to each other: JSON and bytes.

Not pickle: what comes out of a browser's process must never run in ours.
"""

import json
from multiprocessing.connection import Connection
from typing import Any

Said = dict[str, Any]

LONGEST = 200_000_000


def send(connection: Connection, said: Said, data: bytes = b"") -> None:
    """Send one message. Raises OSError where nobody reads it any more."""
    head = json.dumps(said).encode()
    connection.send_bytes(len(head).to_bytes(4, "big") + head + data)


def receive(connection: Connection) -> tuple[Said, bytes]:
    """Wait for one message. Raises EOFError or OSError where the other side is gone."""
    message = connection.recv_bytes(LONGEST)
    start = 4 + int.from_bytes(message[:4], "big")
    said: Said = json.loads(message[4:start])
    return said, message[start:]
