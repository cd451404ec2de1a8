"""Pages for what went wrong: plain words, what to do, never a trace."""

from django.conf import settings
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
    """Answer a form that did not come from a page of ours, or from one that is too old.

    Signing in again makes open forms too old. Such a form is given back with a new token, to be
    sent again: by a press, never by itself, and only where the browser says that it was ours.
    """
    advice = "Go back (your text is still there), reload the page, and send the form again."
    if request.headers.get("HX-Request") or not _is_our_own_form(request):
        return _page(request, 403, "This form is out of date", advice)
    return _given_back(request, "out_of_date", 403)


def _is_our_own_form(request: HttpRequest) -> bool:
    """Tell whether a page of ours sent this form of the desk; no other site can claim so.

    The forms of signing in are left out: they may hold what must not stand in a page.
    """
    origins = {f"{request.scheme}://{request.get_host()}", *settings.CSRF_TRUSTED_ORIGINS}
    ours = request.headers.get("Origin") in origins
    return ours and bool(request.resolver_match and request.resolver_match.app_name == "desk")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer an address at which nothing stands."""
    return _page(request, 404, "Nothing stands here", "Go back to the desk's first page.")


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer where the program itself failed; what was acknowledged before is safe."""
    advice = "What you saved is safe. Go back, reload, and try again; tell whoever runs this site."
    return _page(request, 500, "Something broke here", advice)


def signed_out(request: HttpRequest) -> HttpResponse:
    """Answer a form of someone whose session has ended, without losing what is in it.

    The page holds the form as it was sent, to be sent again after signing in elsewhere. Whoever
    comes here sent a token of ours: no other site's form is ever offered again.
    """
    if request.headers.get("HX-Request"):
        advice = "Sign in again in another tab, then do it once more. What you typed stays here."
        return _page(request, 401, "You are signed out", advice)
    return _given_back(request, "signed_out", 401)


def _given_back(request: HttpRequest, page: str, status: int) -> HttpResponse:
    """Show a form as it was sent, with a new token, to be sent again."""
    sent = [(name, value) for name, values in request.POST.lists() for value in values]
    fields = [one for one in sent if one[0] != "csrfmiddlewaretoken"]
    context = {"fields": fields, "files": list(request.FILES)}
    return render(request, f"desk/{page}.html", context, status=status)


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
