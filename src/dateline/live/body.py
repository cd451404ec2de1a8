"""An update's Markdown as readers get it, rendered once per text, language and place."""

from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import gettext, override

from dateline import text

Images = tuple[tuple[str, text.Image], ...]
Cards = tuple[tuple[str, text.Card], ...]
Sources = tuple[tuple[str, str], ...]
Standings = tuple[tuple[text.Quote, str], ...]
Marks = tuple[tuple[str, text.Mark], ...]
Boards = tuple[tuple[str, text.Board], ...]


def words(*, for_day: bool = False) -> text.Words:
    """Return the labels inside bodies, in the active language."""
    missing = gettext("picture: see the live page") if for_day else gettext("picture not available")
    return text.Words(
        translation=gettext("Translation"),
        translated_by=gettext("Translation: {by}"),
        machine=gettext("machine translation"),
        missing_picture=missing,
        photo_credit=gettext("Photo: {credit}"),
        capturing=gettext("being captured"),
        unreachable=gettext("could not be reached yet"),
        not_yet_checked=gettext("not yet checked"),
        not_fetched=gettext("not yet checked; the original could not be fetched"),
        not_checked=gettext("not checked"),
        held=gettext("Report held by the desk"),
        original=gettext("The original at {site}"),
        kept_copy=gettext("What the desk keeps"),
        graphic=gettext("Graphic picture: show it"),
        load_video=gettext("Load the video from {host}"),
        load_post=gettext("Load the post from {host}"),
        load_map=gettext("Load the map from {host}"),
        unknown_report=gettext("report not available"),
        unknown_board=gettext("not available at the moment"),
        a_source=gettext("a source known to the desk"),
    )


@dataclass(frozen=True)
class Shown:
    """What a body names, as its readers see it: by the name that the body uses."""

    images: Images = ()
    cards: Cards = ()
    sources: Sources = ()
    standings: Standings = ()
    marks: Marks = ()
    boards: Boards = ()


@lru_cache(maxsize=4096)
def body_html(markdown: str, shown: Shown, language: str, for_day: bool = False) -> str:
    """Return safe HTML. The cache only saves time: the same text always gives the same HTML."""
    with override(language):
        return text.render(
            markdown,
            images=dict(shown.images),
            cards=dict(shown.cards),
            sources=dict(shown.sources),
            standings=dict(shown.standings),
            marks=dict(shown.marks),
            boards=dict(shown.boards),
            words=words(for_day=for_day),
            language=language,
        )


@lru_cache(maxsize=4096)
def body_plain(markdown: str, shown: Shown, language: str) -> str:
    """Return the plain text of a body, speakers and translations in words."""
    with override(language):
        cards, sources = dict(shown.cards), dict(shown.sources)
        return text.plain(
            markdown,
            cards=cards,
            sources=sources,
            standings=dict(shown.standings),
            boards=dict(shown.boards),
            words=words(),
        )
