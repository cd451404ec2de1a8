"""Content-Encoding undone, whatever it claims to be."""

import gzip
import zlib

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.archive.fetch.decode import decode
from dateline.archive.fetch.failure import FetchError

WORDS = "“Words” – слова. ".encode() * 40


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


PACKERS = {"gzip": gzip.compress, "br": brotli.compress, "deflate": zlib.compress}


@pytest.mark.parametrize("encoding", PACKERS)
@given(data=st.binary(max_size=500))
def test_what_was_packed_is_unpacked(encoding: str, data: bytes) -> None:
    assert decode(PACKERS[encoding](data), [encoding], 500) == data


def test_deflate_is_read_without_its_header_too() -> None:
    assert decode(raw_deflate(WORDS), ["deflate"], 5000) == WORDS


def test_names_are_read_in_any_case_and_identity_is_nothing() -> None:
    packed = gzip.compress(WORDS)
    assert decode(packed, ["X-GZip", "identity", ""], 5000) == WORDS
    assert decode(WORDS, [], 5000) == WORDS


def test_two_encodings_are_undone_the_last_one_first() -> None:
    assert decode(brotli.compress(gzip.compress(WORDS)), ["gzip", "br"], 5000) == WORDS


def test_three_encodings_are_refused() -> None:
    with pytest.raises(FetchError, match="packed 3 times over") as caught:
        decode(WORDS, ["gzip"] * 3, 5000)
    assert not caught.value.retry


@pytest.mark.parametrize("encoding", PACKERS)
def test_a_bomb_is_refused_at_its_limit(encoding: str) -> None:
    packed = PACKERS[encoding](bytes(1_000_000))
    assert len(decode(packed, [encoding], 1_000_000)) == 1_000_000
    with pytest.raises(FetchError, match=r"unpacks to more than 0\.999999 MB") as caught:
        decode(packed, [encoding], 999_999)
    assert not caught.value.retry


def test_a_bomb_within_gzip_is_refused() -> None:
    with pytest.raises(FetchError, match="unpacks to more"):
        decode(gzip.compress(gzip.compress(bytes(1_000_000))), ["gzip", "gzip"], 10_000)


@pytest.mark.parametrize("encoding", [*PACKERS, "zstd", "utf-8", "gzip-ish"])
@pytest.mark.parametrize("body", [b"", b"hi", b"<html>No gzip at all</html>", WORDS])
def test_bytes_that_are_not_packed_stay_as_they_came(encoding: str, body: bytes) -> None:
    assert decode(body, [encoding], 5000) == body


@pytest.mark.parametrize("encoding", ["br", "deflate"])
def test_a_stream_without_an_end_is_not_taken_for_one(encoding: str) -> None:
    packed = PACKERS[encoding](WORDS)[:-4]
    assert decode(packed, [encoding], 5000) == packed


def test_gzip_without_its_trailer_is_taken_as_far_as_it_goes() -> None:
    assert decode(gzip.compress(WORDS)[:-8], ["gzip"], 5000) == WORDS


def test_gzip_that_is_damaged_stays_as_it_came() -> None:
    packed = gzip.compress(WORDS)
    damaged = packed[:-6] + b"\0\0" + packed[-4:]
    assert decode(damaged, ["gzip"], 5000) == damaged


def test_what_follows_the_end_is_ignored() -> None:
    assert decode(gzip.compress(WORDS) + b"<!-- served by a cache -->", ["gzip"], 5000) == WORDS


@given(st.binary(max_size=300), st.sampled_from([*PACKERS, "x-gzip"]))
def test_no_bytes_break_it(body: bytes, encoding: str) -> None:
    assert len(decode(body, [encoding], 100_000)) <= 100_000
