"""Attacks on the fetch, each with its name, against a server that really makes them."""

import gzip
import ssl
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import quote

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from dateline.archive.fetch.fetcher import Fetcher, FetchError
from dateline.archive.fetch.guard import Guard
from tests.archive.conftest import LOOPBACK, QUICK, SMALL
from tests.archive.hostile import ARTICLE, INWARD, Hostile
from tests.archive.proxies import Http, Socks5, standing


@pytest.mark.parametrize("name", INWARD)
def test_a_redirect_into_a_private_network_or_to_no_web_address(
    hostile: Hostile, name: str
) -> None:
    guard = Guard([LOOPBACK], resolver=lambda host: ["::1"])  # what "localhost" leads to
    with pytest.raises(FetchError) as caught:
        Fetcher(guard, limits=SMALL).get(hostile.url(f"/inward/{name}"))
    assert not caught.value.retry
    assert "secret@" not in str(caught.value)
    assert len(hostile.seen) == 1


def test_loopback_is_closed_unless_it_is_opened(hostile: Hostile) -> None:
    with pytest.raises(FetchError, match="which is the machine that Dateline runs on"):
        Fetcher(Guard()).get(hostile.url("/article"))
    assert hostile.seen == []


def test_dns_rebinding_between_judging_and_connecting(hostile: Hostile) -> None:
    """The second answer would be the metadata service: nobody asks a second time."""
    answers = iter(["127.0.0.1", "169.254.169.254"])
    fetcher = Fetcher(Guard([LOOPBACK], resolver=lambda host: [next(answers)]), limits=SMALL)
    page = fetcher.get(hostile.url("/article", host="rebind.example.org"))
    assert page.exchanges[0].server == f"127.0.0.1:{hostile.port}"
    assert next(answers) == "169.254.169.254"


def test_dns_rebinding_between_a_page_and_its_redirect(hostile: Hostile) -> None:
    answers = iter(["127.0.0.1", "169.254.169.254"])
    fetcher = Fetcher(Guard([LOOPBACK], resolver=lambda host: [next(answers)]), limits=SMALL)
    with pytest.raises(FetchError, match=r"169\.254\.169\.254"):
        fetcher.get(hostile.url("/steps/1", host="rebind.example.org"))


def test_one_good_address_beside_a_private_one(hostile: Hostile) -> None:
    guard = Guard([LOOPBACK], resolver=lambda host: ["127.0.0.1", "::ffff:10.0.0.1"])
    with pytest.raises(FetchError, match=r"10\.0\.0\.1"):
        Fetcher(guard, limits=SMALL).get(hostile.url("/article", host="www.example.org"))
    assert hostile.seen == []


def test_a_circle_of_redirects(hostile: Hostile, fetcher: Fetcher) -> None:
    with pytest.raises(FetchError, match="in a circle") as caught:
        fetcher.get(hostile.url("/loop"))
    assert not caught.value.retry
    assert hostile.paths() == ["/loop", "/loop/back"]


def test_redirects_without_end(hostile: Hostile, fetcher: Fetcher) -> None:
    with pytest.raises(FetchError, match="on and on"):
        fetcher.get(hostile.url("/steps/11"))
    assert len(hostile.seen) == 11


@pytest.mark.parametrize("path", ["/drip/headers", "/drip/informational", "/drip/body"])
def test_a_byte_at_a_time(hostile: Hostile, impatient: Fetcher, path: str) -> None:
    start = time.monotonic()
    with pytest.raises(FetchError, match=r"within 0\.8 seconds") as caught:
        impatient.get(hostile.url(path))
    assert caught.value.retry
    assert time.monotonic() - start < 3


def test_silence(hostile: Hostile, impatient: Fetcher) -> None:
    with pytest.raises(FetchError, match="does not answer in time") as caught:
        impatient.get(hostile.url("/silent"))
    assert caught.value.retry


def test_a_body_without_end(hostile: Hostile, fetcher: Fetcher) -> None:
    with pytest.raises(FetchError, match="larger than 1 MB") as caught:
        fetcher.get(hostile.url("/endless"))
    assert not caught.value.retry


