"""The groups of a file of claims, and what of it could not be read."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import BinaryIO

from dateline.server.grouping.lines import BadLine, lines, signature_in
from dateline.weighing.grouping import Signature


@dataclass
class Claims:
    """The claims of a file, in its order."""

    signatures: dict[str, Signature] = field(default_factory=dict)
    """By their ids."""
    bad: list[tuple[int, str]] = field(default_factory=list)
    """Lines that were skipped, by number, and why."""

    @classmethod
    def read(cls, file: BinaryIO, step: Callable[[], object]) -> "Claims":
        """Read a file line by line; `step` is called after each."""
        claims = cls()
        for number, line in lines(file):
            claims._take(line, number)
            step()
        return claims

    def _take(self, line: bytes, number: int) -> None:
        try:
            signature = signature_in(line, number)
        except BadLine as error:
            self.bad.append((number, str(error)))
            return
        if signature.id in self.signatures:
            self.bad.append((number, f"a claim before it has the id {signature.id[:60]!r}"))
        else:
            self.signatures[signature.id] = signature
