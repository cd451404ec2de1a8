"""Pages for what went wrong: plain words, what to do, never a trace."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dateline.ledger.refusal import Collision, NotAllowed, Refused


def _page(request: HttpRequest, status: int, title: str, advice: str) -> HttpResponse:
    if request.headers.get("HX-Request"):  # a part of a page: its words alone
        return HttpResponse(f"{title}. {advice}", status=status, content_type="text/plain")
    context = {"title": title, "advice": advice}
    return render(request, "desk/error.html", context, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request that could not be understood."""
    return _page(request, 400, "That could not be read", "Go back, and send the form again.")


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request that this person may not make."""
    return _page(request, 403, "Not allowed", "Ask an owner of the column for the role you need.")


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form that did not come from a page of ours, or from one that is too old."""
    advice = "Go back (your text is still there), reload the page, and send the form again."
    return _page(request, 403, "This form is out of date", advice)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer an address at which nothing stands."""
    return _page(request, 404, "Nothing stands here", "Go back to the desk's first page.")


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer where the program itself failed; what was acknowledged before is safe."""
    advice = "What you saved is safe. Go back, reload, and try again; tell whoever runs this site."
    return _page(request, 500, "Something broke here", advice)


def signed_out(request: HttpRequest) -> HttpResponse:
    """Answer a form of someone whose session has ended, without losing what is in it."""
    advice = "Sign in in another tab, come back to this one, go back, and send the form again."
    return _page(request, 401, "You are signed out", advice)


def too_many(request: HttpRequest) -> HttpResponse:
    """Answer someone who tries too often."""
    return _page(request, 429, "Too many tries", "Wait a minute, then try again.")


def status_of(refused: Refused) -> int:
    """Return the HTTP status of a refusal."""
    if isinstance(refused, Collision):
        return 409
    return 403 if isinstance(refused, NotAllowed) else 400


def refused_page(request: HttpRequest, refused: Refused) -> HttpResponse:
    """Answer what the ledger refused, where no page of its own says it better."""
    status = status_of(refused)
    title = "Not allowed" if status == 403 else "That was not done"
    return _page(request, status, title, str(refused))
