"""Forms about one report."""

from django import forms

from dateline.desk.sources.choosing import WithSource
from dateline.ledger.models import Report
from dateline.ledger.verbs.reports import Flags


class FlagsForm(forms.Form):
    """What an editor says about a report."""

    graphic = forms.BooleanField(required=False, label="Graphic: readers open it by a click")
    identifies = forms.BooleanField(
        required=False, label="Identifies a person: no author, excerpt or picture for readers"
    )
    protected = forms.BooleanField(
        required=False, label="Protected: only editors and owners see what it is"
    )
    opened = forms.BooleanField(required=False, label="Open: readers may take the kept bytes away")
    reason = forms.CharField(required=False, max_length=300, label="Reason, for the log")

    @classmethod
    def of(cls, report: Report) -> "FlagsForm":
        """Return the form of a report's flags as they stand."""
        names = ("graphic", "identifies", "protected", "opened")
        return cls(initial={name: getattr(report, name) for name in names})

    def flags(self) -> Flags:
        """Return the flags, as the ledger takes them."""
        said = self.cleaned_data
        return Flags(
            graphic=said["graphic"],
            identifies=said["identifies"],
            protected=said["protected"],
            opened=said["opened"],
        )


class SourceForm(WithSource):
    """Which source a report comes from."""

    source_needed = True
