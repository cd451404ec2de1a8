"""What every browser of the journeys is watched for: nobody else asked, nothing complained of."""

import re

from playwright.sync_api import BrowserContext, ConsoleMessage, Request

LOST = r"net::ERR_"
"""What a browser says of each request while the network or the server is away."""
LEFT = r"^htmx:(afterRequest|sendAbort),"
"""What htmx says where a page is left while it still asks; of what failed it says more."""

UNAIDED = "GL Driver Message"
"""What a browser without a graphics card says of how slowly it draws the map."""


class Watch:
    """Records what the pages of one context ask for, and what they complain of."""

    def __init__(self, context: BrowserContext, at: str) -> None:
        self.at = at
        self.requests: list[Request] = []
        self._complaints: list[str] = []
        self._expected = [LEFT, UNAIDED]
        self.expected_strangers: tuple[str, ...] = ()
        """What this test has a reader ask for; it looks itself that nothing else was."""
        context.on("request", lambda request: self.requests.append(request))
        context.on("console", self._heard)
        context.on("weberror", lambda error: self._complaints.append(str(error.error)))

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self._complaints.append(f"{message.text} ({message.location.get('url')})")

    def expect(self, words: str) -> None:
        """This test brings such a complaint about itself."""
        self._expected.append(words)

    def asked(self, end: str) -> list[Request]:
        """Return the requests whose address ends so."""
        return [one for one in self.requests if one.url.split("?")[0].endswith(end)]

    @property
    def strangers(self) -> list[str]:
        """Addresses that are not our own site's."""
        ours = (f"{self.at}/", "data:", "file:", "blob:", *self.expected_strangers)
        return [one.url for one in self.requests if not one.url.startswith(ours)]

    @property
    def complaints(self) -> list[str]:
        return [
            one for one in self._complaints if not any(re.search(e, one) for e in self._expected)
        ]
