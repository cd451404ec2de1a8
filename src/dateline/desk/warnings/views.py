"""The sourcing of a text, checked while someone is typing."""

import uuid
from datetime import datetime

from django.http import HttpResponse, JsonResponse
from django.utils import timezone

from dateline.desk.access import DeskRequest, blog_or_404, desk_view
from dateline.ledger.models import LiveBlog, Update
from dateline.ledger.permission import may

from .asking import asked_about


@desk_view("POST")
def check(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Say what an editor should look at in a text. It is advice: nothing waits for it."""
    blog = blog_or_404(request.user, pk)
    body = request.POST.get("body", "").replace("\r\n", "\n")
    asked = may(request.user, "make_claim") and may(request.user, "write", blog.column)
    update = request.POST.get("update", "")
    found = asked_about(body, blog, _written(blog, update)) if asked else []
    return JsonResponse({"warnings": found})


def _written(blog: LiveBlog, update: str) -> datetime:
    """Return when readers get a text: when its update was published, else now."""
    try:
        shown = Update.objects.filter(pk=uuid.UUID(update), blog=blog).first()
    except ValueError:
        shown = None
    return (shown and shown.published_at) or timezone.now()
