"""The texts in which quoted words are looked for: a report's newest versions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from .models import ReportText

MOST_VERSIONS: Final = 5
"""The newest ones: nobody quotes what a page said so long ago."""


@dataclass(frozen=True)
class KeptText:
    """One reading of a version. Words stand in a version where they stand in any of them: what
    was published stays kept when another extractor leaves it out, and is so when one finds it.
    """

    captured_at: datetime
    version: int
    sha256: str
    """Place of its UTF-8 in the bytes folder."""


def kept_texts(reports: Iterable[UUID]) -> dict[UUID, list[KeptText]]:
    """Return the texts of each report's newest versions, the newest version first, in one query.

    A version's readings stand in their order.
    """
    wanted = list(set(reports))
    if not wanted:
        return {}
    rows = ReportText.objects.filter(capture__report__in=wanted)
    rows = rows.order_by("-capture__captured_at", "-capture__number", "number")
    found: dict[UUID, list[KeptText]] = {}
    for report, *text in rows.values_list(
        "capture__report", "capture__captured_at", "capture__number", "sha256"
    ):
        texts = found.setdefault(report, [])
        texts.append(KeptText(*text))
        if len({one.version for one in texts}) > MOST_VERSIONS:
            texts.pop()
    return found
