"""The form of a check."""

from django import forms

from dateline.ledger.models import Check
from dateline.ledger.verbs.checking import Finding


class CheckForm(forms.Form):
    """What the desk found out about a report. Lengths and addresses are the ledger's to judge."""

    question = forms.ChoiceField(choices=Check.Question.choices)
    question_words = forms.CharField(
        max_length=200,
        required=False,
        label="The question in your words",
        help_text="Needed for another question; readers see it.",
    )
    result = forms.ChoiceField(choices=Check.Result.choices)
    method = forms.CharField(
        max_length=500,
        label="How you found out",
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
    )
    evidence = forms.CharField(
        max_length=4000,
        required=False,
        label="What shows it",
        help_text="Readers see it.",
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
    )
    addresses = forms.CharField(
        max_length=4000,
        required=False,
        label="Addresses of what shows it",
        help_text="One a line.",
        widget=forms.Textarea(attrs={"rows": 2, "dir": "ltr"}),
    )

    def finding(self) -> Finding:
        """Return what was typed, as the ledger takes it."""
        return Finding(**self.cleaned_data)
