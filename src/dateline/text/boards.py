"""An incident, a toll or a front inside an update, as it stands when the page is written."""

from html import escape

from dateline.text.address import is_evidence_page, is_link
from dateline.text.markup import facing, link, paragraph
from dateline.text.words import Board, Words


def board_html(kind: str, board: Board | None, *, words: Words, language: str) -> str:
    """Return it as a figure; one that cannot be shown says so."""
    if board is None:
        return f'<figure class="board missing">{paragraph(words.unknown_board)}</figure>\n'
    ours = facing(language)
    page = board.page if is_evidence_page(board.page) or is_link(board.page) else ""
    lines = [
        ("dateline", escape(board.dateline)),
        ("title", link(board.title, page)),
        *(("row", _row(label, said)) for label, said in board.rows),
        ("note", escape(board.note)),
    ]
    shown = "".join(f'<p class="{name}"{ours}>{html}</p>' for name, html in lines if html)
    return f'<figure class="board {kind}">{shown}</figure>\n'


def _row(label: str, said: str) -> str:
    spoken = f'<span class="said" dir="auto">{escape(said)}</span>'
    return f'<span class="label">{escape(label)}</span> {spoken}' if label else spoken


def board_words(board: Board | None, words: Words) -> str:
    """Return it as plain text, a line for each thing that it says."""
    if board is None:
        return words.unknown_board
    head = " · ".join(filter(None, (board.dateline, board.title)))
    rows = [": ".join(filter(None, row)) for row in board.rows]
    return "\n".join(filter(None, (head, *rows, board.note)))
