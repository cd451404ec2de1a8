"""The block rules of markdown-it that find directives and keep text that nests too deeply."""

from typing import Final

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from dateline.text.directive import RefusedError, is_directive, read

DEEPEST: Final = 16
"""Levels of lists and quotations that are read; markdown-it itself would drop what lies deeper."""

OPEN: Final = "dateline_open"
"""Where a parse keeps its containers that wait for their `:::`."""

UNCLOSED: Final = "this :::quote has no end; close it with ::: on a line of its own."
STRAY: Final = "this ::: closes nothing; take it out, or open a :::quote{…} before it."
MISPLACED: Final = (
    "a directive cannot stand inside a list or a quotation; move it to a line of its own."
)
NESTED: Final = "a {name} cannot stand inside a quote; close the first with ::: before it."
TOO_DEEP: Final = "lists and quotations are nested too deeply here; take some levels out."


def install(md: MarkdownIt) -> None:
    """Add the rules; a directive ends a paragraph, as a code fence does."""
    ends: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    md.block.ruler.before("code", "too_deep", _too_deep)
    md.block.ruler.before("fence", "directive", _directive, ends)
    md.core.ruler.after("block", "unclosed", _unclosed)


def _too_deep(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    if silent or state.level < DEEPEST:
        return False
    line = start + 1
    while line < end and not state.isEmpty(line) and state.sCount[line] >= state.blkIndent:
        line += 1
    text = state.getLines(start, line, state.blkIndent, False)
    _literal(state, text, TOO_DEEP, (start, line))
    return True


def _directive(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    begin = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith("::", begin) or state.is_code_block(start):
        return False
    line = state.src[begin : state.eMarks[start]].rstrip()
    closes = len(line) > 2 and not line.strip(":")
    if not closes and not is_directive(line):
        return False
    if silent:
        return True
    if closes:
        _close(state, line, start)
    else:
        _open(state, line, start)
    return True


def _open(state: StateBlock, line: str, start: int) -> None:
    waiting: list[Token] = state.env.setdefault(OPEN, [])
    try:
        directive = read(line)
        if state.level:
            raise RefusedError(MISPLACED)
        # A card's words would read as the speaker's.
        if directive.name != "media" and waiting:
            raise RefusedError(NESTED.format(name=directive.name))
    except RefusedError as refused:
        token = _literal(state, line, str(refused), (start, start + 1))
    else:
        kind = "quote_open" if directive.name == "quote" else directive.name
        token = _push(state, kind, line, start)
        token.meta["directive"] = directive
    if line.startswith(":::") and not state.level:
        waiting.append(token)  # a refused container waits too: its ::: is then no second problem


def _close(state: StateBlock, line: str, start: int) -> None:
    waiting: list[Token] = state.env.setdefault(OPEN, [])
    if state.level or not waiting:
        _literal(state, line, STRAY, (start, start + 1))
        return
    opened = waiting.pop()
    if opened.type == "quote_open":
        _push(state, "quote_close", line, start).meta["directive"] = opened.meta["directive"]
    else:
        _literal(state, line, "", (start, start + 1))


def _unclosed(state: StateCore) -> None:
    for token in state.env.get(OPEN, []):
        if token.type == "quote_open":
            token.type, token.meta = "literal", {"problem": UNCLOSED}


def _push(state: StateBlock, kind: str, line: str, start: int) -> Token:
    token = state.push(kind, "", 0)
    token.content, token.map, token.block = line, [start, start + 1], True
    state.line = start + 1
    return token


def _literal(state: StateBlock, text: str, problem: str, lines: tuple[int, int]) -> Token:
    """Let the text stand as it was written: nothing that an editor typed is lost in silence."""
    token = _push(state, "literal", text, lines[0])
    token.meta["problem"] = problem
    token.map, state.line = list(lines), lines[1]
    return token
