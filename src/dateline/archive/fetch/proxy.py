"""The outward proxy: Tor or another that a newsroom sends its fetches through."""

import ssl
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

import httpcore


@dataclass(frozen=True, slots=True)
class Proxy:
    """Where the proxy is, and how it is signed in to."""

    url: httpcore.URL
    auth: tuple[str, str] | None = field(repr=False)

    def pool(
        self, context: ssl.SSLContext, backend: httpcore.NetworkBackend
    ) -> httpcore.ConnectionPool:
        """Return a pool that sends one request through the proxy."""
        kind = httpcore.SOCKSProxy if self.url.scheme == b"socks5h" else httpcore.HTTPProxy
        return kind(
            self.url,
            proxy_auth=self.auth,
            ssl_context=context,
            max_connections=1,
            network_backend=backend,
        )


def read_proxy(text: str) -> Proxy:
    """Read the setting; raise ValueError, which repeats no password, for what is no proxy."""
    parts = urlsplit(text)
    if parts.scheme not in ("socks5h", "http") or not parts.hostname or not parts.port:
        raise ValueError(
            "The outward proxy is given as socks5h://host:port (Tor: socks5h://127.0.0.1:9050) or "
            "http://host:port."
        )
    url = httpcore.URL(scheme=parts.scheme, host=parts.hostname, port=parts.port, target=b"/")
    if parts.username is None:
        return Proxy(url, None)
    return Proxy(url, (unquote(parts.username), unquote(parts.password or "")))
