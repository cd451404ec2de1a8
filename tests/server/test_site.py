"""The site folder over HTTP."""

import asyncio
import gzip
import os
import threading
import time
from pathlib import Path

import httpx
import pytest

from dateline.server.gzipped import Gzipped, accepts_gzip
from dateline.server.site import segments_of
from tests.server.serving import BLOG, Serving, read_all, read_until, request, serving

PAGE = f"/{BLOG}/"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory):
    with serving(tmp_path_factory.mktemp("served")) as running:
        yield running


def put(server: Serving, path: str, content: bytes | str = "x", *, old: bool = False) -> Path:
    file = server.site / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    if old:
        os.utime(file, (1_445_450_280, 1_445_450_280))
    return file


def raw_status(server: Serving, path: bytes) -> tuple[int, bytes]:
    head = b"GET " + path + b" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    with server.raw(head) as sock:
        data = read_all(sock)
    return int(data.split(b" ", 2)[1]), data


def test_a_page_and_what_is_said_with_it(server: Serving) -> None:
    response = server.http.get(PAGE)
    assert response.text.startswith("<!doctype html>")
    said = response.headers
    assert said["content-type"] == "text/html; charset=utf-8"
    assert said["x-content-type-options"] == "nosniff"
    assert said["referrer-policy"] == "strict-origin-when-cross-origin"
    assert said["vary"] == "Accept-Encoding"
    assert "last-modified" in said


def test_head_says_the_same_without_the_page(server: Serving) -> None:
    put(server, f"{BLOG}/still.html", "a" * 1000, old=True)
    got, headed = server.http.get(f"{PAGE}still.html"), server.http.head(f"{PAGE}still.html")
    assert headed.content == b""
    for name in ("content-length", "etag", "content-type", "content-encoding"):
        assert headed.headers[name] == got.headers[name]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_the_site_is_only_read(server: Serving, method: str) -> None:
    response = server.http.request(method, PAGE)
    assert (response.status_code, response.headers["allow"]) == (405, "GET, HEAD")


HOSTILE = [
    b"/../secret",
    b"/%2e%2e/secret",
    b"/%2e%2e%2fsecret",
    b"/..%2fsecret",
    b"/%252e%252e/secret",
    b"/syria/../../secret",
    b"/syria/..%5c..%5csecret",
    b"/..\\secret",
    b"/syria/./2015-10-21/head.json",
    b"//secret",
    b"//evil.example/%2f..",
    b"/%2fetc/passwd",
    b"//etc/passwd",
    b"/syria//2015-10-21/head.json",
    b"/head.json%00.html",
    b"/%00",
    b"/a%0d%0aSet-Cookie:x",
    b"/.git/config",
    b"/.env",
    b"/syria/.hidden",
    b"/out/secret",
    b"/out-file",
    b"/fifo",
    b"/" + b"a" * 300,
    b"/" + b"a/" * 600,
    b"/" + b"%61" * 5000,
    b"/%ff%fe",
    b"/%ed%a0%80",
    b"/%E2%80%AEgnp.exe",
    b"/syria/2015-10-21/head.json/",
    b"/syria/2015-10-21/head.json/x",
    b"/CON",
    b"/syria/2015-10-21/index.html::$DATA",
    b"/~root",
    b"/loop",
]


@pytest.mark.parametrize("path", HOSTILE, ids=repr)
def test_nothing_outside_the_folder_is_served(server: Serving, path: bytes) -> None:
    (server.site.parent / "secret").write_text("top secret")
    (server.site / "syria" / ".hidden").write_text("top secret")
    for name, target in (("out", ".."), ("out-file", "../secret"), ("loop", "loop")):
        if not (server.site / name).is_symlink():
            (server.site / name).symlink_to(target)
    if not (server.site / "fifo").exists():
        os.mkfifo(server.site / "fifo")
    status, data = raw_status(server, path)
    assert status in (400, 404)
    assert b"top secret" not in data
    assert b"Traceback" not in data
    assert b"location" not in data.lower()


