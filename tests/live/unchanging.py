"""The site without what only tells when a file was written."""

import json
import re

OF_ITS_TIME = (
    # A smaller page says which revision it was written at; its script asks for what came after.
    r' data-rev="\d+"',
    r' id="freshness" data-updated="[^"]*">.*?</span>',
    r'<meta property="article:modified_time" [^>]*>',
    r'"dateModified":"[^"]*"',
)


def without_time(site, *, deltas=False):
    """Return every file's text, without its moment of writing; deltas of the past only if asked.

    A picture that no page shows any longer lies there until the next redaction sweeps it up.
    """
    files = site.files()
    pages = b"".join(data for path, data in files.items() if path.endswith(".html"))
    return {
        path: _without(path, data)
        for path, data in files.items()
        if deltas or "/rev/" not in path
        if not path.startswith("media/") or path.encode() in pages
    }


def _without(path, data):
    if path.endswith("head.json"):
        head = json.loads(data)
        # It names the newest entry at the moment of writing, also one about another blog.
        del head["ledger"]
        return head
    if not path.endswith(".html"):
        return data
    return re.sub("|".join(OF_ITS_TIME), "", data.decode(), flags=re.DOTALL)
