"""What a claim may say: only what stands in its report's kept text, and within bounds."""

from typing import Any

from dateline.codebook import Claim as Said
from dateline.codebook.claim_json import as_json, from_json
from dateline.codebook.grounding import faults

from . import storage
from .canonical import canonical
from .checks import UNSTORABLE
from .models import Claim, ReportText
from .refusal import Refused

MAX_QUOTE = 2_000
"""Code points in a claim's quote: one or more clauses, not a page."""

MAX_SAID = 20_000
"""Bytes of all that a claim says, as JSON."""

MAX_CLAIMS = 1_000
"""Claims of one report; a live blog of a whole day has some two hundred."""


def kept_words(text: ReportText) -> str:
    """Return a kept text. Raises Refused where its bytes are missing."""
    try:
        return storage.read(text.sha256).decode()
    except FileNotFoundError:
        raise Refused(
            "The bytes of this text are missing. Tell whoever runs this site: "
            "`dateline archive verify`."
        ) from None


def grounded(said: Said, words: str) -> dict[str, Any]:
    """Return what a claim says as JSON. Raises Refused where it rests on no words of the text."""
    if len(said.quote) > MAX_QUOTE:
        raise Refused(
            f"The quote has {len(said.quote):,} characters; {MAX_QUOTE:,} is the most. "
            "Quote the clauses that say it."
        )
    content = as_json(said)
    if found := _unreadable(content) or faults(said, words):
        raise Refused(f"It does not rest on its words: {'; '.join(found[:3])}.")
    if _unstorable(content):
        raise Refused("The claim holds a character that cannot be stored. Quote without it.")
    if len(canonical(content)) > MAX_SAID:
        raise Refused("The claim says too much to be one claim. Make several.")
    return content


def _unreadable(content: dict[str, Any]) -> list[str]:
    """Say why a claim could not be read again: a code or a number that nothing can mean."""
    try:
        from_json(content)
    except ValueError as error:
        return [str(error)]
    return []


def _unstorable(value: Any) -> bool:
    if isinstance(value, str):
        return bool(UNSTORABLE.search(value))
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return any(_unstorable(part) for part in parts)


def say(claim: Claim, said: dict[str, Any]) -> None:
    """Let a claim say this from now on."""
    claim.said, claim.start, claim.end = said, said["start"], said["end"]


def about(said: dict[str, Any]) -> tuple[Any, ...]:
    """Return by what the same proposition is known again, wherever in a text it stands."""
    place, tolls = said.get("place") or {}, said.get("tolls") or []
    counted = tuple((toll["category"], toll["words"]) for toll in tolls)
    hit, who = said.get("target") or {}, said.get("actor") or {}
    rest = place.get("words"), hit.get("words"), who.get("words"), said.get("negated", False)
    # The words, not the name: a better reader may find out who "he" is.
    says = next((speaker["words"] for speaker in said.get("speakers") or ()), None)
    return said["quote"], said["kind"], said["event"], *rest, counted, says
