"""What can happen: the codes of events, and what other schemes call them."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True)
class EventCode:
    """One code. "" where the other scheme has nothing like it."""

    code: str
    label: str
    """In plain words."""
    acled_type: str
    acled_sub: str
    """Event type and sub-event type (ACLED codebook, 2019 and later)."""
    plover: str
    """Root of PLOVER (Open Event Data Alliance, 2021): one of its 16 event types."""
    ged: str
    """Type of violence of UCDP GED, where sides do not say otherwise."""
    lethal: bool
    """Whether people may die of it, so that a toll near it may be its toll."""


def _codes() -> Iterator[EventCode]:
    text = (files("dateline.codebook") / "data" / "events.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        yield EventCode(**{**row, "lethal": row["lethal"] == "yes"})  # type: ignore[arg-type]


EVENTS: Final[Mapping[str, EventCode]] = MappingProxyType({code.code: code for code in _codes()})
"""Every event code by its name. Names are stable; more may come."""
