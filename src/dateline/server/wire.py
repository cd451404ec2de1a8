"""What the raw ASGI apps share: the path asked for, who asks, and an answer in plain words."""

import ipaddress
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from typing import Any

TYPE_TEXT = (b"content-type", b"text/plain; charset=utf-8")
NO_SNIFFING = (b"x-content-type-options", b"nosniff")

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
ASGIApp = Callable[[Scope, Receive, Send], Awaitable[None]]
Headers = Iterable[tuple[bytes, bytes]]


def path_of(scope: Scope) -> str:
    """Return the decoded path below the server's root path."""
    return str(scope["path"]).removeprefix(scope.get("root_path", ""))


def header(scope: Scope, name: bytes) -> bytes:
    """Return a header's value, several joined as HTTP says, or nothing."""
    return b", ".join(value for key, value in scope["headers"] if key == name)


def address_of(scope: Scope) -> str:
    """Return whose request it is, for limits by client.

    An IPv6 household or attacker owns a whole /64, so the /64 counts as one client.
    """
    host = str((scope.get("client") or ("",))[0])
    if ":" not in host:
        return host
    try:
        address = ipaddress.IPv6Address(host)
    except ValueError:
        return host
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(ipaddress.IPv6Network((int(address) >> 64 << 64, 64)))


async def answer(send: Send, status: int, words: str, headers: Headers = ()) -> None:
    """Send a short answer that says in plain words what is the matter."""
    body = words.encode() + b"\n"
    fixed = (TYPE_TEXT, NO_SNIFFING, (b"content-length", str(len(body)).encode()))
    await send(
        {"type": "http.response.start", "status": status, "headers": [*fixed, *headers]},
    )
    await send({"type": "http.response.body", "body": body})
