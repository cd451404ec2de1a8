"""Checking a WARC file whole: compression, digests, and that no request lacks its answer."""

import gzip
import io
import zlib
from dataclasses import replace

from dateline.archive.warc.read import Record, WarcError, records


def faults(data: bytes) -> list[str]:
    """Say in plain words what is wrong with a .warc.gz of ours; an empty list is a sound one."""
    found = _gzip_faults(data)
    heads: dict[str, Record] = {}
    try:
        for kept in records(data):
            found += _record_faults(kept)
            if kept.kind in ("request", "response"):
                heads[kept.id] = replace(kept, payload=b"")
    except WarcError as error:
        return [*found, str(error)]
    return found + _pair_faults(heads)


def _gzip_faults(data: bytes) -> list[str]:
    """Walk through every gzip member: the last one's checksum is easily lost without a trace."""
    if not data:
        return ["The file is empty."]
    try:
        with gzip.open(io.BytesIO(data)) as file:
            while file.read(1 << 20):
                pass
    except EOFError:
        return ["The file is cut short."]
    except (gzip.BadGzipFile, zlib.error):
        return ["The file is no gzip file, or it is damaged."]
    return []


def _record_faults(kept: Record) -> list[str]:
    name = kept.uri or kept.kind
    if not kept.whole:
        return [f"The {kept.kind} of {name} is cut short or too large."]
    if kept.digest_ok:
        return []
    return [f"The {kept.kind} of {name} is not what it was: its digest does not match."]


def _pair_faults(heads: dict[str, Record]) -> list[str]:
    paired: set[str] = set()
    for kept in heads.values():
        for other in kept.concurrent_to:
            if other in heads and heads[other].kind != kept.kind:
                paired |= {kept.id, other}
    missing = {"request": "answer", "response": "request"}
    return [
        f"The {kept.kind} of {kept.uri} stands without its {missing[kept.kind]}."
        for kept in heads.values()
        if kept.id not in paired
    ]
