"""Which addresses a fetch may connect to, and how an address may be spelled."""

import ipaddress
from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.archive.fetch.failure import FetchError
from dateline.archive.fetch.guard import Guard, barred
from dateline.archive.fetch.link import read_link

PUBLIC = ["8.8.8.8", "93.184.216.34", "2606:2800:21f:cb07::1", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8"]
BARRED = [
    "0.0.0.0",  # noqa: S104 - judged, not bound
    "10.1.2.3",
    "100.64.0.1",
    "100.100.100.200",
    "127.0.0.1",
    "168.63.129.16",
    "169.254.169.254",
    "172.31.255.255",
    "192.0.0.192",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.1.1",
    "198.19.0.1",
    "203.0.113.7",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::7f00:1",
    "::8.8.8.8",
    "::ffff:127.0.0.1",
    "::ffff:169.254.169.254",
    "::ffff:0:127.0.0.1",
    "64:ff9b::10.0.0.1",
    "64:ff9b::169.254.169.254",
    "64:ff9b:1::8.8.8.8",
    "100::1",
    "2001::1",
    "2001:0:a00:1::1",
    "2001:db8::1",
    "2002:a00:1::1",
    "2002:808:808::1",
    "3fff::1",
    "5f00::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fec0::1",
    "ff02::1",
    "ff0e::1",
]


@pytest.mark.parametrize("address", PUBLIC)
def test_the_public_internet_is_open(address: str) -> None:
    assert barred(ip_address(address)) == ""


@pytest.mark.parametrize("address", BARRED)
def test_everything_else_is_barred(address: str) -> None:
    assert barred(ip_address(address))
    with pytest.raises(
        FetchError, match="Dateline only fetches from the public internet"
    ) as caught:
        Guard().addresses(address)
    assert not caught.value.retry


@given(st.ip_addresses())
def test_no_address_passes_that_the_standard_library_calls_not_global(
    address: IPv4Address | IPv6Address,
) -> None:
    if not barred(address) and address not in ip_network("64:ff9b::/96"):
        plain = getattr(address, "ipv4_mapped", None) or address
        assert plain.is_global
        assert not plain.is_multicast
        assert not plain.is_reserved


@given(st.ip_addresses(v=4))
def test_an_address_is_judged_the_same_in_every_wrapping(address: IPv4Address) -> None:
    for prefix in ("::ffff:", "64:ff9b::"):
        assert bool(barred(IPv6Address(f"{prefix}{address}"))) == bool(barred(address))


@given(st.ip_addresses(v=4))
def test_what_hides_an_address_is_barred_whatever_it_hides(address: IPv4Address) -> None:
    number = int(address)
    for hiding in ((0x2002 << 112) | (number << 80), (0x20010000 << 96) | number, number):
        assert barred(IPv6Address(hiding))


@given(
    st.one_of(
        st.ip_addresses(network=network)
        for network in ("10.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "fc00::/7", "fe80::/10")
    )
)
def test_no_private_address_passes(address: IPv4Address | IPv6Address) -> None:
    assert barred(address)


def test_every_address_of_a_name_is_judged() -> None:
    guard = Guard(resolver=lambda host: ["8.8.8.8", "10.0.0.1"])
    with pytest.raises(
        FetchError, match=r"The address www.example.org leads to 10\.0\.0\.1, which"
    ):
        guard.addresses("www.example.org")


def test_a_resolver_that_answers_with_nat64_is_judged_by_what_is_inside() -> None:
    assert Guard(resolver=lambda host: ["64:ff9b::808:808"]).addresses("www.example.org")
    with pytest.raises(FetchError, match="local link"):
        Guard(resolver=lambda host: ["64:ff9b::a9fe:a9fe"]).addresses("www.example.org")


def test_a_name_is_asked_for_once() -> None:
    asked: list[str] = []

    def rebinding(host: str) -> Iterator[str]:
        asked.append(host)
        yield "8.8.8.8" if len(asked) == 1 else "127.0.0.1"

    assert Guard(resolver=rebinding).addresses("www.example.org") == [IPv4Address("8.8.8.8")]
    assert asked == ["www.example.org"]


def test_an_opened_network_passes_and_its_neighbour_does_not() -> None:
    guard = Guard([ip_network("10.2.0.0/16"), ip_network("fd00::/64")])
    assert guard.addresses("10.2.3.4")
    assert guard.addresses("fd00::1")
    assert guard.addresses("::ffff:10.2.3.4") == [IPv4Address("10.2.3.4")]
    for neighbour in ("10.3.0.1", "fd00:0:0:1::1", "64:ff9b::10.2.3.4"):
        with pytest.raises(FetchError, match="DATELINE_ALLOW"):
            guard.addresses(neighbour)


@pytest.mark.parametrize("found", [OSError("no such name"), []])
def test_a_name_that_is_not_found_may_be_found_later(found: OSError | list[str]) -> None:
    def resolver(host: str) -> list[str]:
        if isinstance(found, OSError):
            raise found
        return found

    words = r"^www\.example\.org could not be found\. Look at the address\.$"
    with pytest.raises(FetchError, match=words) as caught:
        Guard(resolver=resolver).addresses("www.example.org")
    assert caught.value.retry


def test_the_systems_resolver_is_judged_too() -> None:
    with pytest.raises(FetchError, match=r"localhost leads to .*, which is the machine"):
        Guard().addresses("localhost")


@pytest.mark.parametrize("location", ["//[::1", "http://a@b/", "//10.0.0.0x1/", "/\n", "ftp:/a"])
def test_a_redirect_is_read_as_strictly(location: str) -> None:
    with pytest.raises(FetchError):
        read_link("https://www.example.org/").onward(location)


def test_an_onion_is_asked_of_no_resolver() -> None:
    with pytest.raises(FetchError, match="only through Tor"):
        Guard(resolver=lambda host: pytest.fail("asked")).addresses("abc.onion")


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "a.localhost",
        "nas.local",
        "metadata.google.internal",
        "printer",
        "10.0.0.1",
        "router.home.arpa",
        "::1",
        "::ffff:10.0.0.1",
        "169.254.169.254",
        "fd00:ec2::254",
    ],
)
def test_behind_a_proxy_names_and_numbers_of_private_networks_are_refused(host: str) -> None:
    with pytest.raises(FetchError, match="only fetches from the public internet"):
        Guard().check_unresolved(host)


