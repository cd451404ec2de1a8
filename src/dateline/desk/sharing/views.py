"""Taking what a phone shares: shown first, then brought in by one press."""

import uuid
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from dateline.archive.bring import bring_address
from dateline.desk.access import DeskRequest, desk_view, require
from dateline.desk.errors import status_of
from dateline.desk.people import way_back
from dateline.desk.reports.cards import directive
from dateline.ledger.models import Draft, Person
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.writing import Text, keep_draft
from dateline.text import quotation

from .blogs import blogs_of
from .forms import ShareForm
from .shared import read_shared


@require_http_methods(["GET", "POST"])
def share(request: HttpRequest) -> HttpResponseBase:
    """Show what was shared; whoever is signed out comes back to it, with every word."""
    if request.method == "GET" and not request.user.is_authenticated:
        answer = redirect_to_login(request.get_full_path())
        way_back.keep(request, answer)
        return answer
    return _share(request)


@desk_view("GET", "POST")
def _share(request: DeskRequest) -> HttpResponse:
    require(request.user, "bring_report")
    blogs = blogs_of(request.user)
    if request.method != "POST":
        said = {name: request.GET.get(name, "") for name in ("title", "text", "url")}
        return _page(request, ShareForm.of(read_shared(**said), blogs))
    form = ShareForm(request.POST, blogs=blogs)
    if not form.is_valid():
        return _page(request, form, status=400)
    try:
        draft = _begin(request.user, form)
    except Refused as refused:
        return _page(request, form, notice=str(refused), status=status_of(refused))
    return redirect("desk:draft", draft.pk)


def _begin(person: Person, form: ShareForm) -> Draft:
    """Bring the report in and begin an update with its card, or with words of it."""
    report = bring_address(by=person, address=form.cleaned_data["address"])
    words, blog = form.cleaned_data["words"], form.chosen()
    block = quotation(str(report.pk), words) if words else directive(report.pk)
    byline = person.public_name or blog.column.byline
    return keep_draft(
        by=person,
        draft=uuid.uuid4(),
        blog=blog,
        update=None,
        based_on=0,
        text=Text(headline="", body=f"{block}\n\n", byline=byline),
    )


def _page(
    request: DeskRequest, form: ShareForm, *, status: int = 200, **context: Any
) -> HttpResponse:
    return render(request, "desk/sharing/share.html", {"form": form, **context}, status=status)
