"""A report's card: what it is, who made it, what the desk keeps, and a way to the original."""

import re
from html import escape
from typing import Final

from dateline.text.address import host_of, is_evidence_page, is_link, is_own
from dateline.text.markup import attributes, facing, link, paragraph, picture, spoken
from dateline.text.players import player_of
from dateline.text.words import Card, Image, Words

SIZES: Final = "(max-width: 40rem) 100vw, 11rem"
LONGEST_TITLE: Final = 240
LONGEST_NAME: Final = 120
LONGEST_EXCERPT: Final = 420
SCHEME: Final = re.compile(r"\Ahttps?://(www\.)?", re.IGNORECASE)


def card_html(report: str, card: Card | None, *, words: Words, language: str) -> str:
    """Return a card as a figure. A held card says that it is held, and nothing else."""
    if card is None:
        return f'<figure class="card missing">{paragraph(words.unknown_report)}</figure>\n'
    if card.state == "held":
        return f'<figure class="card held">{paragraph(words.held)}</figure>\n'
    image, player = _image(card), _player(card, words)
    if card.graphic and (image or player):
        alt = image.alt if image else ""
        image, player = None, _graphic(report, _picture(image, alt), player, words)
    about = f'<div class="about">{_about(card, words, language)}</div>'
    return f'<figure class="card">{_picture(image, "")}{about}{player}</figure>\n'


def card_words(card: Card | None, words: Words) -> str:
    """Return a card as one line of plain text."""
    if card is None:
        return words.unknown_report
    if card.state == "held":
        return words.held
    title = clip(card.title, LONGEST_TITLE)
    source = clip(card.source or card.site or host_of(card.address), LONGEST_NAME)
    address = card.address if is_link(card.address) else ""
    said = f"{title} ({address})" if title and address else title or address
    line = ": ".join(filter(None, [source, said]))
    return " · ".join(filter(None, [line, note_of(card, words)]))


def leads_to(card: Card) -> str:
    """Return where a card's title leads: to its report's page, or to the original until one is."""
    if card.state == "capturing" or not page_of(card):
        return original_of(card)
    return page_of(card)


def note_of(card: Card, words: Words) -> str:
    """Say how it stands with what the desk keeps."""
    standing = {"capturing": words.capturing, "unreachable": words.unreachable}.get(card.state, "")
    return " · ".join(filter(None, [standing, clip(card.note, LONGEST_NAME)]))


def short(address: str) -> str:
    """Return an address as readers are shown it: without its scheme, cut where it is long."""
    return clip(SCHEME.sub("", address), LONGEST_NAME)


def clip(text: str, most: int) -> str:
    """Return a text on one line, cut where it is longer than a card has room for."""
    line = " ".join(text[: most * 8].split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def _about(card: Card, words: Words, language: str) -> str:
    ours, its = facing(language), spoken(card.language)
    lines = [
        ("dateline", ours, _said_by(card)),
        _title(card),
        ("author", ' dir="auto"', escape(clip(card.author, LONGEST_NAME))),
        ("excerpt", its, escape(clip(card.excerpt, LONGEST_EXCERPT))),
        ("note", ours, escape(note_of(card, words))),
        ("links", ours, _links(card, words)),
    ]
    return "".join(f'<p class="{kind}"{more}>{html}</p>' for kind, more, html in lines if html)


def _title(card: Card) -> tuple[str, str, str]:
    if title := clip(card.title, LONGEST_TITLE):
        return "title", spoken(card.language), link(title, leads_to(card))
    address = short(original_of(card))
    return "title address", facing("en"), link(address, leads_to(card)) if address else ""


def _said_by(card: Card) -> str:
    names = [clip(name, LONGEST_NAME) for name in (card.source, card.site)]
    names = list(dict.fromkeys(filter(None, names))) or [host_of(card.address)]
    return " · ".join(f'<span dir="auto">{escape(name)}</span>' for name in names if name)


def _links(card: Card, words: Words) -> str:
    kept = link(words.kept_copy, page_of(card)) if card.state == "kept" and page_of(card) else ""
    site = host_of(card.address) or clip(card.site, LONGEST_NAME)
    original = words.original.replace("{site}", site)
    leaves = link(original, original_of(card), **{"class": "leaves"}) if original_of(card) else ""
    return " ".join(filter(None, [kept, leaves]))


def page_of(card: Card) -> str:
    """Return the address of the report's page; empty where it may not be linked."""
    return card.page if is_evidence_page(card.page) or is_link(card.page) else ""


def original_of(card: Card) -> str:
    """Return the address of the original; empty where it may not be linked."""
    return card.address if is_link(card.address) else ""


def _image(card: Card) -> Image | None:
    """Return the picture that the archive keeps: never one that another house would serve."""
    image = card.image
    if image is None or not image.sources:
        return None
    own = all(is_own(address, page=card.page) for address, _ in image.sources)
    return image if own else None


def _picture(image: Image | None, alt: str) -> str:
    """Return the picture; its description is empty where the title stands beside it."""
    return picture(image, alt=alt, sizes=SIZES) if image else ""


def _player(card: Card, words: Words) -> str:
    """Return a link that the reader's script turns into a player; without it, it is a link."""
    player = player_of(card.player.address) if card.player else None
    if player is None or not original_of(card):
        return ""
    label = {"video": words.load_video, "post": words.load_post, "map": words.load_map}[player.kind]
    asks = {"class": "load-player", "data-player": player.address, "data-kind": player.kind}
    return f"<p>{link(label.replace('{host}', player.host), original_of(card), **asks)}</p>"


def _graphic(report: str, image: str, player: str, words: Words) -> str:
    # Its number names the report: a page that brings itself up to date keeps open what the reader
    # opened, and by place alone it could open another picture.
    opening = attributes({"class": "graphic", "data-number": f"report-{report}"})
    return f"<details{opening}><summary>{escape(words.graphic)}</summary>{image}{player}</details>"
