"""The plain form of a claim: each part is the words that it rests on, and what they mean."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.forms import BoundField

from dateline.codebook import HEDGES, KINDS, Claim
from dateline.codebook.events import EVENTS
from dateline.codebook.targets import TARGETS
from dateline.ledger.grounds import MAX_QUOTE
from dateline.ledger.models import Capture

from .fields import DAYS, Number, Words, codes, toll_fields
from .parts import SPEAKERS, claim_of
from .placing import Offer, offer
from .standing import NotThereError
from .tolls import TOLLS

HEDGED = [("asserted", "asserted, in its own voice"), *codes(HEDGES[1:])]


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
    kind = forms.ChoiceField(choices=codes(KINDS), initial="event")
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
    place_name = Words("Look it up as", help_text="As a map names it, such as Sarmin, Idlib.")
    place = forms.CharField(required=False, label="Which place")
    when_words = Words("Words that say when it happened")
    when_edtf = Words("Which day", help_text=DAYS)
    said_when_words = Words("Words that say when it was said")
    said_when_edtf = Words("Said on which day", help_text=DAYS)
    hedge = forms.ChoiceField(choices=HEDGED, label="How sure the speaker is")
    hedge_words = Words("Words that say how sure")

    def __init__(
        self, *args: Any, words: str, capture: Capture, before: Claim | None = None, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.words, self.capture, self.before = words, capture, before
        self.said: Claim | None = None
        said_by = len(before.speakers) if before else 0
        for n in range(self._rows("speaker", SPEAKERS, said_by or 1)):  # and who relays it
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
        for name, field in toll_fields().items():
            self.fields[f"toll_{n}_{name}"] = field

    def clean(self) -> dict[str, Any]:
        """Put the claim together; what stands nowhere is said at its field."""
        said = super().clean() or {}
        if not self.errors:
            try:
                self.said = claim_of(said, self.words, self.capture, self.before, self.places)
            except NotThereError as missing:
                self.add_error(missing.field, str(missing))
        return said

    @cached_property
    def places(self) -> Offer:
        """Return which places the words may mean that stand in the form."""
        words, name, chosen = (
            str(self[field].value() or "") for field in ("place_words", "place_name", "place")
        )
        before = self.before.place if self.before else None
        return offer(words, name, before, chosen)

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
        yield self._group("Where", ["place_words", "place_name"], ["place"])
        yield self._group(
            "When", ["when_words", "when_edtf"], ["said_when_words", "said_when_edtf"]
        )
        yield self._group("How many", *self._named("toll", "words", *toll_fields()))
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
