"""Seals: a time-stamp authority signs that a hash existed at a time (RFC 3161).

A seal is the authority's whole answer as DER: `openssl ts -verify -digest HASH -in SEAL -CAfile
ROOTS` reads it, in fifty years and without Dateline. Revocation is not looked up.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from cryptography.x509 import Certificate, ObjectIdentifier, load_pem_x509_certificates
from rfc3161_client import (
    HashAlgorithm,
    PKIStatus,
    TimestampRequestBuilder,
    TimeStampResponse,
    VerificationError,
    VerifierBuilder,
    decode_timestamp_response,
)

from dateline.archive.fetch.fetcher import Fetcher

SHA256 = ObjectIdentifier("2.16.840.1.101.3.4.2.1")
MEDIA_TYPE = "application/timestamp-query"
MOST_BYTES = 100_000
"""A seal with its certificates has a few thousand."""
CERTIFICATES = 0xA0
"""The tag of the set of certificates in a signature."""
STAND_IN = b"Dateline"
ADVICE = "The seal was not kept; try again, or set another authority."


class SealError(Exception):
    """There is no seal, or it proves nothing; `str()` says why."""


@dataclass(frozen=True)
class Authority:
    """Who stamps: its address, and the root certificates (PEM) that its signature must lead to."""

    url: str
    roots: bytes


def stamp(sha256: str, authority: Authority, fetcher: Fetcher) -> bytes:
    """Have an authority seal a SHA-256 (in hex); its answer is verified before it is returned.

    Raises FetchError where the authority cannot be reached, SealError where its answer is no good.
    """
    digest = _digest(sha256)
    # The library hashes what it asks for, and the bytes themselves need not be read again: a
    # request for a stand-in is made, and the hash in it, which nothing depends on, exchanged.
    request = TimestampRequestBuilder(STAND_IN, HashAlgorithm.SHA256).build()
    body = request.as_bytes().replace(hashlib.sha256(STAND_IN).digest(), digest)
    fetched = fetcher.post(authority.url, body, MEDIA_TYPE)
    if fetched.status != 200:
        raise SealError(f"The time-stamp authority answered {fetched.status}. {ADVICE}")
    _verified(fetched.body, digest, authority.roots, nonce=request.nonce)
    return fetched.body


def check(token: bytes, sha256: str, roots: bytes) -> datetime:
    """Return the time (UTC) at which a seal proves that a SHA-256 existed."""
    return _verified(token, _digest(sha256), roots)


def _verified(token: bytes, digest: bytes, roots: bytes, nonce: int | None = None) -> datetime:
    answer = _decoded(token)
    if answer.status not in (PKIStatus.GRANTED, PKIStatus.GRANTED_WITH_MODS):
        said = "; ".join(answer.status_string) or f"status {answer.status}"
        raise SealError(f"The time-stamp authority refused: {said}.")
    verifier = VerifierBuilder(roots=_roots(roots), nonce=nonce).build()
    try:
        imprint = answer.tst_info.message_imprint
        # Another algorithm of the same length would be another hash.
        if imprint.hash_algorithm != SHA256 or imprint.message != digest:
            raise SealError("The seal is for other bytes.")
        verifier.verify(answer, digest)
        return answer.tst_info.gen_time
    except (VerificationError, ValueError) as error:
        raise SealError(f"The seal cannot be trusted: {error}.") from None


def _decoded(token: bytes) -> TimeStampResponse:
    try:
        if len(token) <= MOST_BYTES:
            return decode_timestamp_response(_in_order(token))
    except (ValueError, IndexError):
        pass
    raise SealError("This is no answer of a time-stamp authority.")


def _in_order(token: bytes) -> bytes:
    """Return an answer with its certificates sorted, which no signature covers.

    DER sorts a set; authorities that run older versions of OpenSSL send the signer's certificate
    first, and the library would refuse them. Lengths stay, so the bytes are exchanged in place.
    """
    parts = _parts(token, 0)
    if len(parts) < 2:
        return token
    _, wrapped = _parts(token, parts[1][0])
    ((signed, _),) = _parts(token, wrapped[0])
    for start, end in _parts(token, signed):
        if token[start] == CERTIFICATES:
            found = _parts(token, start)
            in_order = b"".join(sorted(token[one:last] for one, last in found))
            return token[: end - len(in_order)] + in_order + token[end:]
    return token


def _parts(der: bytes, at: int) -> list[tuple[int, int]]:
    """Return where each part of the element at an offset starts and ends."""
    begin, end = _content(der, at)
    found = []
    while begin < end:
        found.append((begin, _content(der, begin)[1]))
        begin = found[-1][1]
    return found


def _content(der: bytes, at: int) -> tuple[int, int]:
    """Return where the content of the element at an offset begins and ends."""
    begin, length = at + 2, der[at + 1]
    if length & 0x80:
        begin += length & 0x7F
        length = int.from_bytes(der[at + 2 : begin], "big")
    return begin, begin + length


def _roots(pem: bytes) -> list[Certificate]:
    try:
        return load_pem_x509_certificates(pem)
    except ValueError:
        raise SealError("The authority's root certificates are not in PEM form.") from None


def _digest(sha256: str) -> bytes:
    digest = bytes.fromhex(sha256)
    if len(digest) != hashlib.sha256().digest_size:
        raise ValueError(f"{sha256} is no SHA-256.")
    return digest
