"""Columns: the desk's first page, one column with its blogs, opening and changing one."""

from typing import Any

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import redirect, render

from dateline.desk.access import DeskRequest, column_or_404, desk_view, require, visible_columns
from dateline.desk.errors import status_of
from dateline.desk.updates.unsaved import unsaved
from dateline.ledger.models import LiveBlog, Update
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.columns import edit_column, open_column

from .forms import ColumnForm, NewColumnForm


@desk_view("GET")
def index(request: DeskRequest) -> HttpResponse:
    """Show the columns in which this person works, with what is live in each."""
    live = Count("blogs", filter=Q(blogs__state=LiveBlog.State.LIVE), distinct=True)
    columns = visible_columns(request.user).annotate(live=live)
    running = LiveBlog.objects.filter(column__in=columns, state=LiveBlog.State.LIVE)
    context = {
        "columns": columns,
        "running": running.select_related("column").order_by("-started_at")[:12],
        "drafts": unsaved(request.user).select_related("blog__column")[:12],
    }
    return render(request, "desk/columns/index.html", context)


@desk_view("GET")
def show(request: DeskRequest, slug: str) -> HttpResponse:
    """Show a column and its blogs, newest first."""
    column = column_or_404(request.user, slug)
    waiting = Count("updates", filter=Q(updates__status=Update.Status.REVIEW))
    blogs = column.blogs.order_by("-started_at").annotate(waiting=waiting)
    return render(request, "desk/columns/show.html", {"column": column, "blogs": blogs})


@desk_view("GET", "POST")
def new(request: DeskRequest) -> HttpResponse:
    """Open a column."""
    require(request.user, "manage_site")
    form = NewColumnForm(request.POST or None, request.FILES or None)
    if request.method != "POST":
        return _form(request, NewColumnForm())
    if not form.is_valid():
        return _form(request, form, status=400)
    try:
        text = form.text(form.chosen(request.user))
        column = open_column(by=request.user, slug=form.cleaned_data["slug"], text=text)
    except Refused as refused:
        return _form(request, form, notice=str(refused), status=status_of(refused))
    return redirect("desk:column", column.slug)


@desk_view("GET", "POST")
def edit(request: DeskRequest, slug: str) -> HttpResponse:
    """Change what a column says of itself."""
    column = column_or_404(request.user, slug)
    require(request.user, "manage_column", column)
    if request.method != "POST":
        return _form(request, ColumnForm(initial=ColumnForm.initial_of(column)), column=column)
    form = ColumnForm(request.POST, request.FILES)
    if not form.is_valid():
        return _form(request, form, column=column, status=400)
    try:
        text = form.text(form.chosen(request.user))
        edit_column(by=request.user, column=column, text=text)
    except Refused as refused:
        words, status = str(refused), status_of(refused)
        return _form(request, form, column=column, notice=words, status=status)
    messages.success(request, "The column is changed.")
    return redirect("desk:column", column.slug)


def _form(
    request: DeskRequest, form: ColumnForm, *, status: int = 200, **context: Any
) -> HttpResponse:
    return render(request, "desk/columns/form.html", {"form": form, **context}, status=status)
