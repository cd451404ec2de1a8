"""What lets a phone put the desk beside its apps, and share pages with it."""

from functools import cache
from pathlib import Path
from typing import Final

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

ICONS: Final = Path(__file__).parent / "icons"
SIZES: Final = {"icon-192.png": "192x192", "icon-512.png": "512x512", "icon.svg": "any"}
KINDS: Final = {".png": "image/png", ".svg": "image/svg+xml"}


@require_safe
def manifest(_request: HttpRequest) -> HttpResponse:
    """Describe the desk to a browser, to anyone: it says nothing of any newsroom."""
    icons = [
        {"src": reverse(f"desk:{name}"), "sizes": sizes, "type": KINDS[Path(name).suffix]}
        for name, sizes in SIZES.items()
    ]
    share = {
        "action": reverse("desk:share"),
        "method": "GET",
        "params": {"title": "title", "text": "text", "url": "url"},
    }
    said = {
        "name": "Dateline desk",
        "short_name": "Dateline",
        "start_url": reverse("desk:index"),
        "scope": reverse("desk:index"),
        "display": "standalone",
        "icons": [{**icon, "purpose": "any"} for icon in icons],
        "share_target": share,
    }
    return JsonResponse(said, content_type="application/manifest+json")


@require_safe
def icon(_request: HttpRequest, *, name: str) -> HttpResponse:
    """Show an icon of the desk."""
    response = HttpResponse(_bytes(name), content_type=KINDS[Path(name).suffix])
    response["Cache-Control"] = "public, max-age=86400"
    return response


@cache
def _bytes(name: str) -> bytes:
    return (ICONS / name).read_bytes()
