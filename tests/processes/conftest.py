"""The real `dateline serve` as a process on the tests' own data folder."""

import pytest

from .program import Server


@pytest.fixture
def serve(data, tmp_path):
    """Start servers: `serve()`, on the tests' data or another folder; each is ended at the end."""
    servers = []

    def _serve(folder=data, *, wait=True, port=None, arguments=()):
        log = tmp_path / f"server-{len(servers)}.log"
        server = Server(folder, log, port, *arguments)
        servers.append(server)
        return server.started() if wait else server

    yield _serve
    for server in servers:
        server.close()
