"""Where somebody wanted to go before they signed in by a link, which cannot carry it.

The browser keeps it, signed: whoever is signed out may make nothing be kept here.
"""

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.utils.http import url_has_allowed_host_and_scheme

COOKIE: Final = "dateline_way_back"
SALT: Final = "dateline.desk.people.way_back"
PATH: Final = "/desk/"
LIFETIME: Final = 3600
"""Seconds."""
LONGEST: Final = 3_000
"""Bytes: browsers keep 4,096 of a cookie, with its name and signature."""


def keep(request: HttpRequest, response: HttpResponse) -> None:
    """Have the browser keep the address of this request; one that is too long is not kept."""
    address = request.get_full_path()
    if len(address.encode()) > LONGEST:
        response.delete_cookie(COOKIE, path=PATH)
        return
    response.set_signed_cookie(
        COOKIE,
        address,
        salt=SALT,
        max_age=LIFETIME,
        path=PATH,
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )


def kept(request: HttpRequest) -> str:
    """Return the address on this desk that the browser kept; "" where it kept none."""
    address = request.get_signed_cookie(COOKIE, "", salt=SALT, max_age=LIFETIME) or ""
    own = address.startswith(PATH) and url_has_allowed_host_and_scheme(address, allowed_hosts=None)
    return address if own else ""


def forget(response: HttpResponse) -> None:
    """Have the browser forget it."""
    response.delete_cookie(COOKIE, path=PATH)
