"""Seals of a real authority: openssl on a loopback address, with a certificate made here."""

import hashlib
import subprocess
import threading
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_network

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from dateline.archive.fetch.fetcher import Fetcher, FetchError
from dateline.archive.fetch.guard import Guard
from dateline.archive.seal import Authority, SealError, check, stamp

DATA = b"A report, kept since 21 October"
SHA256 = hashlib.sha256(DATA).hexdigest()
OTHER = hashlib.sha256(b"other bytes").hexdigest()
CONFIG = """
[tsa]
default_tsa = ours
[ours]
serial = {folder}/serial
signer_cert = {folder}/signer.pem
signer_key = {folder}/signer.key
certs = {folder}/chain.pem
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = {digests}
"""


def certificate(name, key, issuer=None, issuer_key=None, *, years=10, stamping=False):
    """Return a certificate: its own root, an authority between, or one that may stamp."""
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=365 * years))
        .add_extension(x509.BasicConstraints(ca=not stamping, path_length=None), critical=True)
    )
    if stamping:
        use = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
        builder = builder.add_extension(use, critical=True)
    return builder.sign(issuer_key or key, hashes.SHA256())


def pem(*certificates):
    return b"".join(one.public_bytes(serialization.Encoding.PEM) for one in certificates)


def secret(key):
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )


@dataclass
class Tsa:
    """An authority that answers with openssl, unless a test puts an answer into its mouth."""

    folder: object
    roots: bytes
    url: str = ""
    answer: object = None
    status: int = 200
    asked: bytes = b""

    def reply(self, query):
        self.asked = query
        if self.answer is not None:
            return self.answer
        return self.sign(query)

    def sign(self, query):
        (self.folder / "query").write_bytes(query)
        command = ["openssl", "ts", "-reply", "-config", self.folder / "tsa.cnf"]
        command += ["-queryfile", self.folder / "query", "-out", self.folder / "reply"]
        subprocess.run(command, check=True, capture_output=True)
        return (self.folder / "reply").read_bytes()


def authority_in(folder, *, digests="sha256"):
    """Make an authority's keys in a folder: a root, one between, and the one that stamps."""
    root_key, between_key, key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(3))
    root = certificate("Root", root_key)
    between = certificate("Between", between_key, root, root_key)
    signer = certificate("Stamper", key, between, between_key, stamping=True)
    (folder / "signer.pem").write_bytes(pem(signer))
    (folder / "signer.key").write_bytes(secret(key))
    (folder / "chain.pem").write_bytes(pem(between))
    (folder / "root.pem").write_bytes(pem(root))
    (folder / "serial").write_text("01\n")
    (folder / "tsa.cnf").write_text(CONFIG.format(folder=folder, digests=digests))
    return Tsa(folder, pem(root))


@pytest.fixture
def serve():
    """Put an authority behind HTTP: `serve(tsa)`."""
    servers = []

    def _serve(tsa):
        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                assert self.headers["Content-Type"] == "application/timestamp-query"
                body = tsa.reply(self.rfile.read(int(self.headers["Content-Length"])))
                self.send_response(tsa.status)
                self.send_header("Content-Type", "application/timestamp-reply")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        servers.append((server, thread))
        tsa.url = f"http://127.0.0.1:{server.server_port}/stamp"
        return tsa

    yield _serve
    for server, thread in servers:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def tsa(tmp_path, serve):
    return serve(authority_in(tmp_path))


@pytest.fixture
def fetcher():
    fetching = Fetcher(Guard([ip_network("127.0.0.1/32")]))
    yield fetching
    fetching.close()


@pytest.fixture
def seal(tsa, fetcher):
    return lambda sha256=SHA256: stamp(sha256, Authority(tsa.url, tsa.roots), fetcher)


def openssl_says(token, tsa, *which):
    (tsa.folder / "token").write_bytes(token)
    command = ["openssl", "ts", "-verify", "-in", tsa.folder / "token"]
    command += ["-CAfile", tsa.folder / "root.pem", *which]
    return subprocess.run(command, capture_output=True, text=True)


def test_a_seal_tells_when_the_bytes_existed(seal, tsa):
    before = datetime.now(UTC)
    at = check(seal(), SHA256, tsa.roots)
    # An authority's seconds are whole.
    assert before - timedelta(seconds=1) <= at <= datetime.now(UTC)
    assert at.utcoffset() == timedelta(0)


