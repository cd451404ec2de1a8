"""The form of what was shared."""

from typing import Any

from django import forms

from dateline.ledger.models import LiveBlog

from .shared import LONGEST, MOST_WORDS, Shared


class ShareForm(forms.Form):
    """An address, words from it, and the blog for which they are."""

    address = forms.CharField(
        max_length=LONGEST,
        label="Address",
        widget=forms.TextInput(attrs={"inputmode": "url", "dir": "ltr", "autocomplete": "off"}),
    )
    words = forms.CharField(
        required=False,
        max_length=MOST_WORDS,
        label="Words to quote, if any",
        widget=forms.Textarea(attrs={"rows": 6, "dir": "auto"}),
    )
    blog = forms.ChoiceField(label="Live blog")

    def __init__(self, *args: Any, blogs: list[LiveBlog], **options: Any) -> None:
        super().__init__(*args, **options)
        self.blogs = {str(blog.pk): blog for blog in blogs}
        self.fields["blog"].choices = [  # type: ignore[attr-defined]
            (pk, f"{blog.column.name}: {blog.headline}") for pk, blog in self.blogs.items()
        ]

    @classmethod
    def of(cls, shared: Shared, blogs: list[LiveBlog]) -> "ShareForm":
        """Return the form as what was shared fills it."""
        return cls(initial={"address": shared.address, "words": shared.words}, blogs=blogs)

    def chosen(self) -> LiveBlog:
        """Return the blog that was chosen."""
        return self.blogs[self.cleaned_data["blog"]]
