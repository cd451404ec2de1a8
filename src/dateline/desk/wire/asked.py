"""What is asked of the wire: which reports, and from where on."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlencode

LONGEST = 200
"""Characters of a search."""


@dataclass(frozen=True)
class Asked:
    """Words to find, only what is unread, and a place in the wire.

    `before` is the report after which a page begins; `through` is the last one of what a page shows
    already and wants renewed.
    """

    words: str = ""
    unread: bool = False
    before: uuid.UUID | None = None
    through: uuid.UUID | None = None

    @classmethod
    def of(cls, asked: Mapping[str, str]) -> Self:
        """Read it from an address; what makes no sense there asks for nothing."""
        return cls(
            words=" ".join(asked.get("q", "").replace("\x00", "").split())[:LONGEST],
            unread=asked.get("unread") == "1",
            before=_id(asked.get("before", "")),
            through=_id(asked.get("through", "")),
        )

    @property
    def query(self) -> str:
        """Return it for an address, without the place; empty, or with `&` behind it."""
        said = {"q": self.words, "unread": "1" if self.unread else ""}
        kept = {name: value for name, value in said.items() if value}
        return f"{urlencode(kept)}&" if kept else ""


def _id(words: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(words)
    except ValueError:
        return None