def test_a_caller_may_want_less(hostile: Hostile, fetcher: Fetcher) -> None:
    with pytest.raises(FetchError, match="larger than"):
        fetcher.get(hostile.url("/article"), most_bytes=10)


def test_redirects_that_are_large_together(hostile: Hostile, fetcher: Fetcher) -> None:
    hostile.put("/first", bytes(600_000), {"Location": "/second"}, 302)
    hostile.put("/second", bytes(600_000))
    with pytest.raises(FetchError, match="larger than"):
        fetcher.get(hostile.url("/first"))


def test_a_length_that_is_declared_too_large(hostile: Hostile, fetcher: Fetcher) -> None:
    start = time.monotonic()
    with pytest.raises(FetchError, match="larger than 1 MB") as caught:
        fetcher.get(hostile.url("/declares-too-much"))
    assert not caught.value.retry
    assert time.monotonic() - start < 3


@pytest.mark.parametrize("encoding", ["gzip", "br"])
def test_a_bomb(hostile: Hostile, fetcher: Fetcher, encoding: str) -> None:
    with pytest.raises(FetchError, match="unpacks to more than 1 MB") as caught:
        fetcher.get(hostile.url(f"/bomb/{encoding}"))
    assert not caught.value.retry


def test_a_page_packed_three_times(hostile: Hostile, fetcher: Fetcher) -> None:
    with pytest.raises(FetchError, match="packed 3 times over"):
        fetcher.get(hostile.url("/packed/gzip,%20gzip,%20gzip"))


def test_an_encoding_that_is_a_lie(hostile: Hostile, fetcher: Fetcher) -> None:
    assert fetcher.get(hostile.url("/lying/encoding")).body == ARTICLE
    page = hostile.put("/half", gzip.compress(ARTICLE), {"Content-Encoding": "br"})
    assert fetcher.get(page).body == gzip.compress(ARTICLE)


@pytest.mark.parametrize("path", ["/cut-off", "/cut-off/chunks", "/hangs-up"])
def test_an_answer_that_breaks_off(hostile: Hostile, fetcher: Fetcher, path: str) -> None:
    """Half a page must never stand in the archive as the whole."""
    with pytest.raises(FetchError, match="broke off before its answer was whole") as caught:
        fetcher.get(hostile.url(path))
    assert caught.value.retry


@pytest.mark.parametrize("path", ["/huge-header", "/many-headers", "/not-http"])
def test_headers_that_are_none(hostile: Hostile, fetcher: Fetcher, path: str) -> None:
    with pytest.raises(FetchError, match=r"headers that are larger|no proper HTTP"):
        fetcher.get(hostile.url(path))


def test_cookies_and_our_own_address_are_not_kept(hostile: Hostile, fetcher: Fetcher) -> None:
    """X-Debug stays: on loopback the client's address is the server's too and tells nothing."""
    page = fetcher.get(hostile.url("/tells-the-client"))
    names = {name for name, _ in page.exchanges[0].headers}
    assert names == {"X-Debug", "X-Kept", "Content-Length"}


def test_no_cookie_credential_or_referer_is_ever_sent(hostile: Hostile, fetcher: Fetcher) -> None:
    fetcher.get(hostile.url("/tells-the-client"))
    secrets = {"Cookie": "a=1", "authorization": "Basic a", "Referer": "https://desk.example.org/"}
    page = fetcher.get(hostile.url("/steps/1"), headers=secrets)
    sent = {name.lower() for seen in hostile.seen for name in seen.headers}
    kept = {name.lower() for answer in page.exchanges for name, _ in answer.request_headers}
    assert not (sent | kept) & {"cookie", "authorization", "referer"}


def test_a_callers_headers_do_not_follow_to_another_host(hostile: Hostile) -> None:
    fetcher = Fetcher(Guard([LOOPBACK], resolver=lambda host: ["127.0.0.1"]), limits=SMALL)
    other = quote(hostile.url("/article", host="other.example.org"), safe="")
    fetcher.get(hostile.url(f"/to/{other}"), headers={"If-None-Match": '"mine"'})
    assert ["If-None-Match" in seen.headers for seen in hostile.seen] == [True, False]


