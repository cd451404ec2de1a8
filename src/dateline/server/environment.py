"""What a newsroom sets from outside, and the secret that a data folder makes for itself."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

VARIABLES = {
    "DATELINE_DATA": "folder of the database, the bytes and the site",
    "DATELINE_PUBLIC_URL": "the site's public address, such as https://live.example.org/",
    "DATELINE_HOSTS": "host names that the desk answers to, separated by commas",
    "DATELINE_PROXY": "what captures go out through, such as socks5h://127.0.0.1:9050 for Tor",
    "DATELINE_ALLOW": "private networks that captures may reach, such as 10.2.0.0/16, by commas",
    "DATELINE_TSA": "address of a time-stamp authority (RFC 3161) that seals each capture",
    "DATELINE_TSA_ROOTS": "file of the root certificates (PEM) that its seals must lead to",
    "DATELINE_BROWSER": "a Chromium that also renders each page, such as /usr/bin/chromium",
}
"""Every environment variable, with what it is for: docs and tests read this."""

HERE = ["localhost", "127.0.0.1", "[::1]"]


@dataclass(frozen=True)
class Environment:
    """The environment's settings, read once at the start."""

    data: Path
    public_url: str
    hosts: list[str]
    proxy: str
    allow: list[str]
    tsa: str
    tsa_roots: str
    browser: str

    @property
    def origins(self) -> list[str]:
        """The origin that forms come from behind a proxy: the public address without its path."""
        parts = urlsplit(self.public_url)
        return [f"{parts.scheme}://{parts.netloc}"] if parts.netloc else []

    @classmethod
    def read(cls) -> "Environment":
        """Read the variables; the data folder is made where it is missing."""
        data = Path(os.environ.get("DATELINE_DATA") or "dateline-data").absolute()
        data.mkdir(parents=True, exist_ok=True, mode=0o700)
        url = _said("DATELINE_PUBLIC_URL")
        return cls(
            data=data,
            public_url=f"{url.rstrip('/')}/" if url else "",
            hosts=_listed("DATELINE_HOSTS") or HERE,
            proxy=_said("DATELINE_PROXY"),
            allow=_listed("DATELINE_ALLOW"),
            tsa=_said("DATELINE_TSA"),
            tsa_roots=_said("DATELINE_TSA_ROOTS"),
            browser=_said("DATELINE_BROWSER"),
        )


def _said(name: str) -> str:
    return os.environ.get(name, "").strip()


def _listed(name: str) -> list[str]:
    return [word.strip() for word in _said(name).split(",") if word.strip()]


def secret_key(data: Path) -> str:
    """Return the data folder's own secret, made at first use and readable by its owner only."""
    path = data / "secret_key"
    if not path.exists():
        fresh = data / f".secret_key.{os.getpid()}"
        fresh.touch(mode=0o600)
        fresh.write_text(secrets.token_urlsafe(48))
        try:
            os.link(fresh, path)  # unlike a rename, this fails where another process was first
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return path.read_text().strip()
