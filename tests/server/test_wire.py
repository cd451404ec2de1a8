"""Whose request it is."""

import pytest

from dateline.server.wire import address_of, header, path_of


@pytest.mark.parametrize(
    ("host", "counted"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::1", "2001:db8:1:2::/64"),
        ("2001:db8:1:3::1", "2001:db8:1:3::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("not:an:address", "not:an:address"),
        ("", ""),
    ],
)
def test_a_client_is_an_address_or_a_whole_ipv6_network(host: str, counted: str) -> None:
    assert address_of({"client": (host, 1)}) == counted


@pytest.mark.parametrize("client", [None, ()])
def test_a_unix_socket_has_no_address(client: object) -> None:
    assert address_of({"client": client}) == ""


def test_a_header_said_twice_is_joined() -> None:
    scope = {"headers": [(b"a", b"1"), (b"b", b"2"), (b"a", b"3")]}
    assert (header(scope, b"a"), header(scope, b"c")) == (b"1, 3", b"")


def test_the_path_begins_below_the_root_path() -> None:
    assert path_of({"path": "/live/a/", "root_path": "/live"}) == "/a/"
    assert path_of({"path": "/a/"}) == "/a/"
