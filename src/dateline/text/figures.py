"""Pictures, quotes and cards as HTML. The whole is sanitised after."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from dateline.text.attribution import Attribution, attribution, translator
from dateline.text.boards import board_html
from dateline.text.cards import card_html, short
from dateline.text.directive import BOARDS, Directive
from dateline.text.markup import attributes, caption, link, paragraph, picture, spoken
from dateline.text.words import Board, Card, Image, Mark, Quote, Words

SIZES: Final = "(max-width: 44rem) 100vw, 44rem"
SETTING: Final = "dateline_setting"


@dataclass(frozen=True)
class Setting:
    """What one rendering needs besides the text."""

    images: Mapping[str, Image]
    cards: Mapping[str, Card]
    sources: Mapping[str, str]
    standings: Mapping[Quote, str]
    marks: Mapping[str, Mark]
    boards: Mapping[str, Board]
    words: Words
    language: str

    def attribution(self, directive: Directive, quote: Quote) -> Attribution:
        """Return whose words a quote holds."""
        return attribution(
            directive,
            quote,
            cards=self.cards,
            sources=self.sources,
            standings=self.standings,
            words=self.words,
        )


def install(md: MarkdownIt) -> None:
    """Add the renderers of our own tokens."""
    md.add_render_rule("literal", _literal)
    md.add_render_rule("mark", _mark)
    md.add_render_rule("media", _media)
    md.add_render_rule("claim_open", _claim_open)
    md.add_render_rule("claim_close", _claim_close)
    md.add_render_rule("card", _card)
    for kind in BOARDS:
        md.add_render_rule(kind, _board)
    md.add_render_rule("quote_open", _quote_open)
    md.add_render_rule("quote_close", _quote_close)
    md.add_render_rule("link_open", _link_open)
    md.add_render_rule("link_close", _link_close)


def _literal(_self: Any, tokens: Sequence[Token], at: int, _options: Any, _env: Any) -> str:
    return paragraph(tokens[at].content)


def _mark(_self: Any, tokens: Sequence[Token], at: int, _options: Any, _env: Any) -> str:
    return escape(tokens[at].content)


def _link_open(self: Any, tokens: Sequence[Token], at: int, options: Any, env: Any) -> str:
    return self.renderToken(tokens, at, options, env) if tokens[at].tag else ""


_link_close = _link_open


def _media(_self: Any, tokens: Sequence[Token], at: int, _options: Any, env: Any) -> str:
    setting: Setting = env[SETTING]
    directive: Directive = tokens[at].meta["directive"]
    image = setting.images.get(directive.get("id"))
    if image is None or not image.sources:
        return _missing(directive, setting)
    shown = picture(image, alt=directive.get("alt") or image.alt, sizes=SIZES)
    credit = setting.words.photo(directive.get("credit") or image.credit)
    below = caption([("credit", escape(credit))], language=setting.language)
    return f'<figure class="media">{shown}{below}</figure>\n'


def _missing(directive: Directive, setting: Setting) -> str:
    words = setting.words
    said = [("alt", directive.get("alt")), ("credit", words.photo(directive.get("credit")))]
    kept = caption(((kind, escape(text)) for kind, text in said), language=setting.language)
    return f'<figure class="media missing">{paragraph(words.missing_picture)}{kept}</figure>\n'


def _card(_self: Any, tokens: Sequence[Token], at: int, _options: Any, env: Any) -> str:
    setting: Setting = env[SETTING]
    report = tokens[at].meta["directive"].get("report")
    card = setting.cards.get(report)
    return card_html(report, card, words=setting.words, language=setting.language)


def _board(_self: Any, tokens: Sequence[Token], at: int, _options: Any, env: Any) -> str:
    setting: Setting = env[SETTING]
    directive: Directive = tokens[at].meta["directive"]
    board = setting.boards.get(directive.board)
    return board_html(directive.name, board, words=setting.words, language=setting.language)


def _claim_open(_self: Any, tokens: Sequence[Token], at: int, _options: Any, env: Any) -> str:
    mark = _mark_of(tokens[at], env)
    if mark is None:
        return ""
    said = {"href": mark.page, "class": f"claim {mark.doubt}", "title": mark.said}
    return f"<a{attributes(said)}>"


def _claim_close(_self: Any, tokens: Sequence[Token], at: int, _options: Any, env: Any) -> str:
    return "</a>" if _mark_of(tokens[at], env) else ""


def _mark_of(token: Token, env: Any) -> Mark | None:
    """Return what readers may know of a claim; where that is nothing, its words stand plain."""
    setting: Setting = env[SETTING]
    return setting.marks.get(token.meta["claim"])


def _quote_open(_self: Any, tokens: Sequence[Token], at: int, _options: Any, env: Any) -> str:
    directive: Directive = tokens[at].meta["directive"]
    card = env[SETTING].cards.get(directive.get("report"))
    language = directive.get("lang") or (card.language if card else "")
    return f'<figure class="quote"><blockquote{spoken(language)} class="original">\n'


def _quote_close(_self: Any, tokens: Sequence[Token], at: int, _options: Any, env: Any) -> str:
    setting: Setting = env[SETTING]
    directive: Directive = tokens[at].meta["directive"]
    rests_on = setting.attribution(directive, tokens[at].meta["quote"])
    original = link(short(rests_on.original), rests_on.original, **{"class": "leaves"})
    said = [("source", link(rests_on.source, rests_on.href))]
    said += [("address", original), ("note", escape(rests_on.note))]
    said += [("translator", escape(by)) for by in translator(directive, setting.words)]
    below = caption(said, language=setting.language)
    return f"</blockquote>{_translation(directive, setting.language)}{below}</figure>\n"


def _translation(directive: Directive, language: str) -> str:
    words = directive.get("translation")
    opening = f'<blockquote{spoken(language)} class="translation">'
    return f"{opening}{paragraph(words)}</blockquote>" if words else ""
