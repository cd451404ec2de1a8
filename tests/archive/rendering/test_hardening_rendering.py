"""Pages that attack whoever renders them: the newsroom's own machine, its network, its peace."""

import os
import socket
import threading
import time
from ipaddress import ip_network

import pytest

from dateline.archive.fetch.fetcher import Fetched, Fetcher
from dateline.archive.fetch.guard import Guard
from dateline.archive.rendering import Renderer, RenderError
from tests.archive.exchanges import exchange

from .conftest import CHROMIUM, running
from .site import HOST

pytestmark = pytest.mark.browser

ATTACKS = """<!doctype html><meta charset=utf-8><title>Words</title>
<link rel=preconnect href=TARGET><link rel=dns-prefetch href=TARGET>
<link rel=prefetch href=TARGET/prefetch><link rel=preload as=image href=TARGET/preload>
<link rel=stylesheet href=TARGET/style.css><link rel=manifest href=TARGET/manifest>
<link rel=icon href=TARGET/icon>
<style>@import url(TARGET/import.css); @font-face { font-family: f; src: url(TARGET/font) }
p { font-family: f; background: url(TARGET/background) }</style>
<body><p>Words</p>
<script src=TARGET/script.js></script>
<img src=TARGET/img><video src=TARGET/video autoplay></video><audio src=TARGET/audio></audio>
<object data=TARGET/object></object><embed src=TARGET/embed>
<iframe src=TARGET/frame></iframe><iframe src=file:///etc/passwd></iframe>
<iframe srcdoc="<form action=TARGET/form method=post></form><script>document.forms[0].submit()
</script>"></iframe>
<iframe name=sink></iframe><form id=f action=TARGET/form method=post target=sink>
<input name=secret value=1></form>
<a id=ping href="#here" ping=TARGET/ping>ping</a><a id=load download href=TARGET/download>load</a>
<script>
const http = "TARGET", ws = http.replace("http", "ws"), host = new URL(http).host;
const tried = [];
const attempt = (name, attack) => {
  try { Promise.resolve(attack()).catch(() => {}) } catch {}
  tried.push(name);
};
const within = `fetch("${http}/worker"); importScripts("${http}/imported")`;
attempt("fetch", () => fetch(`${http}/fetch`));
attempt("no-cors", () => fetch(`${http}/no-cors`, {mode: "no-cors", credentials: "include"}));
attempt("post", () => fetch(`${http}/post`, {method: "POST", mode: "no-cors", body: "x"}));
attempt("post home", () => fetch("/post-home", {method: "POST", body: "x"}));
attempt("put home", () => fetch("/put-home", {method: "PUT", body: "x"}));
attempt("keepalive", () => fetch(`${http}/keepalive`, {keepalive: true, mode: "no-cors"}));
attempt("xhr", () => { const x = new XMLHttpRequest; x.open("GET", `${http}/xhr`); x.send() });
attempt("sync xhr", () => { const x = new XMLHttpRequest; x.open("GET", http, false); x.send() });
attempt("beacon", () => navigator.sendBeacon(`${http}/beacon`, "x"));
attempt("websocket", () => new WebSocket(`${ws}/socket`));
attempt("websocket home", () => new WebSocket(`ws://${location.host}/socket-home`));
attempt("events", () => new EventSource(`${http}/events`));
attempt("webtransport", () => new WebTransport(`https://${host}/transport`));
attempt("worker", () => new Worker(URL.createObjectURL(new Blob([within]))));
attempt("shared", () => new SharedWorker(URL.createObjectURL(new Blob([within]))));
attempt("service worker", () => navigator.serviceWorker.register("/worker.js"));
attempt("popup", () => open(`${http}/popup`));
attempt("popup with words", () => open().document.write(`<img src=${http}/popup-img>`));
attempt("form", () => document.getElementById("f").submit());
attempt("ping", () => document.getElementById("ping").click());
attempt("download", () => document.getElementById("load").click());
attempt("file", () => fetch("file:///etc/passwd").then(r => r.text()).then(document.write));
attempt("webrtc", async () => {
  const servers = ["stun", "turn"].flatMap(kind => ["udp", "tcp"].map(how => (
    {urls: `${kind}:${host}` + (kind == "turn" ? `?transport=${how}` : ""),
     username: "u", credential: "c"})));
  const peer = new RTCPeerConnection({iceServers: servers});
  peer.onicecandidate = event => {
    if (event.candidate) document.body.dataset.told += event.candidate.candidate;
  };
  peer.createDataChannel("x");
  await peer.setLocalDescription(await peer.createOffer());
  await peer.addIceCandidate({candidate: "candidate:1 1 udp 2113937151 " +
    host.replace(":", " ") + " typ host", sdpMid: "0"});
});
attempt("location", () => { location = `${http}/location` });
document.body.dataset.tried = tried.length;
</script>
<meta http-equiv=refresh content="0;url=TARGET/refresh">
"""


