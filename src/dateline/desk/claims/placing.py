"""Which places words may mean: what the gazetteer offers, what the claim had, or none."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from django.conf import settings

from dateline.codebook import Place, distance_m
from dateline.places import BadSource, Gazetteer, Located, Locator

from .standing import one_line
from .words import far_in_words, place_in_words

KEEP, NONE, MEASURED = "keep", "none", "measured"
MOST = 12
"""Candidates that are offered; who needs another names it more exactly."""
NOT_BUILT = (
    "No gazetteer is built here yet, so that no new place can be looked up: "
    "the place that the claim has is kept, or none is said."
)
UNKNOWN = "The gazetteer knows no such place. Spell it otherwise, or choose “No place”."


@dataclass(frozen=True)
class Option:
    """One place that the words may mean."""

    value: str
    label: str
    about: str = ""
    place: Place | None = None


@dataclass(frozen=True)
class Offer:
    """The places to choose from for some words, the likeliest first."""

    words: str
    options: Sequence[Option]
    chosen: str
    trouble: str = ""

    def place(self, value: str) -> Place | None:
        """Return the place of an option. Raises KeyError for one that is not offered."""
        return {one.value: one.place for one in self.options}[value]


def offer(words: str, name: str, before: Place | None, chosen: str = "") -> Offer:
    """Return what words may mean; `name` is what else to look up, `before` what the claim has."""
    words, name = one_line(words), one_line(name)
    changed = before is None or words != one_line(before.words)
    renamed = before is None or name != one_line(before.name)
    asked = name if name and (renamed or not changed) else words
    looked_up, trouble = _looked_up(asked) if asked else ((), "")
    found = {one.value: one for one in looked_up}.values()  # one may be found by two readings
    kept = [_kept(before)] if before else []
    new = [one for one in found if not (before and one.place == _bare(before))]
    old_first = kept and (not (changed or renamed) or not new)
    options = [*kept, *new] if old_first else [*new, *kept]
    options.append(Option(NONE, "No place"))
    offered = {one.value for one in options}
    first = options[0].value if words else NONE
    return Offer(words, options, chosen if chosen in offered else first, trouble)


def _kept(before: Place) -> Option:
    return Option(KEEP, f"As it is: {place_in_words(before)}", place=_bare(before))


def _bare(place: Place) -> Place:
    return replace(place, words="", at=None)


def _looked_up(asked: str) -> tuple[Sequence[Option], str]:
    path = Path(settings.DATELINE_DATA) / "places" / "gazetteer.sqlite"
    if not path.is_file():
        return (), NOT_BUILT
    try:
        with Gazetteer(path) as gazetteer:
            found = Locator(gazetteer).locate(asked)
    except BadSource:
        return (), "The gazetteer here cannot be read. It must be built anew."
    return (list(_options(found)), "") if found else ((), UNKNOWN)


def _options(found: Located) -> Iterator[Option]:
    """Yield a spot that was measured from a place, then each candidate."""
    first = found.candidates[0]
    if (found.lat, found.lon, found.radius_m) != (first.lat, first.lon, first.radius_m):
        spot = replace(
            first.place(""),
            name=found.name,
            lat=found.lat,
            lon=found.lon,
            level=found.level,
            radius_m=found.radius_m,
        )
        yield Option(MEASURED, place_in_words(spot), found.why, spot)
    for one in found.candidates[:MOST]:
        apart = distance_m(first.lat, first.lon, one.lat, one.lon)
        away = f"{far_in_words(round(apart))} from {first.name}; " if apart > 1 else ""
        kind = f"{one.kind}; " if one.kind and one.kind != one.level else ""
        place = one.place("")
        yield Option(one.id, place_in_words(place), f"{kind}{away}{one.why}", place)
