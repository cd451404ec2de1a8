"""Claims that are not of the place of the story so far, though they name no place that is known."""

import re
from typing import Final

from dateline.codebook import Claim
from dateline.places.demonyms import country_of

WAR: Final = r"(?:war|conflict|uprising|revolution|invasion|insurgency|occupation|coup|unrest)"
AT_LARGE: Final = re.compile(
    rf"\bsince (?:the )?(?:(?:start|beginning|outbreak|onset) of|(?:\w+ ){{0,3}}{WAR}\b)"
    rf"|\bsince (?:\w+ )?(?:19|20)\d\d\b|\bso far this year\b|\bthis year alone\b"
    rf"|\b(?:in|of|during|throughout) (?:the|its|their) (?:\w+[- ]){{0,3}}{WAR}\b",
    re.IGNORECASE,
)
"""Figures of a whole war or year, wherever the story is."""
NEVER: Final = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|rejects?)\s+(?:\w+ly\s+|ever\s+)?\w+ing\b"
    r"(?!.*\b(?:the|this|that|these|those|it)\b)"
)
"""A denial of deeds that no article points to: "denies targeting civilians"."""
ARTICLE: Final = r"(?:a[lnrstdz]|ash|el|at|ed|ez)"
NAME: Final = rf"(?P<name>(?:{ARTICLE}[ -])?[^\W\d_a-z][\w'’-]+)"
LED: Final = re.compile(
    r"\b(?:(?:in|at|near|outside|inside|around|towards?|into)"
    r"|(?:outskirts|town|village|city|suburbs?|district|neighbou?rhood|settlement|hamlet|north|south"
    rf"|east|west|countryside|edge|vicinity) of) (?:the )?(?:(?:town|village|city) of )?{NAME}"
)
GONE: Final = re.compile(
    r"\b(?:fled|flee|fleeing|left|leaving|entered|entering|reached|captured?|seized?|retook)"
    rf" {NAME}"
)
HEADED: Final = re.compile(
    rf"{NAME} (?:[Aa]rea|[Dd]istrict|[Vv]illage|[Tt]own|[Nn]eighbou?rhood|[Ss]uburb|[Cc]amp)\b"
)
FORMS: Final = (LED, GONE, HEADED)
NO_PLACE: Final = frozenset(
    {
        *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
        *("October", "November", "December", "Monday", "Tuesday", "Wednesday", "Thursday"),
        *("Friday", "Saturday", "Sunday", "Ramadan", "Easter", "Christmas", "Operation"),
        *("Parliament", "Congress", "Arabic", "English", "Russian", "French", "Facebook"),
        *("Twitter", "Telegram", "YouTube", "Reuters"),
    }
)
RECALLED: Final = re.compile(
    r"\W*as (?:we|i|this (?:page|site|blog)) (?:have )?(?:previously |already |earlier )?"
    r"(?:reported|wrote|noted|mentioned|said|saw|covered)\b",
    re.IGNORECASE,
)
"""A report of another day, or of another entry: "As we reported yesterday"."""
LEAST: Final = 4
"""Letters: what is shorter is an abbreviation, as a rule nobody's place."""


def is_at_large(claim: Claim) -> bool:
    """Tell whether a claim's figures are of a whole war, or its denial of no happening."""
    if claim.kind == "denial":
        return bool(NEVER.search(claim.quote))
    return bool(claim.tolls and AT_LARGE.search(claim.quote))


def is_recalled(claim: Claim) -> bool:
    """Tell whether a claim repeats an earlier report, which the story so far is no part of."""
    return bool(RECALLED.match(claim.quote))


def is_elsewhere(claim: Claim) -> bool:
    """Tell whether a claim names where it was, by a name that no place is known by."""
    found = [one for form in FORMS for one in form.finditer(claim.quote)]
    return any(_may_be_place(one["name"], claim) for one in found)


def _may_be_place(name: str, claim: Claim) -> bool:
    if len(name) < LEAST or name.isupper() or name in NO_PLACE or country_of(name):
        return False
    people = [*(one.words for one in claim.speakers), claim.actor.words if claim.actor else ""]
    whom = (
        claim.target.words if claim.target and claim.target.kind in ("combatant", "leader") else ""
    )
    return not any(name in words for words in (*people, whom))