@pytest.mark.parametrize("path", ["", "x", "*", "/a//b", "/a/..", "/a\tb", "/\u202e", "/."])
def test_these_are_no_paths(path: str) -> None:
    assert segments_of(path) is None


def test_a_folder_without_its_slash_is_sent_on_relatively(server: Serving) -> None:
    response = server.http.get(f"/{BLOG}")
    assert (response.status_code, response.headers["location"]) == (308, "./2015-10-21/")
    assert response.has_redirect_location
    assert server.http.get(f"/{BLOG}", follow_redirects=True).status_code == 200


@pytest.mark.parametrize("name", ["https:evil.example", "@evil.example", "evil?x#y", "a b"])
def test_no_folder_name_becomes_another_host(server: Serving, name: str) -> None:
    (server.site / name).mkdir(exist_ok=True)
    url = httpx.URL(f"http://127.0.0.1:{server.port}").join("/" + httpx.URL(path="/").path[1:])
    raw = b"/" + name.replace("?", "%3F").replace("#", "%23").replace(" ", "%20").encode()
    status, data = raw_status(server, raw)
    assert status == 308
    location = data.split(b"location: ")[1].split(b"\r\n")[0].decode()
    assert location.startswith("./")
    assert url.join(location).host == "127.0.0.1"


@pytest.mark.parametrize(
    ("path", "kept", "kind"),
    [
        (f"{BLOG}/head.json", "max-age=2", "application/json; charset=utf-8"),
        (f"{BLOG}/rev/1.json", "max-age=86400", "application/json; charset=utf-8"),
        (f"{BLOG}/feed.atom", "max-age=10, must-revalidate", "application/atom+xml; charset=utf-8"),
        ("assets/a.1f.css", "max-age=31536000, immutable", "text/css; charset=utf-8"),
        ("assets/a.1f.js", "max-age=31536000, immutable", "text/javascript; charset=utf-8"),
        ("media/1f.jpg", "max-age=31536000, immutable", "image/jpeg"),
        ("media/1f.svg", "max-age=31536000, immutable", "image/svg+xml; charset=utf-8"),
        ("media/1f.avif", "max-age=31536000, immutable", "image/avif"),
        ("media/2015/index.html", "max-age=10, must-revalidate", "text/html; charset=utf-8"),
        ("reports/1/kept.warc.gz", "max-age=10, must-revalidate", "application/gzip"),
        ("map.geojson", "max-age=10, must-revalidate", "application/geo+json; charset=utf-8"),
        ("plain", "max-age=10, must-revalidate", "application/octet-stream"),
    ],
)
def test_each_file_has_its_type_and_its_time(
    server: Serving, path: str, kept: str, kind: str
) -> None:
    put(server, path, '{"rev": 3}')
    said = server.http.get(f"/{path}").headers
    assert (said["cache-control"], said["content-type"]) == (kept, kind)


@pytest.mark.parametrize(
    ("path", "framed", "inline"),
    [
        (f"{BLOG}/", False, False),
        (f"{BLOG}/embed/", True, False),
        (f"{BLOG}/embed/index.html", True, False),
        (f"{BLOG}/day.html", False, True),
        (f"{BLOG}/u/1/", False, False),
        ("embed/", False, False),
    ],
)
def test_a_page_may_do_little_and_only_the_embed_page_is_framed(
    server: Serving, path: str, framed: bool, inline: bool
) -> None:
    if path != f"{BLOG}/":
        put(server, path + "index.html" * path.endswith("/"))
    policy = server.http.get(f"/{path}").headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
    assert ("frame-ancestors *" in policy) is framed
    assert ("frame-ancestors 'none'" in policy) is not framed
    assert ("'unsafe-inline'" in policy) is inline


def test_an_svg_opened_by_itself_runs_nothing(server: Serving) -> None:
    put(server, "media/evil.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>")
    policy = server.http.get("/media/evil.svg").headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert policy.endswith("sandbox")


