"""The form of watches."""

from django import forms


class WatchForm(forms.Form):
    """An address to be watched. The ledger and the archive judge it."""

    address = forms.CharField(
        max_length=2000,
        help_text="A feed, a page with links, a YouTube channel, a public Telegram channel.",
        widget=forms.TextInput(attrs={"inputmode": "url", "placeholder": "https://", "dir": "ltr"}),
    )
