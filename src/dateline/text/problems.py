"""Why a text may not be published yet."""

from collections.abc import Collection, Iterator, Mapping
from itertools import zip_longest
from typing import Final

from markdown_it.token import Token

from dateline.text.address import is_link
from dateline.text.directive import BOARDS, Directive
from dateline.text.reader import CHECKER, parse
from dateline.text.scrub import unstorable_lines
from dateline.text.words import Image, Problem

LONGEST: Final = 100_000
TOO_LONG: Final = f"the text is longer than {LONGEST:,} characters; split it into several updates."
MOST_BRACKETS: Final = 5_000
TOO_MANY: Final = f"the text has more than {MOST_BRACKETS:,} opening brackets; take some out."
UNSTORABLE: Final = "this line holds a character that cannot be stored ({code}); delete it."
PICTURE: Final = (
    "pictures are brought in with ::media{id=…}; add this one to the desk's media, or write a link."
)
LINK: Final = "a link must begin with https://, http:// or mailto:; write its whole address."
HELD: Final = (
    "the desk holds this report, so its words may not be public; take the quote out, or ask an"
    " editor about the report."
)
MARK: Final = (
    "[words]{…} marks a claim: write [words]{claim=ID}, take the braces out, or write \\{ for a"
    " plain brace."
)


def heavy(markdown: str) -> Problem | None:
    """Say why a text may not even be parsed: it would hold a thread for seconds."""
    if len(markdown) > LONGEST:
        return Problem(1, TOO_LONG)
    if markdown.count("[") > MOST_BRACKETS:  # each may begin a link, so each costs a search
        return Problem(1, TOO_MANY)
    return None


def problems(
    markdown: str,
    *,
    images: Mapping[str, Image] | None = None,
    reports: Collection[str] | None = None,
    held: Collection[str] = (),
    claims: Collection[str] | None = None,
    boards: Collection[str] | None = None,
) -> list[Problem]:
    """List what keeps a text from being published, by line; empty when nothing does.

    With `images`, a picture's own description counts, and ids that it does not hold are named;
    with `reports`, `claims` and `boards`, those that a text names and that are not among them.
    The reports that are `held` may not be quoted.
    """
    if too_heavy := heavy(markdown):
        return [too_heavy]
    found = [
        Problem(line, UNSTORABLE.format(code=code)) for line, code in unstorable_lines(markdown)
    ]
    tokens = parse(markdown, reader=CHECKER)
    for token, following in zip_longest(tokens, tokens[1:]):
        line = token.map[0] + 1 if token.map else 1
        found += [Problem(line, message) for message in _of_block(token, following, images)]
        found += [Problem(line, message) for message in _of_report(token, reports)]
        found += [Problem(line, message) for message in _of_held(token, held)]
        found += [Problem(line, message) for message in _of_board(token, boards)]
        found += _of_inline(token.children or [], line, claims)
    return sorted(found, key=lambda problem: problem.line)


def _of_block(
    token: Token, following: Token | None, images: Mapping[str, Image] | None
) -> Iterator[str]:
    if token.type == "literal" and token.meta["problem"]:
        yield token.meta["problem"]
    if token.type == "media":
        yield from _of_media(token.meta["directive"], images)
    if token.type == "quote_open":
        yield from _of_quote(token.meta["directive"])
        if following and following.type == "quote_close":
            yield "this :::quote holds no words; write them before its closing :::."


def _of_report(token: Token, reports: Collection[str] | None) -> Iterator[str]:
    if reports is None or token.type not in ("card", "quote_open"):
        return
    name = token.meta["directive"].get("report")
    if name and name not in reports:
        yield f"no report has the id {name}; choose one from the desk's reports."


def _of_held(token: Token, held: Collection[str]) -> Iterator[str]:
    if token.type == "quote_open" and token.meta["directive"].get("report") in held:
        yield HELD


def _of_board(token: Token, boards: Collection[str] | None) -> Iterator[str]:
    if boards is None or token.type not in BOARDS:
        return
    directive: Directive = token.meta["directive"]
    if directive.board not in boards:
        yield f"no {directive.name} can be shown for {directive.board.partition(':')[2]}."


def _of_media(directive: Directive, images: Mapping[str, Image] | None) -> Iterator[str]:
    name = directive.get("id")
    image = images.get(name) if images is not None else None
    if images is not None and image is None:
        yield f"no picture has the id {name}; choose one from the desk's media."
    if not directive.get("alt") and not (image and image.alt.strip()):
        yield 'this picture is not described; add alt="what can be seen" to ::media.'


def _of_quote(directive: Directive) -> Iterator[str]:
    translated = directive.get("translation")
    named = directive.get("by") or "machine" in directive.flags
    if not directive.get("source") and not directive.get("report"):
        yield 'this :::quote does not say who speaks; add source="…" or report=….'
    if translated and not named:
        yield 'who translated this quote must be said; add by="…" or machine.'
    if named and not translated:
        yield 'this :::quote names a translator and has no translation; add translation="…".'


def _of_inline(
    children: list[Token], line: int, claims: Collection[str] | None
) -> Iterator[Problem]:
    for token in children:
        line += token.type in ("softbreak", "hardbreak")
        if token.type == "mark":
            yield Problem(line, MARK)
        elif token.type == "claim_open":
            name = token.meta["claim"]
            if claims is not None and name not in claims:
                yield Problem(
                    line, f"no accepted claim has the id {name}; choose one of this column."
                )
        elif token.type == "link_open":
            if token.meta.get("picture"):
                yield Problem(line, PICTURE)
            elif not is_link(str(token.attrGet("href") or "")):
                yield Problem(line, LINK)
