"""Who may see and decide about incidents, groupings, checks, fronts and the summary."""

import pytest

from tests.desk.conftest import words_of
from tests.ledger.happened import Desk, strike

pytestmark = pytest.mark.django_db

PATHS = [
    ("get", "columns/putin-in-syria/incidents/"),
    ("get", "columns/putin-in-syria/to-group/"),
    ("get", "columns/putin-in-syria/fronts/"),
    ("get", "columns/putin-in-syria/fronts/new/"),
    ("get", "columns/putin-in-syria/summary/"),
    ("post", "columns/putin-in-syria/summary/save/"),
    ("post", "columns/putin-in-syria/summary/publish/"),
    ("get", "columns/putin-in-syria/public/"),
    ("get", "columns/putin-in-syria/public/?of=claims"),
    ("get", "incidents/{incident}/"),
    ("post", "incidents/{incident}/name/"),
    ("post", "incidents/{incident}/merge/"),
    ("post", "incidents/{incident}/sentence/"),
    ("get", "claims/{claim}/incident/"),
    ("post", "claims/{claim}/incident/"),
    ("post", "claims/{claim}/incident/new/"),
    ("post", "reports/{report}/checks/"),
]


@pytest.fixture
def at(alice, column):
    desk = Desk(alice, column)
    claim = strike(desk)
    incident = desk.incident(claim, title="A hidden title")
    ids = {"incident": incident.pk, "claim": claim.pk, "report": claim.report_id}
    return lambda path: f"/desk/{path.format(**ids)}"


@pytest.mark.parametrize(("method", "path"), PATHS)
@pytest.mark.parametrize("who", ["owner", "alice"])
def test_editors_are_let_in(method, path, who, at, enter, request):
    response = getattr(enter(request.getfixturevalue(who)), method)(at(path))
    assert response.status_code in (200, 302, 400, 409)


@pytest.mark.parametrize(("method", "path"), PATHS)
@pytest.mark.parametrize("who", ["carl", "sam"])
def test_contributors_and_strangers_are_not(method, path, who, at, enter, request):
    response = getattr(enter(request.getfixturevalue(who)), method)(at(path))
    assert response.status_code in (403, 404)
    assert "hidden title" not in words_of(response)


@pytest.mark.parametrize(("method", "path"), [pair for pair in PATHS if pair[0] == "post"])
def test_no_form_is_taken_without_its_token(method, path, at, enter, alice):
    assert enter(alice, enforce_csrf_checks=True).post(at(path)).status_code == 403
