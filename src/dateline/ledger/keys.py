"""Keeping the index of claims and sources in step with what they say; see `models.keys`.

A row holds a digest, never the words: what is redacted must not stand in an index either.
"""

import unicodedata
from hashlib import blake2b

from dateline.codebook import Claim as Said
from dateline.codebook.claim_json import from_json
from dateline.weighing.grouping import keys, signature_of

from .models import Claim, GroupingKey, Source, SourceKey
from .models.record import GuardedQuerySet


def folded(name: str) -> str:
    """Return a name as it is compared: in whatever case and however it is spaced."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def digest_of(key: str) -> str:
    """Return the 32 hexadecimal digits under which a key is kept."""
    return blake2b(key.encode("utf-8", "replace"), digest_size=16).hexdigest()


def name_digest(name: str) -> str:
    """Return the digest under which what bears or uses a name is kept."""
    return digest_of(f"name {folded(name)}")


def names_in(said: Said) -> set[str]:
    """Return the names that a claim gives for who speaks in it and who acts."""
    actor = (said.actor.name or "", said.actor.words) if said.actor else ()
    return {name for name in (*(one.name for one in said.speakers), *actor) if folded(name)}


def claim_keys(claim: Claim) -> set[str]:
    """Return the keys that an accepted claim is kept under; others have none."""
    if not claim.said or claim.status != Claim.Status.ACCEPTED:
        return set()
    said = from_json(claim.said)
    found = {digest_of(key) for key in keys(signature_of(said, id=str(claim.pk)))}
    return found | {name_digest(name) for name in names_in(said)}


def source_keys(source: Source) -> set[str]:
    """Return the keys that a source is kept under: of its name and of its address."""
    return {name_digest(name) for name in (source.name, source.address) if folded(name)}


def note_claim_keys(claim: Claim) -> None:
    """Keep the index of an accepted claim in step with what it says."""
    new = _new_keys(GroupingKey.objects.filter(claim=claim), claim_keys(claim))
    GroupingKey.objects.bulk_create([GroupingKey(claim=claim, key=key) for key in new])


def note_source_keys(source: Source) -> None:
    """Keep the index of a source in step with what it is called."""
    new = _new_keys(SourceKey.objects.filter(source=source), source_keys(source))
    SourceKey.objects.bulk_create([SourceKey(source=source, key=key) for key in new])


def _new_keys(rows: GuardedQuerySet, wanted: set[str]) -> list[str]:
    """Delete the rows that are not wanted any more; return the keys that have none yet."""
    known = set(rows.values_list("key", flat=True))
    if gone := known - wanted:
        rows.filter(key__in=gone).delete()
    return sorted(wanted - known)
