"""Pictures: showing kept bytes to the desk, and bringing new ones in."""

import uuid

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render

from dateline.desk.access import DeskRequest, desk_view, require
from dateline.desk.errors import status_of
from dateline.ledger import storage
from dateline.ledger.models import Media
from dateline.ledger.refusal import Refused

from .forms import PictureForm
from .pictures import bring, directive

TYPES = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}


@desk_view("GET", "HEAD")
def show(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Give a kept picture's bytes; a hostile file can run nothing where it is opened."""
    require(request.user, "bring_media")
    media = get_object_or_404(Media, pk=pk, redacted=False)
    try:
        data = storage.read(media.sha256)
    except FileNotFoundError:
        raise Http404 from None
    kind = TYPES.get(media.format, "application/octet-stream")
    response = HttpResponse(data, content_type=kind)
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, max-age=60"
    if media.format not in TYPES:
        response["Content-Disposition"] = "attachment"
    return response


@desk_view("GET", "POST")
def upload(request: DeskRequest) -> HttpResponse:
    """Bring a picture in, and hand back the line that puts it into an update."""
    require(request.user, "bring_media")
    if request.method != "POST":
        return render(request, "desk/media/upload.html", {"form": PictureForm()})
    form = PictureForm(request.POST, request.FILES)
    if not form.is_valid():
        words = " ".join(str(message) for errors in form.errors.values() for message in errors)
        return _answer(request, form, words=words, status=400)
    try:
        said = form.cleaned_data
        media = bring(by=request.user, file=said["picture"], alt=said["alt"], credit=said["credit"])
    except Refused as refused:
        return _answer(request, form, words=str(refused), status=status_of(refused))
    return _answer(request, PictureForm(), media=media)


def _answer(
    request: DeskRequest,
    form: PictureForm,
    *,
    words: str = "",
    status: int = 200,
    media: Media | None = None,
) -> HttpResponse:
    line = directive(media) if media else ""
    if request.headers.get("Accept") == "application/json":
        return JsonResponse({"directive": line, "refused": words}, status=status)
    context = {"form": form, "notice": words, "media": media, "directive": line}
    return render(request, "desk/media/upload.html", context, status=status)
