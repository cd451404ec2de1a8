"""Who may see and decide about claims, and that no secret of a held report is in any answer."""

import pytest

from dateline.ledger.verbs.proposing import propose_claims
from tests.desk.claims.said import killed, proposed, said
from tests.desk.reports.archive import SECRETS, captured, planted
from tests.desk.reports.test_who import EVERYONE, secretless

pytestmark = pytest.mark.django_db

EDITORS, WRITERS = {"owner", "alice"}, {"owner", "alice", "carl"}
OPEN_TO = [
    ("get", "reports/{report}/claims/", WRITERS),
    ("get", "reports/{report}/claims/make/", WRITERS),
    ("post", "reports/{report}/claims/make/", WRITERS),
    ("get", "claims/{claim}/mend/", WRITERS),
    ("post", "claims/{claim}/accept/", EDITORS),
    ("post", "claims/{claim}/reject/", EDITORS),
    ("post", "claims/{claim}/withdraw/", EDITORS),
    ("post", "claims/{claim}/restore/", EDITORS),
    ("post", "claims/{claim}/set-aside/", EDITORS),
    ("post", "claims/{claim}/put-back/", EDITORS),
    ("post", "claims/{claim}/hold/", EDITORS),
    ("post", "claims/{claim}/release/", EDITORS),
    ("post", "claims/{claim}/supersede/", EDITORS),
    ("post", "claims/{claim}/mend/", WRITERS),  # a form that is empty is refused before its sender
]
FORM = {"column": "putin-in-syria", "based_on": "1", "reason": "Why."}


@pytest.mark.parametrize("who", EVERYONE)
@pytest.mark.parametrize(("method", "path", "whom"), OPEN_TO)
def test_each_page_lets_in_whom_it_should(
    method, path, whom, who, enter, request, client, alice, carl
):
    report = captured(alice)
    claim = proposed(report, killed())[0]
    here = client if who == "nobody" else enter(request.getfixturevalue(who))
    at = f"/desk/{path.format(report=report.pk, claim=claim.pk)}"
    response = getattr(here, method)(at, FORM)
    if who == "nobody":
        assert response.status_code == (302 if method == "get" else 401)
    elif who in whom:
        assert response.status_code in (200, 302, 400)
    else:
        assert response.status_code == 403


@pytest.mark.parametrize("who", ["carl", "sam"])
def test_no_secret_of_a_protected_report_reaches_whoever_may_not_know(
    who, enter, request, carl, alice, owner
):
    report, _ = planted(owner)
    words = SECRETS["text"]
    (claim,) = propose_claims(report.newest.text, [said(words, words)], reader="planted reader")
    here = enter(request.getfixturevalue(who))
    for method, path, _ in OPEN_TO:
        at = f"/desk/{path.format(report=report.pk, claim=claim.pk)}"
        response = getattr(here, method)(at, FORM, follow=True)
        assert response.status_code == 403, path
        assert secretless(response), path
