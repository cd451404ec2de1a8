"""Forms of redaction. The words typed here stand in request bodies and nowhere else."""

from django import forms


class ReasonForm(forms.Form):
    """Why something is taken out, for readers."""

    reason = forms.CharField(
        max_length=300,
        label="Reason, for readers",
        help_text="It stands in public for good: it must not name what is taken out.",
    )


class WordsForm(forms.Form):
    """Words that must go, wherever they stand."""

    words = forms.CharField(
        label="Words to take out",
        max_length=5000,
        help_text="One name or phrase a line, in any case; three characters or more.",
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off", "spellcheck": "false"}),
    )

    def lines(self) -> list[str]:
        """Return the words, one a line."""
        return [line.strip() for line in self.cleaned_data["words"].splitlines() if line.strip()]


class WordsWithReasonForm(WordsForm, ReasonForm):
    """Words that must go, and why."""

    field_order = ["words", "reason"]
