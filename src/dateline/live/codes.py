"""The codebook's codes, and those of weighing, in a reader's words and in the active language."""

from collections.abc import Mapping
from typing import Final

from django.utils.formats import number_format
from django.utils.translation import gettext, gettext_noop, ngettext, pgettext

from dateline.weighing.ranges import Range

QUESTIONS: Final = {
    "happened": gettext_noop("Did it happen?"),
    "who": gettext_noop("Who did it?"),
    "what": gettext_noop("What was hit?"),
    "harmed": gettext_noop("Who was harmed?"),
}
SOURCING: Final = {
    "one_source": gettext_noop("one source"),
    "several_one_origin": gettext_noop("several reports, one original source"),
    "independent": gettext_noop("independent sources"),
    "admitted": gettext_noop("admitted by those who had reason to deny it"),
    "": gettext_noop("set aside"),
}
WHO: Final = {
    "admitted": gettext_noop("admitted"),
    "denied": gettext_noop("denied"),
    "alleged_not_answered": gettext_noop("alleged, not answered"),
    "unknown": gettext_noop("unknown"),
}
RELATIONS: Final = {
    "at_the_scene": gettext_noop("at the scene"),
    "observer": gettext_noop("observer"),
    "accuser": gettext_noop("accuser"),
    "accused": gettext_noop("accused"),
    "relaying": gettext_noop("relaying"),
}
HEDGES: Final = {
    "asserted": gettext_noop("reported as fact"),
    "said": gettext_noop("said"),
    "claimed": gettext_noop("claimed"),
    "reported": gettext_noop("reported, from others"),
    "alleged": gettext_noop("alleged"),
    "unconfirmed": gettext_noop("unconfirmed"),
    "possible": gettext_noop("possible"),
    "denied": gettext_noop("denied"),
    "predicted": gettext_noop("expected"),
}
KINDS: Final = {
    "event": gettext_noop("something that happened"),
    "situation": gettext_noop("a state that lasts"),
    "toll": gettext_noop("a count over a period"),
    "statement": gettext_noop("a statement or talks"),
    "responsibility": gettext_noop("responsibility"),
    "denial": gettext_noop("a denial"),
    "forecast": gettext_noop("a forecast"),
    "assessment": gettext_noop("a judgement"),
}
CATEGORIES: Final = {
    "killed": gettext_noop("killed"),
    "injured": gettext_noop("injured"),
    "missing": gettext_noop("missing"),
    "detained": gettext_noop("detained"),
    "abducted": gettext_noop("abducted"),
    "displaced": gettext_noop("displaced"),
    "returned": gettext_noop("returned"),
    "sorties": gettext_noop("sorties"),
    "strikes": gettext_noop("strikes"),
    "objects_hit": gettext_noop("objects hit"),
    "vehicles": gettext_noop("vehicles"),
    "aircraft": gettext_noop("aircraft lost"),
    "buildings": gettext_noop("buildings"),
    "settlements": gettext_noop("settlements"),
}
GROUPS: Final = {
    "civilian": gettext_noop("civilians"),
    "combatant": gettext_noop("fighters"),
    "child": gettext_noop("children"),
    "woman": gettext_noop("women"),
    "man": gettext_noop("men"),
    "rescuer": gettext_noop("rescuers"),
    "medical": gettext_noop("medics"),
    "journalist": gettext_noop("journalists"),
    "official": gettext_noop("officials"),
    "commander": gettext_noop("commanders"),
}
LEVELS: Final = {
    "exact": gettext_noop("exact place"),
    "building": gettext_noop("building"),
    "neighbourhood": gettext_noop("neighbourhood"),
    "village": gettext_noop("village"),
    "town": gettext_noop("town"),
    "city": gettext_noop("city"),
    "district": gettext_noop("district"),
    "governorate": gettext_noop("governorate"),
    "feature": gettext_noop("natural feature or base"),
    "country": gettext_noop("country"),
    "region": gettext_noop("region"),
}
TARGETS: Final = {
    "rescuer": gettext_noop("rescuers"),
    "medical": gettext_noop("hospitals and medics"),
    "school": gettext_noop("a school"),
    "market": gettext_noop("a market or shops"),
    "home": gettext_noop("homes"),
    "displaced_site": gettext_noop("a site of displaced people"),
    "worship": gettext_noop("a place of worship"),
    "combatant": gettext_noop("fighters"),
    "commander": gettext_noop("commanders"),
    "leader": gettext_noop("leaders or officials"),
    "journalist": gettext_noop("journalists"),
    "aid_worker": gettext_noop("aid workers or a convoy of aid"),
    "vehicle": gettext_noop("vehicles"),
    "convoy": gettext_noop("a convoy"),
    "vessel": gettext_noop("a ship or boat"),
    "aircraft": gettext_noop("an aircraft"),
    "infrastructure": gettext_noop("infrastructure"),
    "position": gettext_noop("a military position"),
    "settlement": gettext_noop("a town or an area"),
    "people": gettext_noop("people"),
    "refugee": gettext_noop("refugees or displaced people"),
    "civilian": gettext_noop("civilians"),
    "detainee": gettext_noop("prisoners or captives"),
    "activist": gettext_noop("activists or protesters"),
    "government": gettext_noop("a government or institution"),
    "weapons": gettext_noop("weapons or explosives"),
    "other": gettext_noop("something else"),
}
LEFT_OUT: Final = {
    "set_aside": gettext_noop("set aside by the desk"),
    "may_be": gettext_noop("may belong to another incident"),
    "denied": gettext_noop("it denies this number"),
    "foreseen": gettext_noop("a forecast"),
    "below_zero": gettext_noop("below zero"),
    "no_interval": gettext_noop("its low is above its high"),
    "no_bound": gettext_noop("it gives no number"),
    "too_large": gettext_noop("more than can be"),
    "superseded": gettext_noop("replaced by a newer figure"),
    "older": gettext_noop("older than its speaker's newest figure"),
    "part": gettext_noop("part of a larger figure in the same report"),
    "passed_on": gettext_noop("passed on from another source"),
}
CHECKED: Final = {
    "filmed_here": gettext_noop("Filmed where it says?"),
    "old_footage": gettext_noop("Old footage?"),
    "staged": gettext_noop("Staged?"),
    "date": gettext_noop("Is the date right?"),
    "place": gettext_noop("Is the place right?"),
    "authentic": gettext_noop("Is it authentic?"),
    "other": "",
}
RESULTS: Final = {
    "confirmed": gettext_noop("confirmed"),
    "contradicted": gettext_noop("contradicted"),
    "undetermined": gettext_noop("undetermined"),
}