@pytest.mark.parametrize(
    "host", ["www.example.org", "abcdef.onion", "8.8.8.8", "local.example.org"]
)
def test_behind_a_proxy_other_names_pass(host: str) -> None:
    Guard().check_unresolved(host)


@pytest.mark.parametrize(
    ("text", "same"),
    [
        (" https://www.Example.org ", "https://www.example.org/"),
        ("http://www.example.org.:80/a?b#c", "http://www.example.org/a?b"),
        ("https://example.org:8443/a b?c d", "https://example.org:8443/a%20b?c%20d"),
        ("https://straße.de/слово", "https://xn--strae-oqa.de/%D1%81%D0%BB%D0%BE%D0%B2%D0%BE"),
        ("https://a_b.example.org/%d0%b0", "https://a_b.example.org/%d0%b0"),
        ("https://r3---sn.example.com/", "https://r3---sn.example.com/"),
        ("http://[2606:2800:0:0::1]:8080/", "http://[2606:2800::1]:8080/"),
        ("http://93.184.216.34", "http://93.184.216.34/"),
    ],
)
def test_an_address_is_read(text: str, same: str) -> None:
    assert read_link(text).text == same


@pytest.mark.parametrize(
    "text",
    [
        "",
        "www.example.org",
        "ftp://example.org/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "http://",
        "http:///path",
        "http:example.org",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0x7f.1/",
        "http://0177.0.0.1/",
        "http://127.1/",
        "http://127.0.0.0x1/",
        "http://１２７。１/",
        "http://①②⑦.1/",
        "http://1.2.3.4.5/",
        "http://[fe80::1%25eth0]/",
        "http://[::1/",
        "http://[v1.a]/",
        "http://example.org\\.10.0.0.1/",
        "http://exa mple.org/",
        "http://example.org\t/",
        "http://example.org/\r\nX-Injected: yes",
        "http://example..org/",
        "http://example.org:99999/",
        "http://example.org:25/",
        "http://example.org:6667/",
        "http://example.org:0/",
        f"http://{'a' * 64}.org/",
        f"http://example.org/{'a' * 8001}",
        "http://example.org/\ud800",
        "http://xn--/\x00",
    ],
)
def test_an_address_that_is_none_or_could_be_read_in_two_ways_is_refused(text: str) -> None:
    with pytest.raises(FetchError) as caught:
        read_link(text)
    assert not caught.value.retry


@pytest.mark.parametrize(
    "text",
    [
        "https://user:secret@example.org/",
        "https://secret@10.0.0.1/",
        "https://example.org\\@secret.org/",
    ],
)
def test_credentials_are_refused_and_not_repeated(text: str) -> None:
    with pytest.raises(FetchError, match="Take it out") as caught:
        read_link(text)
    assert "secret" not in str(caught.value)


@given(st.text(max_size=60))
def test_whatever_is_read_reads_the_same_again(text: str) -> None:
    try:
        link = read_link(f"http://{text}")
    except FetchError:
        return
    assert read_link(link.text) == link
    assert link.text.isascii()


@given(st.ip_addresses())
def test_an_address_in_numbers_keeps_its_value(address: IPv4Address | IPv6Address) -> None:
    host = f"[{address}]" if address.version == 6 else str(address)
    assert ipaddress.ip_address(read_link(f"http://{host}/").host) == address
