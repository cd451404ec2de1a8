"""Live blogs: starting one, its masthead, closing and reopening it."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from dateline.desk.access import DeskRequest, blog_or_404, column_or_404, desk_view, require
from dateline.desk.errors import status_of
from dateline.desk.updates.page import desk_page
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.blogs import close_blog, edit_blog, reopen_blog, start_blog

from .forms import MastheadForm, NewBlogForm


@desk_view("GET", "POST")
def start(request: DeskRequest, slug: str) -> HttpResponse:
    """Start a blog in a column."""
    column = column_or_404(request.user, slug)
    require(request.user, "edit_blog", column)
    if request.method != "POST":
        form = NewBlogForm(column=column, initial=NewBlogForm.proposed(column))
        return _form(request, form, column=column)
    form = NewBlogForm(request.POST, request.FILES, column=column)
    if not form.is_valid():
        return _form(request, form, column=column, status=400)
    try:
        masthead = form.masthead(form.chosen(request.user))
        address = form.cleaned_data["slug"]
        blog = start_blog(by=request.user, column=column, slug=address, masthead=masthead)
    except Refused as refused:
        words, status = str(refused), status_of(refused)
        return _form(request, form, column=column, notice=words, status=status)
    return redirect("desk:blog", blog.pk)


@desk_view("GET", "POST")
def edit(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Change a blog's masthead."""
    blog = blog_or_404(request.user, pk)
    require(request.user, "edit_blog", blog.column)
    context: dict[str, Any] = {"column": blog.column, "blog": blog}
    if request.method != "POST":
        initial = MastheadForm.initial_of(blog)
        form = MastheadForm(column=blog.column, blog=blog, initial=initial)
        return _form(request, form, **context)
    form = MastheadForm(request.POST, request.FILES, column=blog.column, blog=blog)
    if not form.is_valid():
        return _form(request, form, **context, status=400)
    try:
        masthead = form.masthead(form.chosen(request.user))
        edit_blog(by=request.user, blog=blog, masthead=masthead)
    except Refused as refused:
        return _form(request, form, **context, notice=str(refused), status=status_of(refused))
    messages.success(request, "The masthead is changed.")
    return redirect("desk:blog", blog.pk)


def _form(
    request: DeskRequest, form: MastheadForm, *, status: int = 200, **context: Any
) -> HttpResponse:
    return render(request, "desk/blogs/form.html", {"form": form, **context}, status=status)


@desk_view("POST")
def close(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Close a blog."""
    blog = blog_or_404(request.user, pk)
    try:
        close_blog(by=request.user, blog=blog)
    except Refused as refused:
        return desk_page(request, blog, notice=str(refused), status=status_of(refused))
    messages.success(request, "The blog is closed. You can open it again.")
    return redirect("desk:blog", blog.pk)


@desk_view("POST")
def reopen(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Open a closed blog again."""
    blog = blog_or_404(request.user, pk)
    try:
        reopen_blog(by=request.user, blog=blog)
    except Refused as refused:
        return desk_page(request, blog, notice=str(refused), status=status_of(refused))
    messages.success(request, "The blog is live again.")
    return redirect("desk:blog", blog.pk)
