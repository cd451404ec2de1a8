"""The published site as a reader's browser shows it."""

import json
from dataclasses import dataclass
from typing import Any

from lxml import html
from playwright.sync_api import Page

from tests.live.site import Site


@dataclass
class Visited(Site):
    """Opens each page in a browser; only to follow every link it looks at the files."""

    reader: Page | None = None

    def parsed(self, path: str) -> Any:
        """Return a page as it stands in the browser, its scripts run."""
        assert self.reader
        self.reader.goto("/" + path.removesuffix("index.html"))
        return html.fromstring(self.reader.content())

    def json(self, path: str) -> Any:
        """Return what the browser gets of a file."""
        assert self.reader
        return json.loads(self.reader.request.get(f"/{path}").text())
