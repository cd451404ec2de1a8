"""Using a claim in an update: that accepts it, and gives the words that rest on it."""

import uuid

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string

from dateline.desk.access import DeskRequest, blog_or_404, desk_view
from dateline.desk.errors import status_of
from dateline.desk.reports.access import secret
from dateline.desk.reports.words import source_of
from dateline.desk.sent import sent_number
from dateline.ledger.models import Claim, LiveBlog
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.claims import accept_claim
from dateline.ledger.verbs.writing import Text, keep_draft
from dateline.text.escaped import escaped

from .access import claim_or_404
from .page import row_context
from .standing import one_line

PROTECTED = "This report is protected: nothing of it can stand in an update."
NOT_ACCEPTED = "This claim is not accepted in this column. Look at it as it stands now."


@desk_view("POST")
def use(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Accept a claim if it waits, and put its words into the update that is being written."""
    claim = claim_or_404(request.user, pk)
    blog = blog_or_404(request.user, _id(request.POST.get("blog", "")))
    try:
        used = _accepted(request, claim, blog)
    except Refused as refused:
        if not request.headers.get("HX-Request"):
            raise
        return JsonResponse({"refused": str(refused)}, status=status_of(refused))
    words = words_of(used, blog.language)
    if not request.headers.get("HX-Request"):
        return _continued(request, blog, words)
    row = render_to_string("desk/claims/one.html", row_context(request, used), request=request)
    return JsonResponse({"words": words, "row": row})


def _id(words: str) -> uuid.UUID:
    try:
        return uuid.UUID(words)
    except ValueError:
        raise Refused("No blog was named to use the claim in.") from None


def _accepted(request: DeskRequest, claim: Claim, blog: LiveBlog) -> Claim:
    if secret(claim.report):
        raise Refused(PROTECTED)
    if claim.status == Claim.Status.PROPOSED:
        based_on = sent_number(request, "based_on")
        accept_claim(by=request.user, claim=claim, column=blog.column, based_on=based_on)
    accepted = Claim.objects.filter(column=blog.column_id, status=Claim.Status.ACCEPTED)
    with_source = accepted.select_related("report__source__merged_into")
    used: Claim | None = with_source.filter(pk=claim.pk).first()
    if used is None:  # a colleague rejected it, or took it back, while it was looked at
        raise Refused(NOT_ACCEPTED)
    return used


def words_of(claim: Claim, language: str) -> str:
    """Return a claim as Markdown: who says it, and what it quotes, marked as resting on it.

    Of a claim in another language than the update's the quote stands whole below a blank that is
    to be filled in: the editor's own words, or a translation.
    """
    quote = escaped(one_line(claim.said["quote"]))
    who = escaped(one_line(_named(claim)))
    before = f"{who}: " if who else ""
    if _same(claim.language, language):
        return f"{before}[“{quote}”]{{claim={claim.pk}}}"
    block = f':::quote{{report={claim.report_id} lang={claim.language} translation="…"}}'
    return f"{before}[…]{{claim={claim.pk}}}\n\n{block}\n{quote}\n:::"


def _named(claim: Claim) -> str:
    """Return its first speaker; the report's source where the quote names the speaker itself."""
    speakers = claim.said["speakers"]
    if speakers and not claim.start <= speakers[0]["at"][0] < claim.end:
        return str(speakers[0]["name"])
    return source_of(claim.report)


def _same(one: str, other: str) -> bool:
    return not one or one.partition("-")[0] == other.partition("-")[0]


def _continued(request: DeskRequest, blog: LiveBlog, words: str) -> HttpResponse:
    """Without a script the words wait in a draft of their own."""
    draft = uuid.uuid4()
    keep_draft(
        by=request.user, draft=draft, blog=blog, update=None, based_on=0, text=Text(body=words)
    )
    return redirect("desk:draft", draft)
