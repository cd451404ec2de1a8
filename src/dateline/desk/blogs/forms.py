"""Forms of live blogs."""

from typing import Any

from django import forms
from django.utils import timezone

from dateline.desk.media.forms import WithPicture
from dateline.ledger.models import Column, LiveBlog, Media
from dateline.ledger.verbs.blogs import Masthead


class MastheadForm(WithPicture):
    """What stands at the head of a live blog."""

    headline = forms.CharField(max_length=200)
    lead = forms.CharField(
        max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    language = forms.CharField(
        max_length=35, required=False, help_text="Empty means the column's own."
    )
    previous = forms.ModelChoiceField(
        LiveBlog.objects.none(), required=False, label="Previous blog", empty_label="none"
    )
    field_order = ["headline", "lead", "language", "previous"]

    def __init__(
        self, *args: Any, column: Column, blog: LiveBlog | None = None, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        others = column.blogs.order_by("-started_at")
        others = others.exclude(pk=blog.pk) if blog else others
        self.fields["previous"].queryset = others  # type: ignore[attr-defined]

    @classmethod
    def initial_of(cls, blog: LiveBlog) -> dict[str, object]:
        """Return what the form shows of a blog."""
        names = ("headline", "lead", "language", "previous")
        return {name: getattr(blog, name) for name in names} | {"kept": blog.photo}

    def masthead(self, photo: Media | None) -> Masthead:
        """Return what was typed, as the ledger takes it."""
        said = self.cleaned_data
        return Masthead(
            headline=said["headline"],
            lead=said["lead"].replace("\r\n", "\n"),
            photo=photo,
            language=said["language"],
            previous=said["previous"],
        )


class NewBlogForm(MastheadForm):
    """A blog that is to be started, with the address that it will keep."""

    slug = forms.CharField(
        label="Address", max_length=60, help_text="Small letters, digits and hyphens; it stays."
    )
    field_order = ["headline", "slug", *MastheadForm.field_order[1:]]

    @classmethod
    def proposed(cls, column: Column) -> dict[str, object]:
        """Return a new blog's likely address, language and previous blog."""
        today = f"{timezone.now().astimezone(column.zone_info):%Y-%m-%d}"
        taken = set(column.blogs.values_list("slug", flat=True))
        slugs = [today, *(f"{today}-{n}" for n in range(2, 100))]
        return {
            "slug": next((slug for slug in slugs if slug not in taken), ""),
            "language": column.language,
            "previous": column.blogs.order_by("-started_at").first(),
        }