def test_a_header_injected_through_a_redirect(hostile: Hostile, fetcher: Fetcher) -> None:
    with pytest.raises(FetchError, match="cannot be read"):
        fetcher.get(hostile.url("/injection"))
    fetcher.get(hostile.url("/article%0d%0aX-Injected:%20yes"))
    assert all("X-Injected" not in seen.headers for seen in hostile.seen)


def test_a_header_injected_by_an_entity_tag(hostile: Hostile, fetcher: Fetcher) -> None:
    with pytest.raises(FetchError, match="cannot be sent") as caught:
        fetcher.get(hostile.url("/article"), headers={"If-None-Match": '"1"\r\nX-Injected: yes'})
    assert not caught.value.retry
    assert hostile.seen == []


@pytest.mark.parametrize("name", ["private", "metadata", "mapped", "name", "nat64", "hexadecimal"])
def test_a_redirect_inward_through_a_proxy(hostile: Hostile, name: str) -> None:
    with standing(Socks5, hostile.port) as proxy:
        fetcher = Fetcher(Guard(), proxy=f"socks5h://127.0.0.1:{proxy.port}", limits=SMALL)
        with pytest.raises(FetchError):
            fetcher.get(f"http://www.example.org/inward/{name}")
    assert proxy.hosts == ["www.example.org"]


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate for desk.example.org that only itself vouches for, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "desk.example.org")])
    names = [x509.DNSName("desk.example.org"), x509.IPAddress(ip_address("127.0.0.1"))]
    now = datetime.now(UTC)
    built = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path / "certificate.pem"
    path.write_bytes(
        built.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return path


@pytest.fixture
def secure(certificate: Path) -> Iterator[Hostile]:
    """The hostile server over TLS."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with Hostile(context) as server:
        yield server


def test_a_certificate_that_nobody_vouches_for(secure: Hostile, fetcher: Fetcher) -> None:
    with pytest.raises(FetchError, match=r"The certificate of 127\.0\.0\.1 is not valid") as caught:
        fetcher.get(secure.url("/article"))
    assert not caught.value.retry
    assert secure.seen == []


def test_a_certificate_of_another_name(
    secure: Hostile, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    fetcher = Fetcher(Guard([LOOPBACK], resolver=lambda host: ["127.0.0.1"]), limits=SMALL)
    assert fetcher.get(secure.url("/article", host="desk.example.org")).body == ARTICLE
    with pytest.raises(FetchError, match=r"The certificate of www\.example\.org is not valid"):
        fetcher.get(secure.url("/article", host="www.example.org"))


def test_a_slow_drip_within_tls(
    secure: Hostile, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with pytest.raises(FetchError, match=r"within 0\.8 seconds"):
        Fetcher(Guard([LOOPBACK]), limits=QUICK).get(secure.url("/drip/body"))


def test_tls_with_somebody_who_speaks_none(hostile: Hostile, fetcher: Fetcher) -> None:
    with pytest.raises(FetchError, match=r"made no secure connection|did not answer") as caught:
        fetcher.get(hostile.url("/article").replace("http", "https"))
    assert caught.value.retry


@pytest.mark.parametrize(("scheme", "kind"), [("socks5h", Socks5), ("http", Http)])
def test_a_proxy_sees_the_name_and_never_the_page(
    secure: Hostile,
    certificate: Path,
    monkeypatch: pytest.MonkeyPatch,
    scheme: str,
    kind: type[Socks5] | type[Http],
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with standing(kind, secure.port) as proxy:
        fetcher = Fetcher(Guard(), proxy=f"{scheme}://127.0.0.1:{proxy.port}", limits=SMALL)
        assert fetcher.get("https://desk.example.org/article").body == ARTICLE
        with pytest.raises(FetchError, match=r"The certificate of www\.example\.org"):
            fetcher.get("https://www.example.org/article")
    assert proxy.hosts[0].startswith("desk.example.org")
    assert all(b"/article" not in head for head in proxy.heads)
