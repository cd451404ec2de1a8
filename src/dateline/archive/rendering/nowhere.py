"""The proxy that Chromium is given: it leads nowhere, and counts who tried."""

import asyncio


class Nowhere:
    """Listens on this machine, and hangs up on everybody."""

    def __init__(self) -> None:
        self.came = 0

    async def __aenter__(self) -> "Nowhere":
        self._server = await asyncio.start_server(self._hang_up, "127.0.0.1", 0)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()

    @property
    def port(self) -> int:
        """Return where it listens."""
        return int(self._server.sockets[0].getsockname()[1])

    def _hang_up(self, _: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.came += 1
        writer.close()
