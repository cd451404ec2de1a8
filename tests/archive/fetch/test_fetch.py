"""What a fetch brings and what it sends."""

import threading
from datetime import UTC, datetime

import pytest

from dateline import __version__
from dateline.archive.fetch.exchange import Exchange, Fetched, Headers, kept
from dateline.archive.fetch.fetcher import Fetcher, FetchError
from dateline.archive.fetch.guard import Guard
from dateline.archive.fetch.proxy import read_proxy
from dateline.archive.fetch.turns import Turns
from tests.archive.conftest import LOOPBACK, QUICK, SMALL
from tests.archive.hostile import ARTICLE, PACKED, Hostile, refused_port
from tests.archive.proxies import Http, Mute, Socks5, standing


def test_a_page_is_fetched(hostile: Hostile, fetcher: Fetcher) -> None:
    before = datetime.now(UTC)
    page = fetcher.get(hostile.url("/article?a=b#part"))
    assert (page.status, page.body, page.url) == (200, ARTICLE, hostile.url("/article?a=b"))
    assert (page.media_type, page.charset) == ("text/html", "utf-8")
    (exchange,) = page.exchanges
    assert (exchange.method, exchange.reason, exchange.http_version) == ("GET", "OK", "HTTP/1.1")
    assert exchange.server == f"127.0.0.1:{hostile.port}"
    assert before <= exchange.began_at <= datetime.now(UTC)
    assert page.headers["CONTENT-TYPE"] == "text/html; charset=utf-8"
    assert page.headers.get("X-None") is None


def test_dateline_says_who_it_is_and_nothing_else(hostile: Hostile, fetcher: Fetcher) -> None:
    page = fetcher.get(hostile.url("/article"))
    (seen,) = hostile.seen
    assert seen.headers == {
        "Host": f"127.0.0.1:{hostile.port}",
        "User-Agent": f"Mozilla/5.0 (compatible; Dateline/{__version__}; news archive)",
        "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "Accept-Language": "*",
        "Accept-Encoding": "gzip, deflate, br",
        "Connection": "close",
    }
    assert dict(page.exchanges[0].request_headers) == seen.headers


def test_a_callers_headers_replace_ours(hostile: Hostile, fetcher: Fetcher) -> None:
    fetcher.get(hostile.url("/article"), headers={"accept": "text/xml", "If-None-Match": '"1"'})
    headers = {name.lower(): value for name, value in hostile.seen[0].headers.items()}
    assert (headers["accept"], headers["if-none-match"]) == ("text/xml", '"1"')


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "gzip, gzip"])
def test_a_packed_page_is_unpacked_and_kept_packed(
    hostile: Hostile, fetcher: Fetcher, encoding: str
) -> None:
    page = fetcher.get(hostile.url(f"/packed/{encoding.replace(' ', '%20')}"))
    assert page.body == ARTICLE
    assert page.exchanges[0].body == PACKED[encoding]


def test_chunks_are_put_together(hostile: Hostile, fetcher: Fetcher) -> None:
    page = fetcher.get(hostile.url("/chunked"))
    assert (page.body, page.exchanges[0].body) == (b"abcde", b"abcde")


@pytest.mark.parametrize("status", [404, 410, 429, 500, 503])
def test_a_status_is_the_callers_business(hostile: Hostile, fetcher: Fetcher, status: int) -> None:
    page = fetcher.get(hostile.url(f"/status/{status}"))
    assert (page.status, page.body) == (status, b"<p>So it is.")
    assert page.headers.get("retry-after") == ("120" if status in (429, 503) else None)


def test_redirects_are_followed_and_kept(hostile: Hostile, fetcher: Fetcher) -> None:
    page = fetcher.get(hostile.url("/steps/10"))
    assert (page.url, page.body) == (hostile.url("/steps/0"), ARTICLE)
    assert [exchange.status for exchange in page.exchanges] == [307] * 10 + [200]
    assert Headers(page.exchanges[0].headers)["location"] == "/steps/9"


def test_a_redirect_in_raw_utf_8_is_followed(hostile: Hostile, fetcher: Fetcher) -> None:
    hostile.put("/%D1%81%D0%BB%D0%BE%D0%B2%D0%B0/%D9%83%D9%84%D9%85%D8%A7%D8%AA", b"<p>Words")
    assert fetcher.get(hostile.url("/odd-name")).body == b"<p>Words"


def test_a_redirect_that_leads_nowhere_is_an_answer(hostile: Hostile, fetcher: Fetcher) -> None:
    hostile.put("/stays", b"<p>Moved", {}, 302)
    assert fetcher.get(hostile.url("/stays")).status == 302


def test_a_body_is_posted_and_its_redirects_are_not_followed(
    hostile: Hostile, fetcher: Fetcher
) -> None:
    answer = fetcher.post(hostile.url("/echo"), b"\x30\x00", "application/timestamp-query")
    assert (answer.body, answer.exchanges[0].method) == (b"\x30\x00", "POST")
    assert hostile.seen[0].headers["Content-Type"] == "application/timestamp-query"
    assert fetcher.post(hostile.url("/loop"), b"a", "text/plain").status == 302
    assert len(hostile.seen) == 2


@pytest.mark.parametrize(
    ("declared", "media_type", "charset"),
    [
        ("TEXT/HTML;Charset='Windows-1251'", "text/html", "windows-1251"),
        ('application/xml; x=1; charset="utf-8"', "application/xml", "utf-8"),
        ("nonsense", "", ""),
        ("", "", ""),
        (f"text/{'a' * 500}; charset={'b' * 500}", f"text/{'a' * 127}", "b" * 40),
    ],
)
def test_the_declared_type_is_read(declared: str, media_type: str, charset: str) -> None:
    headers = (("Content-Type", "text/plain"), ("content-type", declared))
    now = datetime.now(UTC)
    answer = Exchange("http://a/", "GET", (), 200, "OK", "HTTP/1.1", headers, b"", now, "")
    page = Fetched((answer,), b"")
    assert (page.media_type, page.charset) == (media_type, charset)