@pytest.mark.parametrize("old", [True, False])
@pytest.mark.parametrize("coding", ["gzip", "identity"])
def test_who_has_it_already_is_told_so(server: Serving, coding: str, old: bool) -> None:
    put(server, f"{BLOG}/known.html", "a" * 1000, old=old)
    takes = {"Accept-Encoding": coding}
    tag = server.http.get(f"{PAGE}known.html", headers=takes).headers["etag"]
    for known in (tag, f"W/{tag}", f'"a", {tag}', "*"):
        again = server.http.get(f"{PAGE}known.html", headers={**takes, "If-None-Match": known})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    for stale in ('"a"', tag.strip('"'), "garbage"):
        again = server.http.get(f"{PAGE}known.html", headers={**takes, "If-None-Match": stale})
        assert again.status_code == 200


def test_an_old_date_is_believed(server: Serving) -> None:
    put(server, f"{BLOG}/dated.html", "a" * 1000, old=True)
    since = server.http.get(f"{PAGE}dated.html").headers["last-modified"]
    for date, status in ((since, 304), ("Thu, 01 Jan 1970 00:00:00 GMT", 200), ("x", 200)):
        again = server.http.get(f"{PAGE}dated.html", headers={"If-Modified-Since": date})
        assert again.status_code == status


def test_each_encoding_has_its_own_tag(server: Serving) -> None:
    plain = server.http.get(PAGE, headers={"Accept-Encoding": "identity"})
    zipped = server.http.get(PAGE, headers={"Accept-Encoding": "gzip"})
    assert "content-encoding" not in plain.headers
    assert zipped.headers["content-encoding"] == "gzip"
    assert plain.text == zipped.text
    assert plain.headers["etag"] != zipped.headers["etag"]


@pytest.mark.parametrize(
    ("value", "yes"),
    [
        (b"gzip", True),
        (b"GZIP", True),
        (b"br;q=1.0, gzip;q=0.5", True),
        (b"*", True),
        (b"gzip;q=0", False),
        (b"gzip; q=0.000", False),
        (b"*;q=0", False),
        (b"gzip;q=0, *", False),
        (b"", False),
        (b"br", False),
        (b"identity", False),
        (b"xgzip", False),
        (b"gzip;q=nan", False),
        (b"gzip;q=-1", False),
        (b"\xff\x00,gzip", True),
        (b"," * 60_000 + b"gzip", False),
    ],
)
def test_what_a_client_takes_is_respected(value: bytes, yes: bool) -> None:
    assert accepts_gzip(value) is yes


def test_pictures_and_tiny_files_are_not_compressed(server: Serving) -> None:
    put(server, "media/2f.jpg", b"a" * 5000)
    for path in ("/media/2f.jpg", f"{PAGE}head.json"):
        assert "content-encoding" not in server.http.get(path).headers


def test_compressed_copies_are_bounded() -> None:
    async def fill() -> Gzipped:
        kept = Gzipped(room=10_000)
        for n in range(20):
            await kept.compress((str(n), b""), os.urandom(2000))
        return kept

    kept = asyncio.run(fill())
    assert kept._held <= 10_000
    assert kept._held == sum(map(len, kept._copies.values()))
    assert kept.get(("19", b"")) is not None
    assert kept.get(("0", b"")) is None


def test_a_burst_for_one_big_file_costs_one_compression() -> None:
    async def burst() -> list[bytes]:
        kept, data = Gzipped(), b"words " * 100_000
        tasks = [asyncio.create_task(kept.compress(("a", b""), data)) for _ in range(20)]
        await asyncio.sleep(0)
        tasks[0].cancel()  # one who leaves takes it from nobody
        results = await asyncio.gather(*tasks[1:])
        assert not kept._coming
        return results

    results = asyncio.run(burst())
    assert len({id(result) for result in results}) == 1
    assert len(gzip.decompress(results[0])) == 600_000


