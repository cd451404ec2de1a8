"""Lines of claims: DESIGN's claim JSON, or flat rows of an event table."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from dateline.codebook.claim_json import CLAIM, from_json
from dateline.server.grouping.parties import parties_of
from dateline.server.grouping.rows import id_of, row_signature
from dateline.weighing.grouping import Signature, signature_of

LONGEST: Final = 200_000
"""Bytes of a line."""


class BadLine(Exception):  # noqa: N818  it is not our error
    """A line that holds no claim; its words say why."""


def lines(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Yield the lines that hold anything, with their numbers; of endless ones only the start."""
    number = 0
    while line := file.readline(LONGEST + 1):
        number += 1
        whole = line
        while len(whole) > LONGEST and not whole.endswith(b"\n"):
            whole = file.readline(LONGEST + 1)
            if len(whole) <= LONGEST:
                break
        if line.strip():
            yield number, line


def signature_in(line: bytes, number: int) -> Signature:
    """Return the claim of a line; one without an id is called by its line. Raises BadLine."""
    if len(line) > LONGEST:
        raise BadLine(f"it is longer than {LONGEST:,} bytes")
    try:
        value = json.loads(line.decode(), parse_constant=_refuse)
        return _signature(value, number)
    except UnicodeDecodeError:
        raise BadLine("it is not UTF-8") from None
    except json.JSONDecodeError:
        raise BadLine("it is not JSON") from None
    except RecursionError:
        raise BadLine("it is nested too deep") from None
    except ValueError as error:
        raise BadLine(str(error)) from None


def _signature(value: Any, number: int) -> Signature:
    if not isinstance(value, dict):
        raise ValueError("it is no object")
    own = id_of(value, number)
    if "quote" not in value:
        return row_signature(value, own)
    claim = from_json({key: part for key, part in value.items() if key in CLAIM})
    actor = claim.actor and (claim.actor.name or claim.actor.words)
    report = value.get("report")
    return signature_of(
        claim,
        id=own,
        report=report if isinstance(report, str) else "",
        parties=parties_of(actor) if actor else (),
    )


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no number")
