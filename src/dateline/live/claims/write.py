"""Writing claims' pages: there while readers may see the claim; a stone where they could once."""

from uuid import UUID

from django.db.models import Q
from django.template.loader import render_to_string
from django.utils.translation import override

from dateline.ledger.models import Claim
from dateline.ledger.readable import column_of, readable, readable_till
from dateline.live import address
from dateline.live.publish import Site
from dateline.live.read import column_view
from dateline.live.render import plain_context

from .read import claim_view
from .view import ClaimView, Stone


def write(site: Site, pk: UUID) -> None:
    """Write a claim's page as it stands now, or take it away."""
    folder = address.claim(pk)
    claim = next(iter(readable(Q(pk=pk))), None)
    found = _view(claim) if claim else _stone(pk)
    if found:
        site.folder.write(f"{folder}index.html", _html(found, folder, site))
    else:
        site.folder.remove(folder.rstrip("/"))


def _view(claim: Claim) -> ClaimView | None:
    with override(column_of(claim).language):
        return claim_view(claim)


def _stone(pk: UUID) -> Stone | None:
    """Return a stone for a claim that stands no more, unless even that may not be known."""
    gone = Claim.objects.select_related("column", "report__source__merged_into").filter(pk=pk)
    claim = gone.filter(status=Claim.Status.WITHDRAWN).exclude(column=None).first()
    if claim is None or claim.redacted or claim.protected:
        return None
    till = readable_till(claim)
    return Stone(str(pk), column_view(column_of(claim)), till) if till else None


def _html(view: ClaimView | Stone, folder: str, site: Site) -> str:
    name = "claim" if isinstance(view, ClaimView) else "claim_stone"
    language = view.column.language
    context = {"one": view, "column": view.column, "folder": folder}
    context |= plain_context(language, folder, site.assets, site.public_url)
    with override(language):
        return render_to_string(f"live/{name}.html", context)
