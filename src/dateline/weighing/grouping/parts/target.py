"""What two claims say was hit."""

from collections.abc import Iterator

from dateline.codebook.targets import TARGETS
from dateline.weighing.grouping.part import Part
from dateline.weighing.grouping.signature import Signature


def target(one: Signature, other: Signature) -> Iterator[Part]:
    """Compare the kinds of target."""
    if one.target is None or other.target is None:
        return
    if one.target == other.target:
        yield Part("target.same", f"both name {_label(one.target)}")
    else:
        yield Part("target.other", f"{_label(one.target)}, and {_label(other.target)}")


def _label(kind: str) -> str:
    return TARGETS[kind].label if kind in TARGETS else kind.replace("_", " ")
