"""Finding in an index the titles that a text may name, without reading every title there is."""

from hashlib import blake2b

from dateline.archive.likeness.wording import words

RUN = 5
"""Words of a title that its key is made of: a shorter title cites nothing."""
MOST_RUNS = 50_000


def title_key(title: str) -> str:
    """Return the key under which a title is kept; "" for one too short to be known by."""
    first = words(title)[:RUN]
    return _key(first) if len(first) == RUN else ""


def title_probes(text: str) -> list[str]:
    """Return the keys of all titles that may stand whole in a text."""
    found = words(text)[: MOST_RUNS + RUN]
    return list({_key(found[at : at + RUN]) for at in range(len(found) - RUN + 1)})


def _key(run: list[str]) -> str:
    return f"t:{blake2b(' '.join(run).encode(), digest_size=8).hexdigest()}"
