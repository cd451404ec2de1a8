"""The JSON-LD that a page carries for search engines."""

import json
from collections.abc import Iterator
from typing import Any, Final

from lxml.html import HtmlElement

Node = dict[str, Any]

MOST_SCRIPTS: Final = 30
MOST_CHARACTERS: Final = 2_000_000
MOST_NODES: Final = 2_000
DEEPEST: Final = 8

ARTICLES: Final = frozenset(
    {
        "Article",
        "NewsArticle",
        "ReportageNewsArticle",
        "AnalysisNewsArticle",
        "BackgroundNewsArticle",
        "OpinionNewsArticle",
        "LiveBlogPosting",
        "BlogPosting",
        "SocialMediaPosting",
        "DiscussionForumPosting",
        "Report",
        "VideoObject",
    }
)


def nodes(tree: HtmlElement) -> list[Node]:
    """List the objects in all of a page's JSON-LD, outer before inner."""
    found: list[Node] = []
    scripts = tree.iterfind('.//script[@type="application/ld+json"]')
    for _, script in zip(range(MOST_SCRIPTS), scripts, strict=False):
        for node in _walk(_parsed(script.text or ""), 0):
            if len(found) == MOST_NODES:
                return found
            found.append(node)
    return found


def articles(found: list[Node]) -> list[Node]:
    """List the objects that are a piece of journalism, a film or a post."""
    return [node for node in found if not ARTICLES.isdisjoint(types(node))]


def types(node: Node) -> set[str]:
    """Return what an object says it is."""
    return set(strings(node.get("@type")))


def strings(value: object) -> list[str]:
    """Return the one string or the list of strings that stands there."""
    values = value if isinstance(value, list) else [value]
    return [one for one in values if isinstance(one, str)]


def names(value: object) -> list[str]:
    """Return the names of the persons and organisations that stand there."""
    values = value if isinstance(value, list) else [value]
    named = [one.get("name") if isinstance(one, dict) else one for one in values]
    return [one for name in named for one in strings(name)]


def _parsed(text: str) -> object:
    if len(text) > MOST_CHARACTERS:
        return None
    try:
        # Not strict: real pages have bare line breaks inside their strings.
        return json.loads(text.strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _walk(value: object, depth: int) -> Iterator[Node]:
    if depth > DEEPEST:
        return
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from _walk(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _walk(inner, depth + 1)
