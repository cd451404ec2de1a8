"""Who is said to have done it."""

from collections.abc import Iterator

from dateline.weighing.grouping.part import Part
from dateline.weighing.grouping.signature import Signature


def party(one: Signature, other: Signature) -> Iterator[Part]:
    """Compare the parties; rival accounts of one happening differ in just this."""
    if not one.parties or not other.parties:
        return
    if both := one.parties & other.parties:
        yield Part("party.same", f"both name {_names(both)}")
    else:
        yield Part("party.other", f"{_names(one.parties)}, and {_names(other.parties)}")


def _names(parties: frozenset[str]) -> str:
    return " or ".join(sorted(parties))
