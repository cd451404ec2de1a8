"""The peer of benchmarks.claims: each sentence a claim, its fields by plain patterns."""

import re
from datetime import datetime
from typing import Any

SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?=\S)[^.!?\n]+)*[.!?]?")
EVENTS = {
    "air_strike": r"air ?strikes?|warplanes?|jets|bombed",
    "shelling": r"shell(?:ed|ing|s)|mortar",
    "chemical_attack": r"chemical|chlorine|sarin|gas attack",
    "clash": r"clash(?:es|ed)|fighting",
    "capture": r"captured|seized|took control|retook",
    "casualties": r"killed|dead|died|wounded",
    "displacement": r"fled|displaced|refugees",
    "ied": r"car bomb|explosion|blast",
}
KILLED = re.compile(r"(\d+)(?: \w+){0,3} (?:were |was |have been |had been )?(?:killed|dead|died)")
SAYS = re.compile(r"((?:[A-Z][\w-]+ ?)+)\b(?:said|says|told|reported|claimed)")


def sentences_as_claims(text: str, published: datetime) -> list[dict[str, Any]]:
    """Return a claim a sentence."""
    return [_claim(m, published) for m in SENTENCE.finditer(text) if len(m.group().split()) > 4]


def _claim(found: re.Match[str], published: datetime) -> dict[str, Any]:
    words = found.group()
    event = next((code for code, told in EVENTS.items() if re.search(told, words)), "other")
    said, killed, day = SAYS.search(words), KILLED.search(words), published.date().isoformat()
    toll = {"category": "killed", "low": int(killed[1]), "high": int(killed[1])} if killed else None
    return {
        "start": found.start(),
        "end": found.end(),
        "kind": "event" if event != "other" else "assessment",
        "event": event,
        "speakers": [{"name": said[1].strip()}] if said else [],
        "when": {"start": day, "end": day},
        "tolls": [toll] if toll else [],
        "hedge": {"class": "said" if said else "asserted"},
    }
