"""Fronts: named, drawn without a script, ordered, retired and brought back."""

import pytest

from dateline.desk.fronts.map import HEIGHT, WIDTH, MapView
from dateline.ledger.models import Front
from tests.desk.conftest import words_of
from tests.ledger.happened import Desk, strike

pytestmark = pytest.mark.django_db
LIST = "/desk/columns/putin-in-syria/fronts/"
NEW = f"{LIST}new/"


@pytest.fixture
def here(enter, alice, column):
    return enter(alice)


def named(here, name, area="Idlib", **more):
    return here.post(NEW, {"name": name, "area": [area], "save": "1", **more})


def test_a_front_is_named_by_areas_that_claims_lie_in(here, alice, column):
    strike(Desk(alice, column))
    assert 'value="Idlib"' in words_of(here.get(NEW))
    assert named(here, "Idlib", areas="Hama, Latakia").status_code == 302
    assert Front.objects.get().areas == ["Idlib", "Hama", "Latakia"]


def test_corners_are_typed_and_clicked_and_saved_only_when_asked(here, alice, column):
    desk = Desk(alice, column)
    desk.incident(strike(desk))
    form = {"name": "Sarmin", "wider": "0", "corners": "36.0,35.0 37.0,35.0"}
    typed = words_of(here.post(NEW, form | {"draw": "corner", "corner": "36.5, 37"}))
    assert "36.00000,35.00000 37.00000,35.00000 37.00000,36.50000" in typed
    clicked = words_of(here.post(NEW, form | {"at.x": str(WIDTH // 2), "at.y": str(HEIGHT // 2)}))
    assert "36.72600,35.90400" in clicked
    assert Front.objects.count() == 0
    here.post(NEW, form | {"save": "1", "corners": form["corners"] + " 36.5,36.5"})
    assert Front.objects.get().rings == [[[36.0, 35.0], [37.0, 35.0], [36.5, 36.5]]]


@pytest.mark.parametrize(
    "act",
    [
        {"draw": "corner", "corner": "north"},
        {"draw": "corner", "corner": "95, 12"},
        {"draw": "close"},
        {"at.x": "0", "at.y": "0"},
        {"at.x": "nowhere", "at.y": "1"},
        {"save": "1", "corners": "1,2"},
        {"save": "1", "corners": "1,2 nan,4 5,6"},
        {"save": "1", "name": ""},
        {"save": "1"},
    ],
)
def test_what_cannot_be_is_refused_and_what_was_typed_stays(here, act):
    response = here.post(NEW, {"name": "My <front>"} | act)
    assert response.status_code == 400
    assert act.get("name") == "" or "My &lt;front&gt;" in words_of(response)
    assert Front.objects.count() == 0


def test_a_front_is_changed_moved_retired_and_brought_back(here):
    named(here, "Idlib")
    named(here, "Hama", "Hama")
    idlib, hama = Front.objects.order_by("position")
    here.post(f"/desk/fronts/{hama.pk}/move/", {"to": "up"})
    assert list(Front.objects.order_by("position")) == [hama, idlib]
    seen = Front.objects.get(pk=idlib.pk).revision
    greater = {"name": "Greater Idlib", "area": "Idlib", "save": "1", "based_on": seen}
    here.post(f"/desk/fronts/{idlib.pk}/", greater)
    assert "Greater Idlib" in words_of(here.get(LIST))
    here.post(f"/desk/fronts/{idlib.pk}/retire/")
    assert Front.objects.get(pk=idlib.pk).retired
    assert here.post(f"/desk/fronts/{idlib.pk}/retire/").status_code == 400
    here.post(f"/desk/fronts/{idlib.pk}/back/")
    assert not Front.objects.get(pk=idlib.pk).retired


def test_of_two_who_draw_at_once_the_second_sees_both_and_decides(here, column):
    named(here, "Idlib")
    at = f"/desk/fronts/{Front.objects.get().pk}/"
    mine = {"name": "Mine", "area": "Hama", "save": "1", "based_on": "1"}
    here.post(at, mine | {"name": "Theirs", "area": "Homs"})
    collided = here.post(at, mine)
    shown = words_of(collided)
    assert collided.status_code == 409
    assert "It is now “Theirs”: Homs, outlines: 0." in shown
    assert 'value="Mine"' in shown
    assert Front.objects.get().name == "Theirs"
    assert 'name="based_on" value="2"' in shown
    here.post(at, mine | {"based_on": "2"})
    assert (Front.objects.get().name, Front.objects.get().areas) == ("Mine", ["Hama"])


def test_only_editors_of_the_column_draw(enter, alice, carl, sam, here):
    named(here, "Idlib")
    front = Front.objects.get()
    for path in (LIST, NEW, f"/desk/fronts/{front.pk}/"):
        assert enter(carl).get(path).status_code == 403
        assert enter(sam).get(path).status_code == 404


@pytest.mark.parametrize("points", [[], [(36.7, 35.9)], [(-70.0, -50.0), (30.0, 60.0)]])
def test_a_click_falls_where_the_map_shows_it(points):
    seen = MapView.over(points, 0)
    for lon, lat in points:
        assert seen.point(*seen.pixel(lon, lat)) == pytest.approx((lon, lat), abs=0.2)
    assert seen.point(WIDTH / 2, HEIGHT / 2) == pytest.approx((seen.lon, seen.lat))
