"""Every page can be read and worked by everyone: axe finds nothing, in light and in dark."""

from pathlib import Path

import pytest

from dateline.ledger.verbs.capturing import keep_capture
from dateline.ledger.verbs.reports import ask_again
from dateline.ledger.verbs.sources import PartyText, add_party
from dateline.ledger.verbs.watching import add_watch
from dateline.ledger.verbs.writing import submit_update
from tests.desk.reports.archive import captured, kept

pytestmark = pytest.mark.browser

AXE = Path(__file__).parents[1] / "web/node_modules/axe-core/axe.min.js"


@pytest.fixture
def faults(page):
    """Return what axe finds on the page that stands open."""
    if not AXE.is_file():
        pytest.skip("make install-test brings axe")

    def _faults():
        page.evaluate(AXE.read_text())
        found = page.evaluate("axe.run()")["violations"]
        return [(one["id"], node["html"][:200]) for one in found for node in one["nodes"]]

    return _faults


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_is_accessible(
    as_person, owner, carl, site, faults, blog, publish, write, media, scheme
):
    report = captured(owner)
    ask_again(by=owner, report=report)
    keep_capture(report, kept("Thirteen people were killed in Sarmin.\nRescuers came."))
    party = add_party(by=owner, text=PartyText(name="Russian Air Force", aliases="ВКС"))
    add_watch(by=owner, address="https://smart.example.org/feed")
    update = publish("Published", f"Words.\n\n::media{{id={media.pk}}}\n\n::media{{id=none}}")
    submit_update(by=carl, update=write("Carl's", by=carl))
    page = as_person(owner)
    page.emulate_media(color_scheme=scheme)
    paths = [
        "",
        "columns/putin-in-syria/",
        "columns/putin-in-syria/people/",
        "media/columns/putin-in-syria/",
        "media/columns/putin-in-syria/start/",
        "media/",
        f"blogs/{blog.pk}/",
        f"updates/{update.pk}/",
        f"updates/{update.pk}/redact/",
        "review/",
        "people/",
        f"people/{carl.pk}/",
        "profile/",
        "wire/",
        f"reports/{report.pk}/",
        f"reports/{report.pk}/?version=2",
        f"reports/{report.pk}/redact/",
        "sources/",
        f"sources/{report.source_id}/",
        "parties/",
        f"parties/{party.pk}/",
        "watches/",
        "redaction/words/",
        "redaction/pictures/",
        "accounts/2fa/",
        "accounts/2fa/webauthn/add/",
        "accounts/2fa/totp/activate/",
        "nothing/here/",
    ]
    found = {}
    for path in paths:
        page.goto(f"{site}/desk/{path}")
        if here := faults():
            found[path] = here
    page.context.clear_cookies()
    page.goto(f"{site}/desk/accounts/login/")
    if here := faults():
        found["login"] = here
    assert found == {}