def test_a_page_without_a_type_has_none(hostile: Hostile, fetcher: Fetcher) -> None:
    assert fetcher.get(hostile.url("/no-type")).media_type == ""


def test_headers_that_came_twice_are_joined() -> None:
    headers = Headers([("Vary", "Accept"), ("VARY", "Origin")])
    assert (headers["vary"], list(headers), len(headers)) == ("Accept, Origin", ["vary"], 1)


def test_a_header_that_holds_the_newsrooms_own_address_is_left_out() -> None:
    pairs = (("X-Debug", "for 203.0.113.7!"), ("Server", "nginx"), ("X-Set-Cookie", "a=1"))
    assert kept(pairs, "203.0.113.7") == (("Server", "nginx"),)


def test_nobody_listening_may_change(fetcher: Fetcher) -> None:
    with pytest.raises(FetchError, match="does not answer") as caught:
        fetcher.get(f"http://127.0.0.1:{refused_port()}/")
    assert caught.value.retry


def test_the_next_address_is_tried_where_one_does_not_answer(hostile: Hostile) -> None:
    networks = [LOOPBACK, type(LOOPBACK)("127.0.0.2/32")]
    guard = Guard(networks, resolver=lambda host: ["127.0.0.2", "127.0.0.1"])
    page = Fetcher(guard, limits=SMALL).get(hostile.url("/article", host="www.example.org"))
    assert page.exchanges[0].server == f"127.0.0.1:{hostile.port}"
    assert hostile.seen[0].headers["Host"] == f"www.example.org:{hostile.port}"


def test_one_request_a_host_at_a_time(hostile: Hostile, fetcher: Fetcher) -> None:
    hostile.thinks, pages = 0.05, list[Fetched]()
    threads = [
        threading.Thread(target=lambda: pages.append(fetcher.get(hostile.url("/article"))))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(pages) == 8
    assert hostile.most_at_once == 1


def test_who_waits_too_long_for_a_turn_may_come_again() -> None:
    turns = Turns()
    with turns.at("a", 1), turns.at("b", 1):
        with pytest.raises(FetchError, match="still fetching something else from a") as caught:
            turns.at("a", 0.01).__enter__()
        assert caught.value.retry
    with turns.at("a", 0.01):
        assert list(turns._queues) == ["a"]
    assert turns._queues == {}


def test_a_closed_fetcher_begins_nothing(hostile: Hostile, fetcher: Fetcher) -> None:
    fetcher.close()
    with pytest.raises(FetchError, match="being stopped") as caught:
        fetcher.get(hostile.url("/article"))
    assert caught.value.retry
    assert hostile.seen == []


@pytest.mark.parametrize(("scheme", "kind"), [("socks5h", Socks5), ("http", Http)])
def test_a_proxy_resolves_the_name(
    hostile: Hostile, scheme: str, kind: type[Socks5] | type[Http]
) -> None:
    hostile.put("/words", b"<p>Words")
    hostile.put("http://abc.onion/words", b"<p>Words")  # as it is asked of an HTTP proxy
    with standing(kind, hostile.port) as proxy:
        fetcher = Fetcher(Guard(), proxy=f"{scheme}://127.0.0.1:{proxy.port}", limits=SMALL)
        page = fetcher.get("http://abc.onion/words")
    assert page.body == b"<p>Words"
    assert page.exchanges[0].server == ""
    assert "abc.onion" in proxy.hosts[0]


def test_a_proxy_that_cannot_reach_a_site_may_later(hostile: Hostile) -> None:
    with standing(Socks5, hostile.port) as proxy:
        fetcher = Fetcher(Guard(), proxy=f"socks5h://127.0.0.1:{proxy.port}", limits=SMALL)
        with pytest.raises(FetchError, match=r"cannot reach unknown\.example\.org") as caught:
            fetcher.get("http://unknown.example.org/")
    assert caught.value.retry


def test_a_proxy_that_says_nothing_is_not_waited_for() -> None:
    with standing(Mute, 0) as proxy:
        fetcher = Fetcher(Guard(), proxy=f"socks5h://127.0.0.1:{proxy.port}", limits=QUICK)
        with pytest.raises(FetchError, match="does not answer in time"):
            fetcher.get("http://www.example.org/")


def test_a_proxy_that_is_no_proxy_is_told_from_the_site(hostile: Hostile) -> None:
    fetcher = Fetcher(Guard(), proxy=f"socks5h://127.0.0.1:{hostile.port}", limits=QUICK)
    with pytest.raises(FetchError, match=r"The proxy .* cannot reach|does not answer|broke off"):
        fetcher.get("http://www.example.org/")
    fetcher = Fetcher(Guard(), proxy=f"http://127.0.0.1:{refused_port()}", limits=QUICK)
    with pytest.raises(FetchError, match="The proxy that this Dateline goes out through") as caught:
        fetcher.get("http://www.example.org/")
    assert caught.value.retry


def test_a_proxys_password_is_read_and_never_shown() -> None:
    proxy = read_proxy("socks5h://desk:p%40ss@127.0.0.1:9050")
    assert proxy.auth == ("desk", "p@ss")
    assert "p@ss" not in repr(proxy)


@pytest.mark.parametrize("text", ["socks5://a:1", "https://a:1", "http://a", "a:1", "socks5h://:1"])
def test_what_is_no_proxy_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"socks5h://127\.0\.0\.1:9050"):
        read_proxy(text)
