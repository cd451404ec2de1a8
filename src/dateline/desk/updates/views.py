"""Updates: the blog's desk, and saving what is in its composer."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from dateline.desk.access import DeskRequest, blog_or_404, desk_view, update_or_404
from dateline.desk.errors import status_of
from dateline.desk.sent import sent
from dateline.ledger.models import LiveBlog, Update
from dateline.ledger.refusal import Collision, Refused

from .forms import ComposerForm, form_of_draft
from .page import desk_page, fragment, list_of
from .saving import HasProblems, SavedOnly, Wish, keep_typed, save, save_new, written_from
from .unsaved import unsaved

DONE = {
    "draft": "Draft saved.",
    "review": "Sent for review.",
    "publish": "Published.",
    "schedule": "Scheduled.",
    "correct": "Corrected. Readers see the note.",
}


@desk_view("GET", "POST")
def blog(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Show a blog's desk, or save a new update in it."""
    blog = blog_or_404(request.user, pk)
    if request.method != "POST":
        return desk_page(request, blog)
    form = ComposerForm(request.POST, column=blog.column)
    if not form.is_valid():
        return desk_page(request, blog, form=form, notice=_complaints(form), status=400)
    wish = form.wish()
    try:
        update = save_new(by=request.user, blog=blog, wish=wish)
    except Refused as refused:
        return _not_saved(request, blog, None, form, wish, refused)
    return _saved(request, update, wish)


@desk_view("GET", "POST")
def update(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Show an update in the composer, or save a newer text of it."""
    update = update_or_404(request.user, pk)
    blog = update.blog
    if request.method != "POST":
        return desk_page(request, blog, update=update)
    form = ComposerForm(request.POST, column=blog.column)
    if not form.is_valid():
        words = _complaints(form)
        return desk_page(request, blog, update=update, form=form, notice=words, status=400)
    wish = form.wish()
    try:
        update = save(by=request.user, update=update, wish=wish)
    except Refused as refused:
        return _not_saved(request, blog, update, form, wish, refused)
    return _saved(request, update, wish)


def _saved(request: DeskRequest, update: Update, wish: Wish) -> HttpResponse:
    messages.success(request, DONE[wish.action])
    if wish.action == "draft":
        return redirect("desk:update", update.pk)
    return _back(request, update.blog_id)


def _back(request: DeskRequest, blog: uuid.UUID) -> HttpResponse:
    """Lead back to where the text was written: beside the report that was read, or to the list."""
    read = sent(request, "report")
    if not read:
        return redirect("desk:blog", blog)
    try:
        return redirect("desk:screen_report", blog, uuid.UUID(read))
    except ValueError:
        return redirect("desk:screen", blog)


def _complaints(form: ComposerForm) -> str:
    return " ".join(
        f"{form[name].label if name in form.fields else 'The form'}: {message}"
        for name, found in form.errors.items()
        for message in found
    )


def _not_saved(
    request: DeskRequest,
    blog: LiveBlog,
    update: Update | None,
    form: ComposerForm,
    wish: Wish,
    refused: Refused,
) -> HttpResponse:
    """Say what was refused where the text stands, and keep the text."""
    if isinstance(refused, SavedOnly):
        words, status = str(refused), status_of(refused.refused)
        saved = refused.update
        # What is typed from here on is a draft of its own: this one is saved.
        form = form.onto(saved.revision, draft=str(uuid.uuid4()))
        return desk_page(request, blog, update=saved, form=form, notice=words, status=status)
    keep_typed(by=request.user, blog=blog, update=update, wish=wish)
    if isinstance(refused, Collision):
        return _collided(request, blog, update, form, wish, refused)
    found = refused.found if isinstance(refused, HasProblems) else None
    return desk_page(
        request,
        blog,
        update=update,
        form=form,
        notice=str(refused),
        problems=found,
        status=status_of(refused),
    )


def _collided(
    request: DeskRequest,
    blog: LiveBlog,
    update: Update | None,
    form: ComposerForm,
    wish: Wish,
    refused: Collision,
) -> HttpResponse:
    """Show their text and this person's side by side; saving again is a deliberate act."""
    if update is None:  # this form wrote it before: the text was typed on after going back
        update = written_from(request.user, blog, wish)
    theirs = Update.objects.select_related("blog__column").get(pk=update.pk)
    texts = update.revisions.select_related("by")
    context = {
        "blog": blog,
        "column": blog.column,
        "update": theirs,
        "theirs": texts.filter(number=refused.newest).first(),
        "base": texts.filter(number=wish.based_on).first(),
        "form": form.onto(refused.newest),
        "notice": str(refused),
        "action": wish.action,
    }
    return render(request, "desk/updates/collision.html", context, status=409)


@desk_view("GET")
def draft(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Go on with a text that was never saved. Drafts are their writer's alone."""
    draft = get_object_or_404(unsaved(request.user).select_related("update"), pk=pk)
    blog = blog_or_404(request.user, draft.blog_id)
    return desk_page(request, blog, update=draft.update, form=form_of_draft(draft))


@desk_view("GET")
def updates_list(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Show the list alone, so that colleagues' work appears without a reload."""
    blog = blog_or_404(request.user, pk)
    return fragment(request, "list", list_of(request, blog))
