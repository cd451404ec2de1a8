"""Pictures and quotes as HTML. Every value is escaped here, and the whole is sanitised after."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from dateline.text.direction import direction, is_tag
from dateline.text.directive import Directive
from dateline.text.words import Image, Words

SIZES: Final = "(max-width: 44rem) 100vw, 44rem"
SETTING: Final = "dateline_setting"
SPLITS_SRCSET: Final = re.compile(r"[\s,]")


@dataclass(frozen=True)
class Setting:
    """What one rendering needs besides the text."""

    images: Mapping[str, Image]
    words: Words
    language: str


def install(md: MarkdownIt) -> None:
    """Add the renderers of our own tokens."""
    md.add_render_rule("literal", _literal)
    md.add_render_rule("mark", _mark)
    md.add_render_rule("media", _media)
    md.add_render_rule("quote_open", _quote_open)
    md.add_render_rule("quote_close", _quote_close)
    md.add_render_rule("link_open", _link_open)
    md.add_render_rule("link_close", _link_close)


def _literal(_self: Any, tokens: Sequence[Token], at: int, _options: Any, _env: Any) -> str:
    return _paragraph(tokens[at].content)


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
        return _missing(directive, setting.words)
    alt = directive.get("alt") or image.alt
    credit = setting.words.photo(directive.get("credit") or image.credit)
    return f'<figure class="media">{_img(image, alt)}{_caption([("credit", credit)])}</figure>\n'


def _missing(directive: Directive, words: Words) -> str:
    said = [("alt", directive.get("alt")), ("credit", words.photo(directive.get("credit")))]
    place = _paragraph(words.missing_picture)
    return f'<figure class="media missing">{place}{_caption(said)}</figure>\n'


def _img(image: Image, alt: str) -> str:
    sources = [(SPLITS_SRCSET.sub(_percent, address), width) for address, width in image.sources]
    attributes = {
        "src": sources[-1][0],
        "srcset": ", ".join(f"{address} {width}w" for address, width in sources),
        "sizes": SIZES,
        "width": str(image.width),
        "height": str(image.height),
        "alt": alt,
        "loading": "lazy",
        "decoding": "async",
    }
    return f"<img{_attributes(attributes)}>"


def _percent(found: re.Match[str]) -> str:
    return f"%{ord(found.group()):02X}"


def _quote_open(_self: Any, tokens: Sequence[Token], at: int, _options: Any, _env: Any) -> str:
    language = tokens[at].meta["directive"].get("lang")
    return f'<figure class="quote"><blockquote{_spoken(language)} class="original">\n'


def _quote_close(_self: Any, tokens: Sequence[Token], at: int, _options: Any, env: Any) -> str:
    setting: Setting = env[SETTING]
    directive: Directive = tokens[at].meta["directive"]
    said = [("source", directive.get("source"))]
    said += [("translator", words) for words in translator(directive, setting.words)]
    return f"</blockquote>{_translation(directive, setting.language)}{_caption(said)}</figure>\n"


def translator(directive: Directive, words: Words) -> list[str]:
    """Say who translated a quote; nothing where there is no translation to speak of."""
    by, machine = directive.get("by"), "machine" in directive.flags
    translated = directive.get("translation") or by or machine
    return words.translator(by, machine=machine) if translated else []


def _translation(directive: Directive, language: str) -> str:
    words = directive.get("translation")
    opening = f'<blockquote{_spoken(language)} class="translation">'
    return f"{opening}{_paragraph(words)}</blockquote>" if words else ""


def _spoken(language: str) -> str:
    if not is_tag(language):
        return ' dir="auto"'
    return _attributes({"lang": language, "dir": direction(language)})


def _caption(said: list[tuple[str, str]]) -> str:
    spans = [f'<span class="{kind}">{escape(words)}</span>' for kind, words in said if words]
    return f'<figcaption dir="auto">{" · ".join(spans)}</figcaption>' if spans else ""


def _paragraph(words: str) -> str:
    return f'<p dir="auto">{escape(words)}</p>\n'


def _attributes(values: dict[str, str]) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in values.items())
