"""What the page sends while someone is typing: drafts to keep, and texts to preview."""

import uuid

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone

from dateline.desk.access import DeskRequest, blog_or_404, desk_view, update_or_404
from dateline.desk.errors import status_of
from dateline.desk.reports.cards import quoted_in
from dateline.desk.reports.standings import unlike
from dateline.desk.templatetags.desk import clock
from dateline.ledger.models import LiveBlog
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.dropping import drop_draft, take_back_draft
from dateline.ledger.verbs.writing import keep_draft

from .forms import DraftForm, TextForm
from .page import fragment, preview_of
from .saving import problems_of, was_saved

UNREADABLE = "This draft could not be read. Reload the page; your text is kept in this browser."


@desk_view("POST")
def keep(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Keep what someone is typing."""
    blog = blog_or_404(request.user, pk)
    form = DraftForm(request.POST)
    if not form.is_valid():
        return JsonResponse({"refused": UNREADABLE}, status=400)
    if was_saved(request.user, blog, form.cleaned_data["draft"]):
        return _kept(blog, saved=True)  # sent before the save, arrived after it
    try:
        _keep(request, blog, form)
    except Refused as refused:
        return JsonResponse({"refused": str(refused)}, status=status_of(refused))
    return _kept(blog)


def _keep(request: DeskRequest, blog: LiveBlog, form: DraftForm) -> None:
    said = form.cleaned_data
    update = update_or_404(request.user, said["update"]) if said["update"] else None
    if update and update.blog_id != blog.pk:
        raise Refused("This update is another blog's.")
    keep_draft(
        by=request.user,
        draft=said["draft"],
        blog=blog,
        update=update,
        based_on=said["based_on"] or 0,
        text=form.text(),
    )


def _kept(blog: LiveBlog, *, saved: bool = False) -> HttpResponse:
    return JsonResponse({"kept": clock(timezone.now(), blog.column), "saved": saved})


@desk_view("POST")
def drop(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Drop one's own draft; for a day its writer can take it back."""
    draft = request.user.drafts.filter(pk=pk).first()
    drop_draft(by=request.user, draft=pk)
    if not draft:
        return redirect("desk:index")
    messages.success(request, "Dropped. For a day you can take it back, under “Put aside”.")
    return redirect("desk:blog", draft.blog_id)


@desk_view("POST")
def take_back(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Take a dropped draft back, and go on with it."""
    take_back_draft(by=request.user, draft=pk)
    return redirect("desk:draft", pk)


@desk_view("POST")
def preview(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Show a text as readers will see it, and what keeps it from them."""
    blog = blog_or_404(request.user, pk)
    form = TextForm(request.POST)
    text = form.text() if form.is_valid() else None
    body = text.body if text else request.POST.get("body", "")
    context = {
        "blog": blog,
        "column": blog.column,
        "headline": request.POST.get("headline", ""),
        "place": request.POST.get("place", ""),
        "byline": request.POST.get("byline", ""),
        "problems": problems_of(body, blog.column),
        "html": preview_of(body, blog),
        "unlike": unlike(quoted_in(body)),
    }
    return fragment(request, "preview", context)
