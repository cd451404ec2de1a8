"""What has no place in the blog, kept before the editors as an unpublished draft."""

from dateline.ledger.models import LiveBlog, Person, Report, Update
from dateline.ledger.verbs.writing import Text, write_update
from dateline.server.importing.blog import name_of
from dateline.server.importing.outcome import Outcome
from dateline.text.escaped import escaped

HEADLINE = "Left out by the import"
LEAD = "This draft is for the desk. The whole page is kept as the report below."
LONGEST = 400
"""Code points of a piece; the kept page has it whole."""
MOST = 150
"""Pieces."""


def keep(by: Person, blog: LiveBlog, page: Report, outcome: Outcome) -> Update | None:
    """Write the draft, once; None where nothing was left."""
    lines = [f"- {escaped(o.piece.words[:LONGEST])} — *{escaped(o.why)}*" for o in outcome.left]
    for update, one in outcome.open_mentions:
        meant = f"which earlier update is meant? It stands in “{update.headline}”"
        lines.append(f"- {escaped(one.words[:LONGEST])} — *{escaped(meant)}*")
    if not lines:
        return None
    more = [f"- … and {len(lines) - MOST:,} more."] if len(lines) > MOST else []
    text = "\n\n".join([LEAD, "\n".join(lines[:MOST] + more), f"::card{{report={page.pk}}}"])
    words = Text(headline=HEADLINE, body=text)
    return write_update(by=by, blog=blog, text=words, draft=name_of(page, blog, "left"))
