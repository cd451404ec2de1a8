"""Finding texts that repeat one another: copies, cut copies, copies with paragraphs added.

A text is taken as the set of its shingles: every three words in a row, folded so that case,
diacritics, punctuation, links and invisible signs make no difference. Where a script writes no
spaces, a shingle is as many signs as three words take. `signature` draws 128 numbers from the set
(MinHash) and `keys` makes 64 short strings of them: two texts that share a third of their shingles
share a key 999 times in 1,000, two that share a hundredth 6 times in 1,000. So an index on the keys
finds the few texts worth opening, and `alike` says, on the texts themselves, how much of the
shorter one stands in the longer.

Why that and not the Jaccard index: half of a copy cut away halves the index and leaves containment
at 1. Why not for every pair: a roundup that quotes a short post whole is no copy of it, so where
the shorter has less than a fifth of the longer's shingles the Jaccard index counts (a roundup joins
nobody). `benchmarks/near.py` measures the sizes chosen here.

Not found: translations, and words respelt with look-alike letters of another script. A form filled
in anew (a ministry's daily bulletin) is as alike as a reworded copy, so what is found is proposed
to an editor and never taken as settled. To ask that figures agree would spare less than a third of
the bulletins (they write "three strikes") and lose copies that carry a newer toll.
"""

from collections.abc import Iterator
from hashlib import blake2b

import numpy as np
from datasketch import MinHash

from dateline.archive.likeness.wording import reach, words

SIGNS = 128
ROWS = 2
"""Signs to a key: three would miss reworded texts, one would find half the archive."""
FEWEST = 10
"""A text of fewer shingles (twelve words) is too short to tell a copy from chance."""
LIKE = 0.4
"""From here on `alike` is worth an editor's look."""
LEAST_PART = 0.2
"""A text that makes up less of the longer one is quoted in it, not copied by it."""
STEP = 4096
"""Shingles hashed at once: a text of any length takes no more than 2 MB."""

_PERMUTATIONS = MinHash(SIGNS, seed=1, scheme="affine32").permutations


def shingles(text: str) -> set[str]:
    """Return every run of three words in a text."""
    return set(_runs(words(text)))


def _runs(found: list[str]) -> Iterator[str]:
    for start, word in enumerate(found):
        end = start + reach(word)
        if end <= len(found):
            yield " ".join(found[start:end])


def signature(text: str) -> tuple[int, ...] | None:
    """Return the numbers that stand for a text, or None for one too short to tell.

    They are the same in every process and on every machine; a test pins them, for they are kept.
    """
    runs = [run.encode() for run in shingles(text)]
    if len(runs) < FEWEST:
        return None
    signs = MinHash(permutations=_PERMUTATIONS, num_perm=SIGNS, scheme="affine32")
    for start in range(0, len(runs), STEP):
        signs.update_batch(runs[start : start + STEP])
    return tuple(signs.hashvalues.tolist())


def keys(signature: tuple[int, ...]) -> list[str]:
    """Return the keys under which an index finds texts like this one."""
    signs = np.array(signature, dtype="<u4").tobytes()
    width = 4 * ROWS
    return [
        f"{start // width:02x}:{blake2b(signs[start : start + width], digest_size=4).hexdigest()}"
        for start in range(0, len(signs), width)
    ]


def alike(a: str, b: str) -> float:
    """Return how much of the shorter text's shingles stand in the longer, 0 to 1."""
    few, many = sorted((shingles(a), shingles(b)), key=len)
    if len(few) < FEWEST:
        return 0.0
    shared = len(few & many)
    if len(few) < LEAST_PART * len(many):
        return shared / len(few | many)
    return shared / len(few)
