"""Reports as a blog's readers see them, and all that its texts name but their own pictures."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from uuid import UUID

from django.utils.translation import gettext, override

from dateline import text
from dateline.ledger.models import LiveBlog
from dateline.ledger.showing import Shown, shown, source_names

from . import address, pictures
from .boards import boards_of, embedded_in
from .body import Boards, Cards, Marks, Sources, Standings
from .held_words import holding
from .ids import uuid
from .marks import marked_in, marks_of
from .standing import standing
from .standings import quotes_in, standings_of
from .view import Picture


class Shelf:
    """The reports, sources, claims and incidents that some texts name, read at once.

    Pages lie `root` away from the site's root. `for_day` leaves out what a single file cannot hold.
    """

    def __init__(
        self, bodies: Iterable[str], blog: LiveBlog, root: str, *, for_day: bool = False
    ) -> None:
        texts = list(bodies)
        named = [names_in(body) for body in texts]
        reports = shown(_uuids(reports for reports, _ in named))
        held = holding(reports) if reports else set()
        with override(blog.language):
            self._cards: dict[UUID | None, text.Card] = {
                pk: _card(
                    replace(one, excerpt="") if pk in held else one, blog, root, for_day=for_day
                )
                for pk, one in reports.items()
            }
            quotes = (quote for body in texts for quote in quotes_in(body))
            zone, day = blog.column.zone_info, blog.started_at
            self._standings = standings_of(quotes, reports, zone, day)
            confidential = gettext("a source known to the desk")
            self._sources: dict[UUID | None, str] = {
                pk: name or confidential
                for pk, name in source_names(_uuids(sources for _, sources in named)).items()
            }
            self._marks: dict[UUID, text.Mark] = {}
            if not for_day:  # a file of its own leads nowhere: the words stand plain
                self._marks = marks_of(_uuids(map(marked_in, texts)), blog.column.zone_info, root)
            names = (name for body in texts for name in embedded_in(body))
            self._boards = boards_of(names, blog.column, None if for_day else root)

    def cards(self, body: str) -> Cards:
        """Return the cards of a text by the names that it uses."""
        reports, _ = names_in(body)
        named = ((name, self._cards.get(uuid(name))) for name in reports)
        return tuple((name, card) for name, card in named if card)

    def sources(self, body: str) -> Sources:
        """Return the names of the sources that a text names by their ids."""
        _, sources = names_in(body)
        named = ((name, self._sources.get(uuid(name))) for name in sources)
        return tuple((name, source) for name, source in named if source)

    def standings(self, body: str) -> Standings:
        """Return since when the words are kept that a text quotes, where they are."""
        found = ((quote, self._standings.get(quote, "")) for quote in quotes_in(body))
        return tuple((quote, said) for quote, said in found if said)

    def marks(self, body: str) -> Marks:
        """Return the claims that a text's words rest on, where readers may see them."""
        ids = ((name, uuid(name)) for name in marked_in(body))
        return tuple((name, self._marks[pk]) for name, pk in ids if pk in self._marks)

    def boards(self, body: str) -> Boards:
        """Return what a text embeds, by the names that it uses."""
        named = ((name, self._boards.get(name)) for name in embedded_in(body))
        return tuple((name, board) for name, board in named if board)


@lru_cache(maxsize=4096)
def names_in(body: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the reports and the sources that a body names; most bodies name none."""
    if "report=" not in body and "source=" not in body:
        return (), ()
    return tuple(text.report_ids(body)), tuple(text.source_ids(body))


def _uuids(names: Iterable[tuple[str, ...]]) -> set[UUID]:
    return {pk for some in names for name in some if (pk := uuid(name))}


def _card(one: Shown, blog: LiveBlog, root: str, *, for_day: bool) -> text.Card:
    picture = None if for_day else picture_of(one)
    return text.Card(
        state=one.state,
        page="" if for_day or one.state == "held" else root + address.report(one.id),
        address=one.address,
        site=one.site,
        source=one.source,
        title=one.title,
        author=one.author,
        excerpt=one.excerpt,
        language=one.language,
        note=standing(one, blog.column.zone_info, blog.started_at),
        image=image(picture, root) if picture else None,
        graphic=one.graphic,
        player=None if for_day else text.player_of(one.asked or one.address),
    )


def picture_of(one: Shown) -> Picture | None:
    """Return a report's lead image as pages show it, described in the active language."""
    alt = gettext("The picture that stands with it at its source")
    return pictures.shown(one.picture, alt=alt) if one.picture else None


def image(view: Picture, root: str) -> text.Image:
    """Return a picture as the text room wants it, on a page `root` away from the site's root."""
    sources = tuple((root + path, width) for path, width in view.sources)
    return text.Image(sources, view.width, view.height, view.alt, view.credit)


def pictures_in(bodies: Iterable[str]) -> list[pictures.Bytes]:
    """Return the lead images of the reports that some texts name."""
    return pictures_of(_uuids(names_in(body)[0] for body in bodies))


def pictures_of(reports: Iterable[UUID]) -> list[pictures.Bytes]:
    """Return the lead images of these reports."""
    return [one.picture for one in shown(reports).values() if one.picture]
