"""The names of two claims' places."""

from collections.abc import Iterator
from typing import Final

from dateline.weighing.grouping.blocking import FIRM_M
from dateline.weighing.grouping.naming import likeness
from dateline.weighing.grouping.part import Part
from dateline.weighing.grouping.signature import Signature

WORDS: Final = {
    "same": "same name: {} and {}",
    "alike": "like names: {} and {}",
    "other": "other names: {} and {}",
}
SHOWN: Final = 40


def name(one: Signature, other: Signature) -> Iterator[Part]:
    """Compare the names; an area's and a village's differ without saying anything."""
    found = likeness(one.names, other.names)
    if found is None or (found == "other" and _is_area(one) != _is_area(other)):
        return
    told = (one.names[0][:SHOWN], other.names[0][:SHOWN])
    said = f"same place: {told[0]}" if told[0] == told[1] else WORDS[found].format(*told)
    yield Part(f"name.{found}", said)


def _is_area(signature: Signature) -> bool:
    return signature.radius_m > FIRM_M
