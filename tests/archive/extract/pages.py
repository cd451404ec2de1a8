"""Pages written for these tests: none is anybody's."""

from dateline.archive.extract import Extracted, extract

URL = "https://news.example.org/2015/10/sarmin"
SENTENCES = (
    "Two aircraft struck the market of Sarmin shortly after nine in the morning, residents said.",
    "The hospital counted eleven wounded, and its director asked for blood of every group.",
    "A spokesman for the ministry denied that any sortie had been flown over the town that day.",
    "Rescuers worked until dusk, and the road to the north stayed closed to all but ambulances.",
    "By evening the power was back in two quarters of the town and the bakery had opened again.",
)
STORY = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)


def page(body: str = f"<article>{STORY}</article>", *, head: str = "", lang: str = "en") -> bytes:
    """Return a whole page."""
    html = f"<!doctype html><html lang='{lang}'><head>{head}</head><body>{body}</body></html>"
    return html.encode()


def read(
    body: bytes, *, url: str = URL, declared_type: str = "text/html", charset: str = "utf-8"
) -> Extracted:
    """Extract with what most tests declare."""
    return extract(body, url=url, declared_type=declared_type, charset=charset)


def meta(**values: str) -> str:
    """Return meta tags; `og_title` is og:title."""
    named = ((name.replace("_", ":", 1), value) for name, value in values.items())
    return "".join(f'<meta property="{name}" content="{value}">' for name, value in named)
