"""By what one report may cite another: a link, a printed address, a whole title.

Addresses are compared by what they lead to. What may differ between two links to one page falls
away: the scheme, www., a phone's host, tracking, the web archive that somebody read the page in.
Shorteners (bit.ly, t.co) are not followed: that would be a request.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from urllib.parse import SplitResult, parse_qsl, quote, urlencode, urlsplit

from dateline.archive.likeness.wording import words

FEWEST_WORDS = 5
"""A shorter title ("Syria", "Live updates") stands in many texts that cite nothing."""

LONGEST = 4_000
"""No page has a longer address; whoever sends one wants it to take long."""

_WAYBACK = re.compile(r"(?:https?://)?web\.archive\.org/web/\d+(?:[a-z]{2}_)?/", re.IGNORECASE)
_SCHEME = re.compile(r"(https?):/{1,2}(?=[^/])", re.IGNORECASE)
_REST = r"[^\s<>\"«»“”，。、；：）】》]"
_PRINTED = re.compile(
    # A scheme may follow any letter (Chinese writes no space); a bare host must stand free, so
    # that no mail address counts and a megabyte of dots is read once.
    rf"https?://{_REST}+|(?<![\w.@/-])[a-z0-9][a-z0-9.-]*\.[a-z]{{2,}}(?::\d+)?/{_REST}+",
    re.IGNORECASE,
)
_TRAILING = ".,;:!?…'’)]}،؛؟"
_EDITION = re.compile(r"(?:www|m|amp)\.(?=[^.]+\.)")
_HOSTS = {
    "twitter.com": "x.com",
    "mobile.twitter.com": "x.com",
    "mobile.x.com": "x.com",
    "telegram.me": "t.me",
    "music.youtube.com": "youtube.com",
}
_PORTS = {"http": 80, "https": 443}
_ESCAPE = re.compile("%[0-9A-Fa-f]{2}")
_TRACKING = re.compile(
    r"utm_.+|hsa_.+|mc_[ce]id|(?:fb|g|dc|ms|y|tw|tt)clid|gbraid|wbraid|igshid|igsh|ref_src|ref_url"
    r"|_ga|_gl|at_medium|at_campaign|at_custom\d|ns_mchannel|ns_campaign|ns_source|ocid",
    re.IGNORECASE,
)
_POST = re.compile(r"/(?:\w+|i/web)/status/(\d+)(?:/(?:photo|video)/\d+)?", re.ASCII)
_MESSAGE = re.compile(r"/(?:s/)?([a-z]\w{3,31}(?:/\d+)?)", re.IGNORECASE | re.ASCII)
_VIDEO = re.compile(r"/(?:shorts|live|embed|v)/([\w-]+)", re.ASCII)


def page_keys(keys: Iterable[str]) -> set[str]:
    """Return the keys that name a page: on a site's front page another one stands tomorrow."""
    return {key for key in keys if "/" in key or "?" in key}


def printed(text: str) -> Iterator[str]:
    """Give the keys of the addresses that stand in a text, with or without their scheme."""
    for found in _PRINTED.findall(text):
        end = len(found.rstrip(_TRAILING))
        for address in {found[:end], found[: end + 1]}:  # a bracket may belong to the address
            yield address_key(address if _SCHEME.match(address) else f"https://{address}")


def names(text: str, title: str) -> bool:
    """Say whether a title of at least five words (ten signs of Chinese) stands whole in a text."""
    wanted = words(title)
    weight = sum(0.5 if len(word) == 1 and word > "\u0e00" else 1 for word in wanted)
    return weight >= FEWEST_WORDS and f" {' '.join(wanted)} " in f" {' '.join(words(text))} "


def same_address(a: str, b: str) -> bool:
    """Say whether two addresses lead to the same page."""
    key = address_key(a)
    return key != "" and key == address_key(b)


def hashed(known_by: str) -> str:
    """Return the key of what is known by these words."""
    # Half of a surrogate pair, which no record may hold, is refused with words a little later.
    return hashlib.sha256(known_by.encode(errors="surrogatepass")).hexdigest()


def key_of(address: str) -> str:
    """Return the key by which every address of one page is known as the same report.

    A web archive's copy is a report of its own: it may be all that is left of a page.
    """
    try:
        known_by = _key(urlsplit(address.strip())) if len(address) <= LONGEST else ""
    except ValueError:
        known_by = ""
    return hashed(known_by or address)


def address_key(url: str) -> str:
    """Return what is the same in every address of one page; "" for what is no web address."""
    if len(url) > LONGEST:
        return ""
    try:
        return _key(urlsplit(_unarchived(url.strip())))
    except ValueError:  # no address, whatever it looks like: "http://[", port 99999, half a sign
        return ""


def _key(parts: SplitResult) -> str:
    if parts.scheme not in _PORTS or not parts.hostname:
        return ""
    host = _EDITION.sub("", _ascii(parts.hostname.rstrip(".")), count=1)
    host = _HOSTS.get(host, host)
    path = _path(parts.path).rstrip("/")
    one = _one(host, path, parts.query)
    if one:
        return one
    if host == "openstreetmap.org" and parts.fragment.startswith("map="):
        return f"{host}/#{parts.fragment}"  # the place that a map shows stands only there
    port = "" if parts.port in (None, _PORTS[parts.scheme]) else f":{parts.port}"
    query = _query(parts.query)
    return f"{host}{port}{path}{'?' if query else ''}{query}"


def _unarchived(url: str) -> str:
    """Take off the web archive's prefix, as often as it was put on."""
    while archive := _WAYBACK.match(url):
        url = url[archive.end() :]
        url = _SCHEME.sub(r"\1://", url, count=1) if _SCHEME.match(url) else f"http://{url}"
    return url


def _ascii(host: str) -> str:
    try:
        return host.encode("idna").decode().lower()
    except UnicodeError:  # an underscore, a label too long: compared as it stands
        return host.lower()


def _path(path: str) -> str:
    """Write a path's escapes in one way: Arabic paths go about both plain and escaped."""
    return _ESCAPE.sub(lambda escape: _escape(escape[0]), quote(path, safe="/%:@!$&'()*+,;=~"))


def _escape(escape: str) -> str:
    sign = chr(int(escape[1:], 16))
    plain = sign.isascii() and (sign.isalnum() or sign in "-._~")
    return sign if plain else escape.upper()


def _query(query: str) -> str:
    pairs = parse_qsl(query, keep_blank_values=True)
    return urlencode(sorted(pair for pair in pairs if not _TRACKING.fullmatch(pair[0])))


def _one(host: str, path: str, query: str) -> str:
    """Return the key of one post, message or video where its site has several addresses for it."""
    if host == "x.com" and (post := _POST.fullmatch(path)):
        return f"x.com/i/status/{post[1]}"
    if host == "t.me" and (message := _MESSAGE.fullmatch(path)):
        return f"t.me/{message[1].lower()}"
    if host == "youtu.be" and path:
        return f"youtube.com/watch?v={path[1:]}"
    if host == "youtube.com" and (video := _VIDEO.fullmatch(path)):
        return f"youtube.com/watch?v={video[1]}"
    if host == "youtube.com" and path == "/watch" and (shown := dict(parse_qsl(query)).get("v")):
        return f"youtube.com/watch?v={shown}"
    return ""