def test_openssl_verifies_it_by_the_hash_and_by_the_bytes(seal, tsa):
    token = seal()
    assert "Verification: OK" in openssl_says(token, tsa, "-digest", SHA256).stdout
    (tsa.folder / "data").write_bytes(DATA)
    assert "Verification: OK" in openssl_says(token, tsa, "-data", tsa.folder / "data").stdout
    assert openssl_says(token, tsa, "-digest", OTHER).returncode != 0


def test_what_is_asked_for_is_what_openssl_would_ask_for(seal, tsa):
    seal()
    (tsa.folder / "asked").write_bytes(tsa.asked)
    said = subprocess.run(
        ["openssl", "ts", "-query", "-in", tsa.folder / "asked", "-text"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    dumped = "".join(line[11:58] for line in said.splitlines() if line.startswith("    00"))
    assert dumped.replace("-", "").replace(" ", "") == SHA256
    assert "Hash Algorithm: sha256" in said
    assert "Certificate required: yes" in said
    assert "Nonce: 0x" in said


def test_two_seals_of_the_same_bytes_are_asked_for_with_two_nonces(seal, tsa):
    seal()
    first = tsa.asked
    seal()
    assert tsa.asked != first


def test_a_seal_of_other_bytes_proves_nothing(seal, tsa):
    with pytest.raises(SealError, match="for other bytes"):
        check(seal(), OTHER, tsa.roots)


def test_an_answer_for_other_bytes_is_not_accepted(seal, tsa):
    tsa.answer = seal(OTHER)
    with pytest.raises(SealError, match="for other bytes"):
        seal()


def test_an_answer_that_was_given_before_is_not_accepted(seal, tsa):
    tsa.answer = seal()
    with pytest.raises(SealError, match="Nonce mismatch"):
        seal()


def test_a_stranger_s_seal_is_not_trusted(seal, tsa, tmp_path):
    (tmp_path / "stranger").mkdir()
    stranger = authority_in(tmp_path / "stranger")
    with pytest.raises(SealError, match="cannot be trusted"):
        check(seal(), SHA256, stranger.roots)


def test_a_stranger_s_answer_is_not_accepted(serve, fetcher, tsa, tmp_path):
    (tmp_path / "stranger").mkdir()
    stranger = serve(authority_in(tmp_path / "stranger"))
    with pytest.raises(SealError, match="cannot be trusted"):
        stamp(SHA256, Authority(stranger.url, tsa.roots), fetcher)


def test_a_seal_that_was_changed_is_not_trusted(seal, tsa):
    token = seal()
    for at in range(len(token) - 40, len(token), 7):
        changed = token[:at] + bytes([token[at] ^ 1]) + token[at + 1 :]
        with pytest.raises(SealError):
            check(changed, SHA256, tsa.roots)


def test_an_authority_that_refuses_is_quoted(serve, fetcher, tmp_path):
    tsa = serve(authority_in(tmp_path, digests="sha512"))
    with pytest.raises(SealError, match=r"authority refused: .*not supported"):
        stamp(SHA256, Authority(tsa.url, tsa.roots), fetcher)


@pytest.mark.parametrize("status", [403, 500])
def test_an_error_is_no_seal(seal, tsa, status):
    tsa.status = status
    with pytest.raises((SealError, FetchError), match=str(status)):
        seal()


GARBAGE = [
    b"",
    b"<html>Sign in</html>",
    b"0" * 200_000,
    b"\x30\x80",
    bytes(64),
    b"\x30\x03\x02\x01",
]


@pytest.mark.parametrize("garbage", GARBAGE, ids=range(len(GARBAGE)))
def test_garbage_is_no_seal(seal, tsa, garbage):
    tsa.answer = garbage
    with pytest.raises(SealError, match="no answer of a time-stamp authority"):
        seal()
    with pytest.raises(SealError, match="no answer of a time-stamp authority"):
        check(garbage, SHA256, tsa.roots)


def test_a_seal_that_was_cut_short_is_no_seal(seal, tsa):
    token = seal()
    for end in range(1, len(token), 97):
        with pytest.raises(SealError):
            check(token[:end], SHA256, tsa.roots)


def test_roots_that_are_no_certificates_are_said(seal):
    with pytest.raises(SealError, match="not in PEM form"):
        check(seal(), SHA256, b"no certificate")


@pytest.mark.parametrize("sha256", ["", "abc", "zz" * 32, SHA256[:-2]])
def test_only_a_sha256_is_sealed(seal, tsa, sha256):
    with pytest.raises(ValueError, match=r"SHA-256|hexadecimal"):
        seal(sha256)
    assert tsa.asked == b""