def inner(port):
    """Return addresses that no page may reach through us, the trap's own first."""
    names = ("127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "127.1", "0")
    return [*(f"http://{name}:{port}" for name in names), "http://169.254.169.254"]


def test_the_trap_counts(trap):
    socket.create_connection(("127.0.0.1", trap.port)).close()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.sendto(b"stun", ("127.0.0.1", trap.port))
    end = time.monotonic() + 10
    while len(trap.came) < 2 and time.monotonic() < end:
        time.sleep(0.01)
    assert len(trap.came) == 2


def test_no_page_reaches_this_machine_or_its_network_or_its_files(site, trap, render):
    reach = f"fetch('http://127.0.0.1:{trap.port}/')"
    site.put("/worker.js", f"onfetch = oninstall = () => {reach}; {reach}", "text/javascript")
    for n, target in enumerate(inner(trap.port)):
        site.seen.clear()
        page = site.put(f"/attack/{n}", ATTACKS.replace("TARGET", target))
        rendered = render(page)
        assert b"<p>Words</p>" in rendered.html
        assert b'data-tried="24"' in rendered.html
        assert b"root:" not in rendered.html
        assert trap.came == []
        assert rendered.astray > 0  # what Chromium itself would have connected to, <link> say
        assert rendered.exchanges == ()
        assert [seen[:2] for seen in site.seen] == [("GET", f"/attack/{n}")]


CALLS = """<body data-told=""><p>Words</p><img src=/slow><script>
const at = "127.0.0.1:PORT", sign = {username: "u", credential: "c"};
const peer = new RTCPeerConnection({iceServers: [
  {urls: `stun:${at}`}, {urls: `turn:${at}?transport=udp`, ...sign},
  {urls: `turn:${at}?transport=tcp`, ...sign}]});
peer.onicecandidate = event => { document.body.dataset.told += event.candidate?.candidate ?? "" };
peer.createDataChannel("x");
peer.createOffer().then(offer => peer.setLocalDescription(offer)).then(() => {
  document.body.dataset.called = "yes";
  fetch("/called");
});
</script>"""


def test_webrtc_tells_a_page_no_address_and_calls_nobody(site, trap, render):
    called = threading.Event()
    site.put("/called", lambda: called.set() or b"")
    # Two seconds for what it may hear and tell; a busy browser takes its time until it calls.
    site.put("/slow", lambda: (called.wait(20) and time.sleep(2)) or b"", "image/png")
    html = render(site.put("/", CALLS.replace("PORT", str(trap.port)))).html
    assert b'data-told="" data-called="yes"' in html
    assert trap.came == []


def test_a_page_learns_nothing_of_the_newsroom(site, render):
    telling = """<body><script>document.body.append([navigator.userAgent, navigator.language,
        Intl.DateTimeFormat().resolvedOptions().timeZone, document.referrer].join("|"))</script>"""
    site.put("/app.js", "", "text/javascript")
    rendered = render(site.put("/", telling + "<script src=/app.js></script>"))
    agent = site.seen[0][2]["User-Agent"]
    assert f"{agent}|en-US|UTC|".encode() in rendered.html
    (_, _, asked) = site.seen[-1]
    assert asked == site.seen[0][2] | {"Accept": "*/*"}


def test_cookies_go_nowhere(site, render):
    site.put("/set", "", "text/javascript", Set_Cookie="id=1; Path=/")
    body = "<script>document.cookie = 'id=2'</script><script src=/set></script><img src=/after>"
    rendered = render(site.put("/", body, Set_Cookie="id=3"))
    assert not any("cookie" in name.lower() for seen in site.seen for name in seen[2])
    kept = [name for one in rendered.exchanges for name, _ in one.headers]
    assert "Set-Cookie" not in kept
    assert "Content-Type" in kept


def test_what_the_newsroom_opened_for_itself_is_not_read_by_a_page_from_outside(
    site, fetcher, folder
):
    site.put("/plans.js", "document.body.append('the plans')", "text/javascript")
    body = f"<body><script src={site.url('/plans.js')}></script>".encode()
    document = Fetched((exchange("http://news.example/", body),), body)
    rendered = Renderer(fetcher, CHROMIUM).render(document)
    assert b"the plans" not in rendered.html
    assert rendered.exchanges == ()


def test_a_name_that_leads_elsewhere_the_second_time_gains_nothing(site, folder):
    """DNS rebinding: the page's own host, now inside, would be of its own origin."""
    fetcher = Fetcher(Guard([ip_network(HOST)], resolver=lambda _: [HOST]))
    site.put("/plans", "the plans")
    address = site.url("/", "news.example")
    reads = "fetch('/plans').then(r => r.text()).then(t => document.body.append(t))"
    body = f"<body><script>{reads}</script>".encode()
    document = Fetched((exchange(address, body),), body)
    assert b"the plans</body>" not in Renderer(fetcher, CHROMIUM).render(document).html


def test_a_site_s_own_pages_may_be_inside(site, render):
    site.put("/plans.js", "document.body.append('the plans')", "text/javascript")
    page = site.put("/", "<body><script src=/plans.js></script>")
    assert b"the plans" in render(page).html


@pytest.mark.parametrize(
    "away",
    [
        "<script>location = '/elsewhere'</script>",
        "<script>location.reload()</script>",
        "<script>let n = 0; setInterval(() => { location = '?' + n++ }, 10)</script>",
        "<meta http-equiv=refresh content='0;url=/elsewhere'>",
        "<meta http-equiv=refresh content=0>",
        "<form action=/elsewhere></form><script>document.forms[0].submit()</script>",
    ],
)
def test_a_page_cannot_put_another_in_its_place(site, render, away):
    site.put("/elsewhere", "<p>Other words")
    html = render(site.put("/", f"<p>Words</p>{away}")).html
    assert b"<p>Words</p>" in html
    assert site.paths() == ["/"]


@pytest.mark.parametrize(
    "busy",
    [
        "for (;;);",
        "for (;;) alert();",
        "for (;;) print();",
        "(function again() { Promise.resolve().then(again) })()",
        "const many = []; for (;;) many.push(new Array(1e6).fill('x'))",
    ],
)
def test_a_script_without_end_ends(site, render, busy):
    began = time.monotonic()
    with pytest.raises(RenderError):
        render(site.put("/", f"<p>Words<script>{busy}</script>"), seconds=10)
    assert time.monotonic() - began < 20


def test_a_page_that_loads_for_ever_is_taken_as_it_stands(site, render):
    more = "let n = 0; setInterval(() => fetch('/more?' + n++), 50)"
    rendered = render(site.put("/", f"<p>Words</p><script>{more}</script>"), seconds=30)
    assert b"<p>Words</p>" in rendered.html
    assert "what came late" in rendered.words


def test_requests_are_counted(site, render):
    rendered = render(site.put("/", "<img src=/a>" * 3 + many_images(60)), requests=20)
    assert len(site.seen) == 1 + 20
    assert len(rendered.exchanges) == 20
    assert rendered.words == "It was cut short: what it loads besides is missing."


def many_images(count):
    return "".join(f"<img src=/image/{n}>" for n in range(count))


def test_bytes_are_counted(site, render):
    site.put("/large", bytes(60_000), "image/png")
    page = site.put("/", "".join(f"<img src='/large?{n}'>" for n in range(10)))
    rendered = render(page, size=200_000)
    assert sum(len(one.body) for one in rendered.exchanges) <= 200_000
    assert "what it loads besides" in rendered.words


def test_a_page_that_grows_without_end_is_not_taken(site, render):
    grows = "<script>document.body.append('x'.repeat(1e6))</script>"
    with pytest.raises(RenderError, match="grew too large"):
        render(site.put("/", f"<body>{grows}"), html=100_000)


def test_the_browser_is_sandboxed_and_never_root(site, render, folder):
    found = []

    def look():
        found.extend(running(folder))
        return b""

    site.put("/look.js", look, "text/javascript")
    render(site.put("/", "<script src=/look.js></script>"))
    assert found
    assert not any(argument == b"--no-sandbox" for _, arguments in found for argument in arguments)
    assert os.geteuid() == 0 or {owner for owner, _ in found} == {os.geteuid()}
    assert 0 not in {owner for owner, arguments in found if b"chromium" in arguments[0]}
