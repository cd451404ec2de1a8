"""The plain form of a claim: each part is the words that it rests on, and what they mean."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField

from dateline.codebook import CATEGORIES, GROUPS, HEDGES, KINDS, Claim
from dateline.codebook.events import EVENTS
from dateline.codebook.targets import TARGETS
from dateline.ledger.grounds import MAX_QUOTE
from dateline.ledger.models import Capture

from .parts import SPEAKERS, TOLLS, claim_of
from .standing import NotThereError


def _codes(codes: Any) -> list[tuple[str, str]]:
    return [(code, code.replace("_", " ")) for code in codes]


HEDGED = [("asserted", "asserted, in its own voice"), *_codes(HEDGES[1:])]
MOST = 10**12


class Words(forms.CharField):
    """Words of the text, or a name; empty where the report says nothing of it."""

    def __init__(self, label: str, **options: Any) -> None:
        super().__init__(label=label, required=False, max_length=500, **options)
        self.widget.attrs["dir"] = "auto"


class Number(forms.CharField):
    """A number that the page itself put into the form; 0 where somebody made it something else."""

    widget = forms.HiddenInput

    def __init__(self) -> None:
        super().__init__(required=False)

    def clean(self, value: Any) -> int:
        """Return the number."""
        return number(str(value or ""))


def number(words: str) -> int:
    """Return a number that came with a request, 0 where it is none."""
    return int(words) if len(words) < 10 and words.isascii() and words.isdecimal() else 0


class ClaimForm(forms.Form):
    """What a claim says."""

    text = forms.CharField(widget=forms.HiddenInput, required=False)
    near = Number()
    based_on = Number()
    quote = forms.CharField(
        max_length=MAX_QUOTE + 100,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        help_text="One or more whole clauses, exactly as they stand in the text.",
    )
    kind = forms.ChoiceField(choices=_codes(KINDS), initial="event")
    event = forms.ChoiceField(
        choices=[(code, one.label) for code, one in EVENTS.items()], label="What happened"
    )
    event_words = Words("Words that say what happened")
    negated = forms.BooleanField(required=False, label="It says that this did not happen")
    negation_words = Words("Words that deny it")
    actor_words = Words("Words that say who did it")
    actor_name = Words("Their full name")
    target_words = Words("Words that say what was hit, or whom")
    target_name = Words("Its full name")
    target_kind = forms.ChoiceField(
        choices=[(kind, one.label) for kind, one in TARGETS.items()],
        initial="people",
        label="Which kind",
    )
    place_words = Words("Words that say where")
    place_name = Words("Which place", help_text="As a map names it, such as Sarmin, Idlib.")
    when_words = Words("Words that say when")
    when_edtf = Words("Which day", help_text="As 2015-10-20; empty: as the words say it.")
    hedge = forms.ChoiceField(choices=HEDGED, label="How sure the speaker is")
    hedge_words = Words("Words that say how sure")

    def __init__(
        self, *args: Any, words: str, capture: Capture, before: Claim | None = None, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.words, self.capture, self.before = words, capture, before
        self.said: Claim | None = None
        for n in range(self._rows("speaker", SPEAKERS, len(before.speakers) if before else 0)):
            self._speaker(n)
        for n in range(self._rows("toll", TOLLS, len(before.tolls) if before else 0)):
            self._toll(n)

    def _rows(self, name: str, most: int, there: int) -> int:
        """Return how many rows to show: what is there, and one to fill in."""
        sent = sum(f"{name}_{n}_words" in self.data for n in range(most))
        return min(max(sent, there + 1), most)

    def _speaker(self, n: int) -> None:
        who = f"who relays it ({n})" if n else "who says so"
        self.fields[f"speaker_{n}_words"] = Words(f"Words that name {who}")
        self.fields[f"speaker_{n}_name"] = Words(f"Full name of {who}")
        self.fields[f"speaker_{n}_verb"] = Words("How: said, claimed, denied …")

    def _toll(self, n: int) -> None:
        self.fields[f"toll_{n}_words"] = Words("Words that count, in the quote")
        for name, field in _toll_fields().items():
            self.fields[f"toll_{n}_{name}"] = field

    def clean(self) -> dict[str, Any]:
        """Put the claim together; what stands nowhere is said at its field."""
        said = super().clean() or {}
        if not self.errors:
            try:
                self.said = claim_of(said, self.words, self.capture, self.before)
            except NotThereError as missing:
                self.add_error(missing.field, str(missing))
        return said

    def groups(self) -> Iterator["Group"]:
        """Return the fields as they stand together."""
        yield self._group("What it quotes", ["quote"])
        yield self._group(
            "What it says", ["kind", "event", "event_words"], ["negation_words", "negated"]
        )
        yield self._group("Who says so", *self._named("speaker", "words", "name", "verb"))
        yield self._group(
            "Who and what",
            ["actor_words", "actor_name"],
            ["target_words", "target_name", "target_kind"],
        )
        yield self._group(
            "Where and when", ["place_words", "place_name"], ["when_words", "when_edtf"]
        )
        yield self._group("How many", *self._named("toll", "words", *_toll_fields()))
        yield self._group("How sure", ["hedge", "hedge_words"])

    def _named(self, name: str, *parts: str) -> list[list[str]]:
        shown = [n for n in range(max(SPEAKERS, TOLLS)) if f"{name}_{n}_words" in self.fields]
        return [[f"{name}_{n}_{part}" for part in parts] for n in shown]

    def _group(self, name: str, *rows: list[str]) -> "Group":
        return Group(name, [[self[field] for field in row] for row in rows])


@dataclass(frozen=True)
class Group:
    """Fields under one heading, row by row."""

    name: str
    rows: list[list[BoundField]]


def _toll_fields() -> dict[str, forms.Field]:
    return {
        "category": forms.ChoiceField(
            choices=_codes(CATEGORIES), required=False, label="What is counted"
        ),
        "groups": forms.MultipleChoiceField(
            choices=_codes(group for group in GROUPS if group != "unknown"),
            required=False,
            label="Who they are",
            widget=forms.SelectMultiple(attrs={"size": 3}),
        ),
        "low": _bound("At least"),
        "high": _bound("At most"),
        "approximate": forms.BooleanField(required=False, label="About"),
        "cumulative": forms.BooleanField(required=False, label="So far, over a period"),
    }


def _bound(label: str) -> forms.IntegerField:
    return forms.IntegerField(required=False, min_value=0, max_value=MOST, label=label)
