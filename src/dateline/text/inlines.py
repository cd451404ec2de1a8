"""Inside a paragraph: marks of claims, and no picture that is fetched from elsewhere."""

import re
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

MARK: Final = re.compile(r"\{([A-Za-z][^{}\n]*+)\}")
CLAIM: Final = re.compile(r"\{claim=\"?([A-Za-z0-9][A-Za-z0-9_-]{0,63})\"?\}")


def install(md: MarkdownIt) -> None:
    """Add the rules for `[words]{claim=ID}` and the pass that takes remote pictures out."""
    md.inline.ruler.before("link", "claim", _claim)
    md.inline.ruler.before("text", "mark", _mark)
    md.core.ruler.after("inline", "no_remote_pictures", _no_remote_pictures)


def _claim(state: StateInline, silent: bool) -> bool:
    """Read `[words]{claim=ID}`: the words may be emphasised, and hold no link or other claim."""
    if state.src[state.pos] != "[" or state.linkLevel:
        return False
    start, end = state.pos + 1, state.md.helpers.parseLinkLabel(state, state.pos, True)
    found = CLAIM.match(state.src, end + 1) if end > start else None
    if not found:
        return False
    if not silent:
        _push_claim(state, found[1], start, end)
    state.pos = found.end()
    return True


def _push_claim(state: StateInline, name: str, start: int, end: int) -> None:
    whole, state.pos, state.posMax = state.posMax, start, end
    state.push("claim_open", "", 1).meta = {"claim": name}
    state.linkLevel += 1
    state.md.inline.tokenize(state)
    state.linkLevel -= 1
    state.push("claim_close", "", -1).meta = {"claim": name}
    state.posMax = whole


def _mark(state: StateInline, silent: bool) -> bool:
    """Note the opening brace only; what is in it then stands as ordinary text."""
    at = state.pos
    if silent or state.src[at] != "{" or not _after_words(state.src, at):
        return False
    found = MARK.match(state.src, at)
    if not found:
        return False
    state.push("mark", "", 0).content = "{"
    state.tokens[-1].meta = {"attributes": found[1]}
    state.pos = at + 1
    return True


def _after_words(text: str, at: int) -> bool:
    return text[at - 1 : at] == "]" and text[at - 2 : at - 1] != "\\"


def _no_remote_pictures(state: StateCore) -> None:
    for token in state.tokens:
        if token.children:
            token.children = _linked(token.children)


def _linked(children: list[Token]) -> list[Token]:
    result: list[Token] = []
    inside = 0
    for token in children:
        inside += token.nesting if token.type in ("link_open", "link_close") else 0
        if token.type == "image":
            result += _as_link(token, alone=not inside)
        else:
            result.append(token)
    return result


def _as_link(image: Token, *, alone: bool) -> list[Token]:
    """Turn a picture into its description, with a link where it does not stand in one already."""
    address = str(image.attrGet("src") or "")
    words = _described(image) or [Token("text", "", 0, content=address)]
    link = {"href": address} if alone else {}
    opening = Token("link_open", "a" if alone else "", 1, attrs=dict(link), meta={"picture": True})
    return [opening, *words, Token("link_close", opening.tag, -1)]


def _described(image: Token) -> list[Token]:
    result: list[Token] = []
    for child in image.children or []:
        if child.type == "image":
            result += _described(child)
        elif child.type not in ("link_open", "link_close"):
            result.append(child)
    return result
