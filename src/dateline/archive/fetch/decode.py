"""Content-Encoding undone, bounded: 50 kB of gzip may say 50 MB of zeros, and more in a second go.

As browsers do, what follows a compressed stream's end is ignored, and a gzip stream that breaks off
is taken as far as it goes.
"""

import zlib
from collections.abc import Callable, Sequence

import brotli

from dateline.archive.fetch.failure import FetchError, TooLarge

MOST_CHAINED = 2

Decode = Callable[[bytes, int], bytes]


class NotEncoded(Exception):  # noqa: N818 - bytes that are not what their header says are no error
    """The bytes are not in the encoding that was declared."""


def codings_of(header: str) -> list[str]:
    """Return the codings that a Content-Encoding header names, in the order they were applied."""
    return [name.strip() for name in header.split(",")]


def decode(body: bytes, encodings: Sequence[str], most: int) -> bytes:
    """Undo the encodings, the last one first; return the bytes as they came where they lie.

    Raises FetchError for more than `most` bytes.
    """
    chain = [name for name in map(str.lower, encodings) if name not in ("", "identity")]
    if len(chain) > MOST_CHAINED:
        raise FetchError(
            f"The page is packed {len(chain)} times over, which no site does.", retry=False
        )
    decoded = body
    try:
        for name in reversed(chain):
            decoded = DECODERS[name](decoded, most)
    except (NotEncoded, KeyError, zlib.error, brotli.error):
        return body
    return decoded


def gunzip(data: bytes, most: int) -> bytes:
    """Undo gzip."""
    return inflate(data, most, zlib.MAX_WBITS | 16)[0]


def undeflate(data: bytes, most: int) -> bytes:
    """Undo deflate, with the zlib header that the standard asks for, or without, as some do."""
    try:
        decoded, finished = inflate(data, most, zlib.MAX_WBITS)
    except zlib.error:
        decoded, finished = inflate(data, most, -zlib.MAX_WBITS)
    if not finished:  # short plain text passes for the beginning of a stream
        raise NotEncoded
    return decoded


def inflate(data: bytes, most: int, window: int) -> tuple[bytes, bool]:
    """Return what a zlib stream holds, and whether its end was there."""
    stream = zlib.decompressobj(window)
    decoded = bounded(stream.decompress(data, most + 1), most)
    if data and not decoded and not stream.eof:
        raise NotEncoded
    return decoded, stream.eof


def unbrotli(data: bytes, most: int) -> bytes:
    """Undo brotli. It has no header: only a stream with an end is one."""
    stream = brotli.Decompressor()
    decoded = bounded(stream.process(data, output_buffer_limit=most + 1), most)
    if not stream.is_finished():
        raise NotEncoded
    return decoded


def bounded(decoded: bytes, most: int) -> bytes:
    """Return what was decoded; raise TooLarge where it is more than `most` bytes."""
    if len(decoded) > most:
        words = f"The page unpacks to more than {most / 1_000_000:g} MB, too much to be kept."
        raise TooLarge(words)
    return decoded


DECODERS: dict[str, Decode] = {
    "gzip": gunzip,
    "x-gzip": gunzip,
    "deflate": undeflate,
    "br": unbrotli,
}
