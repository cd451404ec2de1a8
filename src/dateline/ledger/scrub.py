"""Taking words out of records and of what the log keeps about them, both in the same way."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import Any
from urllib.parse import quote
from uuid import UUID

from django.apps import apps
from django.db.models import CharField, JSONField, Model, TextField

from .refusal import Refused

TEXT_FIELDS = (
    "headline",
    "body",
    "place",
    "byline",
    "lead",
    "name",
    "description",
    "publisher",
    "alt",
    "credit",
    "public_name",
    "gone_reason",
    "note",
    "slug",
    "title",
    "author",
    "site_name",
    "excerpt",
    "address",
    "canonical",
    "url",
    "given_name",
    "given_title",
    "aliases",
    "reliability_note",
    "trouble",
    "said",
    "reason",
    "set_aside",
    "sentence",
    "signed",
    "question_words",
    "method",
    "evidence",
    "addresses",
    "areas",
    "clauses",
)
"""The fields that people write freely, or that quote a report; only these are ever scrubbed."""

CODES = frozenset({"kind", "event", "level", "basis", "category", "groups", "class"})
"""Keys of a claim under which no words stand but the codebook's own."""

JOINTS = r"[\s_\-]+"
"""What may stand between the words of a name, in the name as it was given."""

UNSEEN = (
    "(?:[\u00ad\u034f\u061c\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8]"
    "|&shy;|&zw[n]?j;|&#173;|&#xad;)"
)
"""What readers do not see or read over: soft hyphens, tatweel, joiners, vowel signs, accents."""

SIGNS = r"[*_~`\\]"
"""Markdown's own signs, which vanish when it is rendered."""

BETWEEN_WORDS = r"(?:&#?\w{1,32}+;|%20|(?!&#?\w{1,32}+;|%20)[\W_])*"
"""Blanks of any kind, Markdown's signs, entities, or, as in a hashtag, nothing."""

REQUIRED_FIELDS = ("name", "publisher", "slug")
MARK = "▇▇▇"
"""What stands in a text where words were taken out."""

Scrub = Callable[[str], str]


def words_scrub(words: Iterable[str]) -> Scrub:
    """Return what replaces each of the words, in any case and however they are spaced or joined.

    Raises Refused for words too short to be meant: `a` would take half of the site with it.
    """
    chosen = {word for word in map(str.strip, words) if word}
    if not chosen:
        raise Refused("Say which words must go.")
    # Composed or not, é looks the same: macOS hands out names decomposed.
    forms = {unicodedata.normalize(form, word) for word in chosen for form in ("NFC", "NFD")}
    forms |= {re.sub(UNSEEN, "", form) for form in forms}
    named = [[part for part in re.split(JOINTS, form) if part] for form in forms]
    if any(len("".join(parts)) < 3 for parts in named):
        raise Refused("Words to redact have three characters or more.")
    named.sort(key=lambda parts: len("".join(parts)), reverse=True)
    pattern = "|".join(BETWEEN_WORDS.join(map(_letters, parts)) for parts in named)
    compiled = re.compile(pattern, re.IGNORECASE)
    return lambda text: compiled.sub(MARK, text)


def _letters(word: str) -> str:
    """Return a pattern for a word, however its letters are marked, hidden apart or encoded."""
    return f"(?:{UNSEEN}|{SIGNS})*".join(_letter(letter) for letter in word)


def _letter(letter: str) -> str:
    plain = re.escape(letter)
    return plain if letter.isascii() else f"(?:{plain}|{quote(letter)})"


def picture_scrub(ids: Iterable[UUID]) -> Scrub:
    """Return what takes the words out of directives that show these pictures."""
    names = "|".join(f"{one}|{one.hex}" for one in ids)
    line = re.compile(rf"^[ \t]*::media\{{[^\n]*?({names})[^\n]*$", re.IGNORECASE | re.MULTILINE)
    return lambda text: line.sub(r"::media{id=\1}", text)


def blank(_: str) -> str:
    """Take a whole text out."""
    return ""


def text_fields(model: type[Model]) -> list[str]:
    """Return which of a model's fields people write; a role's name is a code, not words."""
    written = (CharField, TextField, JSONField)
    fields = (f for f in model._meta.concrete_fields if isinstance(f, written))
    return [field.name for field in fields if field.name in TEXT_FIELDS and not field.choices]


def scrub_fields(record: Model, scrub: Scrub) -> bool:
    """Scrub a record's text fields in place; tell whether any changed."""
    changed = False
    for name in text_fields(type(record)):
        old = getattr(record, name)
        if (new := scrubbed(name, old, str(record.pk), scrub)) != old:
            setattr(record, name, new)
            changed = True
    return changed


def scrub_content(body: dict[str, Any], name_in_log: str, scrub: Scrub) -> dict[str, Any]:
    """Return what the log keeps of a change, scrubbed exactly as the record itself is."""
    kind, _, pk = name_in_log.partition(":")
    texts = text_fields(apps.get_model("ledger", kind))
    sides = {
        side: None
        if body.get(side) is None
        else {
            name: scrubbed(name, value, pk, scrub) if name in texts else value
            for name, value in body[side].items()
        }
        for side in ("before", "after")
    }
    return {**body, **sides, "reason": scrub(body.get("reason", ""))}


def scrubbed(name: str, text: Any, pk: str, scrub: Scrub) -> Any:
    """Return what stands in a field once the words are out of it.

    A claim that holds them goes whole: it would misquote, and where it is says as much as a name.
    """
    if isinstance(text, dict):
        return {} if any(scrub(words) != words for words in _words_in(text)) else text
    if isinstance(text, list):
        return [_scrubbed_item(item, scrub) for item in text]
    new = scrub(text)
    if new == text:
        return text
    if name in ("canonical", "url"):
        return ""
    if name == "addresses":  # what is left of one would lead to the same page, or to another
        return "\n".join(line for line in text.splitlines() if scrub(line) == line)
    if name in ("slug", "address"):  # an address must stay one, and differ from its neighbours'
        return f"redacted-{pk.replace('-', '')[:8]}"
    return new or (MARK if name in REQUIRED_FIELDS else "")


def _scrubbed_item(item: Any, scrub: Scrub) -> Any:
    """Return an area's name, or a clause of a summary, without the words."""
    return {**item, "words": scrub(item["words"])} if isinstance(item, dict) else scrub(item)


def _words_in(said: Any) -> Iterator[str]:
    if isinstance(said, str):
        yield said
    elif isinstance(said, dict):
        for name, value in said.items():
            yield from () if name in CODES and not isinstance(value, dict) else _words_in(value)
    elif isinstance(said, list):
        for value in said:
            yield from _words_in(value)
