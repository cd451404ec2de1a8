"""The pages of claims can be read and worked by everyone: axe finds nothing, light and dark."""

import pytest

from dateline.ledger.verbs.claims import accept_claim, reject_claim
from tests.desk.claims.said import ARABIC, arabic, killed, proposed, said, speaker
from tests.desk.reports.archive import captured
from tests.desk.test_accessible import faults  # noqa: F401  a fixture

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_of_claims_are_accessible(as_person, alice, site, column, faults, scheme):  # noqa: F811
    report = captured(alice)
    first, _, third = proposed(
        report,
        killed(speakers=(speaker("Rescuers", "Civil Defence"),)),
        said("Rescuers came"),
        said("The town lies in Idlib"),
    )
    accept_claim(by=alice, claim=first, column=column, based_on=1)
    reject_claim(by=alice, claim=third, based_on=third.revision, reason="It is a map.")
    arab = captured(alice, "https://ar.example.org/", text=ARABIC, language="ar")
    proposed(arab, arabic())
    page = as_person(alice)
    page.emulate_media(color_scheme=scheme)
    found = {}
    for path in (
        f"reports/{report.pk}/claims/",
        f"reports/{arab.pk}/claims/",
        f"reports/{report.pk}/claims/make/?quote=Rescuers",
        f"claims/{first.pk}/mend/",
        f"claims/{first.pk}/supersede/",
    ):
        page.goto(f"{site}/desk/{path}")
        if here := faults():
            found[path] = here
    assert found == {}