@pytest.mark.parametrize(
    ("asked", "status", "start", "stop"),
    [
        ("bytes=0-9", 206, 0, 10),
        ("bytes=999990-", 206, 999_990, 1_000_000),
        ("bytes=-5", 206, 999_995, 1_000_000),
        ("bytes=-99999999", 206, 0, 1_000_000),
        ("bytes=500000-99999999", 206, 500_000, 1_000_000),
        ("bytes=1000000-", 416, 0, 0),
        ("bytes=5-2", 416, 0, 0),
        ("bytes=-0", 416, 0, 0),
        ("bytes=0-1,5-6", 200, 0, 1_000_000),
        ("bytes=-", 200, 0, 1_000_000),
        ("bytes=" + "9" * 4000 + "-", 200, 0, 1_000_000),
        ("lines=1-2", 200, 0, 1_000_000),
    ],
)
def test_a_part_of_a_big_file(
    server: Serving, asked: str, status: int, start: int, stop: int
) -> None:
    content = bytes(range(250)) * 4000
    put(server, "media/film.mp4", content)
    response = server.http.get("/media/film.mp4", headers={"Range": asked})
    assert response.status_code == status
    if status == 416:
        assert response.headers["content-range"] == "bytes */1000000"
    else:
        assert response.content == content[start:stop]
    if status == 206:
        assert response.headers["content-range"] == f"bytes {start}-{stop - 1}/1000000"


def test_a_part_of_another_version_is_the_whole(server: Serving) -> None:
    put(server, "media/film2.mp4", b"a" * 400_000, old=True)
    tag = server.http.head("/media/film2.mp4").headers["etag"]
    for given, status in ((tag, 206), ('"other"', 200)):
        headers = {"Range": "bytes=0-9", "If-Range": given}
        assert server.http.get("/media/film2.mp4", headers=headers).status_code == status


def test_what_is_not_there_has_the_sites_own_page(server: Serving) -> None:
    assert server.http.get("/none").text == "There is no such page.\n"
    page = put(server, "404.html", "<!doctype html><p>Not here")
    response = server.http.get("/none")
    assert (response.status_code, response.text) == (404, "<!doctype html><p>Not here")
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    page.unlink()


def test_an_empty_file_is_a_file(server: Serving) -> None:
    put(server, "empty.txt", b"")
    assert server.http.get("/empty.txt").content == b""


@pytest.mark.parametrize("coding", ["gzip", "identity"])
@pytest.mark.parametrize("scale", [1, 300])
def test_a_file_replaced_at_any_moment_arrives_whole(
    server: Serving, coding: str, scale: int
) -> None:
    """A stat before the open sends one version's length with another's bytes."""
    versions = [f"<{n}>" * (400 + 311 * n) * scale for n in range(8)]
    known, file = set(versions), put(server, "hammer.html", versions[0])
    end, replaced, seen = time.monotonic() + 1, 0, 0
    fresh = [file.with_suffix(f".{n}") for n in range(8)]

    def hammer() -> None:
        nonlocal replaced
        while time.monotonic() < end:
            n = replaced % 8
            fresh[n].write_text(versions[n])
            fresh[n].replace(file)
            replaced += 1

    thread = threading.Thread(target=hammer)
    thread.start()
    while time.monotonic() < end:
        response = server.http.get("/hammer.html", headers={"Accept-Encoding": coding})
        assert response.status_code == 200
        assert response.text in known
        seen += 1
    thread.join()
    assert replaced > 100
    assert seen > 20
    last = versions[(replaced - 1) % 8]
    assert server.http.get("/hammer.html", headers={"Accept-Encoding": coding}).text == last


def test_two_replacements_in_one_tick_are_told_apart(server: Serving) -> None:
    """The third file may get the first one's inode, size and time: the tag must still differ."""
    tick = time.time_ns()
    tags = set()
    for n in range(20):
        content = f"{n:04d}" * 100
        file = put(server, "tick.html", content)
        os.utime(file, ns=(tick, tick))
        response = server.http.get("/tick.html")
        assert response.text == content
        tags.add(response.headers["etag"])
    assert len(tags) == 20


def test_many_requests_on_one_connection(server: Serving) -> None:
    with server.raw(b"") as sock:
        for _ in range(50):
            sock.sendall(request("GET", f"/{BLOG}/head.json"))
            assert read_until(sock, b'"rev": 3}').startswith(b"HTTP/1.1 200")