def words(codes: Mapping[str, str], code: str) -> str:
    """Return a code in the active language; one that is not known as it stands."""
    said = codes.get(code, code.replace("_", " "))
    return gettext(said) if said else ""


def target(kind: str, said: str = "") -> str:
    """Return a kind of target in words, with the source's own where those say anything else."""
    known = words(TARGETS, kind)
    return known if said.casefold() in ("", known.casefold()) else f"{known}: “{said}”"


def _grouped(count: int | None) -> str | None:
    return None if count is None else str(number_format(count, force_grouping=True))


def number(counted: Range | None) -> str:
    """Return a range in words: "12", "12 to 17", "at least 12", "about 40", "unknown"."""
    if counted is None or (counted.low is None and counted.high is None):
        return pgettext("a number", "unknown")
    low, high = (_grouped(one) for one in (counted.low, counted.high))
    if low is None:
        said = gettext("at most {high}").format(high=high)
    elif high is None:
        said = gettext("at least {low}").format(low=low)
    elif low == high:
        said = low
    else:
        said = gettext("{low} to {high}").format(low=low, high=high)
    return gettext("about {number}").format(number=said) if counted.approximate else said


def sources(low: int, high: int) -> str:
    """Return how many original sources there are, in words."""
    counted = str(low) if low == high else gettext("{low} to {high}").format(low=low, high=high)
    noun = ngettext("{number} original source", "{number} original sources", high)
    return noun.format(number=counted)


def reports(count: int) -> str:
    """Return how many reports there are, in words."""
    return ngettext("{number} report", "{number} reports", count).format(number=count)
