"""Reports as cards in the desk's previews: exactly what readers get, held ones too."""

from uuid import UUID

from django.urls import reverse

from dateline.ledger.showing import Shown, ShownPicture, shown, source_names
from dateline.text import (
    Card,
    Image,
    Quote,
    Words,
    heavy,
    player_of,
    quotes,
    report_ids,
    source_ids,
)

from .standings import note_of

CONFIDENTIAL = Words().a_source
ALT = "The picture that stands with it at its source"


def directive(pk: UUID) -> str:
    """Return the line that puts a report's card into an update."""
    return f"::card{{report={pk}}}"


def cards_of(body: str) -> dict[str, Card]:
    """Return the reports that a text names and that are there, by the id it uses."""
    if heavy(body):
        return {}
    named = _ids(report_ids(body))
    found = shown(named.values())
    return {name: _card(found[pk]) for name, pk in named.items() if pk in found}


def quoted_in(body: str) -> dict[Quote, Shown]:
    """Return the quotations of a text that rest on reports that are there, with these."""
    if heavy(body):
        return {}
    named = {quote: pk for quote in quotes(body) if (pk := canonical_id(quote.report))}
    found = shown(named.values())
    return {quote: found[pk] for quote, pk in named.items() if pk in found}


def sources_of(body: str) -> dict[str, str]:
    """Return the public names of the sources that a text's quotes give by id."""
    if heavy(body):
        return {}
    named = _ids(source_ids(body))
    found = source_names(named.values())
    return {name: found[pk] or CONFIDENTIAL for name, pk in named.items() if pk in found}


def _ids(names: list[str]) -> dict[str, UUID]:
    """Return what is an id in its one canonical form: other forms would escape a redaction."""
    return {name: pk for name in names if (pk := canonical_id(name))}


def canonical_id(name: str) -> UUID | None:
    """Return the id that a text gives, where it is written as ids are."""
    try:
        pk = UUID(name)
    except ValueError:
        return None
    return pk if str(pk) == name else None


def _card(report: Shown) -> Card:
    if report.state == "held":
        return Card(state="held")
    return Card(
        state=report.state,
        page=reverse("desk:report", args=[report.id]),
        address=report.address,
        site=report.site,
        source=report.source,
        title=report.title,
        author=report.author,
        excerpt=report.excerpt,
        language=report.language,
        note=note_of(report),
        image=_image(report, report.picture),
        graphic=report.graphic,
        player=player_of(report.asked or report.address),
    )


def _image(report: Shown, picture: ShownPicture | None) -> Image | None:
    if picture is None:
        return None
    address = reverse("desk:report_picture", args=[report.id])
    sources = ((address, picture.width),)
    return Image(sources, picture.width, picture.height, ALT, "")
