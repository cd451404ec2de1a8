"""Sources and parties: found, changed, merged and parted again."""

import pytest

from dateline.ledger.models import Party, Source
from dateline.ledger.verbs.sources import (
    PartyText,
    SourceText,
    add_party,
    add_source,
    edit_source,
    merge,
)
from tests.desk.conftest import words_of
from tests.desk.reports.archive import captured, fresh

SOURCES, PARTIES = "/desk/sources/", "/desk/parties/"


def form_of(name, **more):
    return {"name": name, "kind": "other", "address": "", "reliability": "", **more}


@pytest.fixture
def smart(alice):
    """SMART News, which brought a report."""
    return captured(alice).source


@pytest.fixture
def telegram(alice):
    """The same agency on Telegram."""
    return add_source(by=alice, text=SourceText(name="SMART on Telegram", address="t.me/smart"))


def at(one, rest=""):
    return f"/desk/{'sources' if isinstance(one, Source) else 'parties'}/{one.pk}/{rest}"


def test_a_source_is_added_by_hand(enter, alice):
    response = enter(alice).post(SOURCES, form_of("White Helmets", kind="rescue_service"))
    source = Source.objects.get()
    assert response["Location"] == at(source)
    assert (source.name, source.kind) == ("White Helmets", "rescue_service")
    assert "White Helmets" in words_of(enter(alice).get(SOURCES))


@pytest.mark.parametrize(
    "change", [{"name": " "}, {"name": "x" * 121}, {"kind": "spy"}, {"reliability": "Z"}]
)
def test_what_is_wrong_is_said_in_the_form(enter, alice, change):
    response = enter(alice).post(SOURCES, form_of("White Helmets") | change)
    assert response.status_code == 400
    assert 'class="error"' in words_of(response)
    assert not Source.objects.exists()


def test_one_address_is_one_source(enter, alice, smart):
    response = enter(alice).post(SOURCES, form_of("Other", address="smart.example.org"))
    assert response.status_code == 400
    assert "Merge the two instead" in words_of(response)


def test_a_source_is_changed_with_its_party_and_reliability(enter, alice, smart):
    party = add_party(by=alice, text=PartyText(name="Opposition"))
    said = form_of("SMART", party=str(party.pk), reliability="C", reliability_note="Near to it.")
    assert enter(alice).post(at(smart), said).status_code == 302
    smart.refresh_from_db()
    assert (smart.name, smart.party, smart.reliability) == ("SMART", party, "C")
    page = words_of(enter(alice).get(at(smart)))
    assert "Near to it." in page
    assert "Twelve dead in raids on Sarmin" in page
    assert "SMART" in words_of(enter(alice).get(at(party)))


def test_a_source_that_turns_confidential_hides_its_reports(enter, alice, smart):
    report = smart.reports.get()
    enter(alice).post(at(smart), form_of("SMART", confidential="on"))
    assert fresh(report).protected
    assert "Confidential." in words_of(enter(alice).get(at(smart)))


@pytest.mark.parametrize("name", ["smart", "NEWS", "smart.example"])
def test_it_is_found_by_a_part_of_its_name(enter, alice, smart, name):
    add_source(by=alice, text=SourceText(name="White Helmets"))
    response = enter(alice).post(f"{SOURCES}find/", {"name": name})
    assert list(response.context["found"]) == [smart]


@pytest.mark.parametrize("name", ["%", "_", "'; DROP TABLE", "x" * 120, "<b>"])
def test_strange_names_find_nothing(enter, alice, smart, name):
    response = enter(alice).post(f"{SOURCES}find/", {"name": name})
    assert response.status_code == 200
    assert not response.context["found"]
    assert "<b>" not in words_of(response).replace("<b>Confidential.</b>", "")


@pytest.mark.parametrize("name", ["", " ", "x" * 121, "\x00"])
def test_no_name_is_no_search(enter, alice, smart, name):
    assert enter(alice).post(f"{SOURCES}find/", {"name": name}).status_code == 400


def test_a_name_looked_for_stands_in_no_address(enter, alice, smart):
    assert enter(alice).get(f"{SOURCES}find/?name=smart").status_code == 405


def test_a_merge_says_first_what_happens(enter, alice, smart, telegram):
    response = enter(alice).post(at(smart, "merge/"), {"into": "SMART on Telegram · t.me/smart"})
    assert response.status_code == 200
    assert "1 report of" in words_of(response)
    assert "part them again" in words_of(response)
    smart.refresh_from_db()
    assert smart.merged_into is None


def test_two_sources_are_merged_and_parted_again(enter, alice, smart, telegram):
    here, sure = enter(alice), {"into": "SMART on Telegram", "sure": "1"}
    assert here.post(at(smart, "merge/"), sure).status_code == 302
    smart.refresh_from_db()
    assert smart.merged_into == telegram
    assert here.post(at(smart, "merge/"), sure).status_code == 400
    report = smart.reports.get()
    assert "SMART on Telegram" in words_of(here.get(f"/desk/reports/{report.pk}/"))
    assert "SMART News" in words_of(here.get(at(telegram)))
    assert here.post(at(smart, "part/")).status_code == 302
    again = here.post(at(smart, "part/"))
    assert again.status_code == 400
    assert "not merged" in words_of(again)
    smart.refresh_from_db()
    assert smart.merged_into is None


@pytest.mark.parametrize("into", ["", "Nobody", "SMART News", "\x00"])
def test_a_merge_needs_another_that_is_there(enter, alice, smart, into):
    response = enter(alice).post(at(smart, "merge/"), {"into": into, "sure": "1"})
    assert response.status_code == 400
    smart.refresh_from_db()
    assert smart.merged_into is None


def test_a_merge_into_a_confidential_source_warns(enter, alice, smart, telegram):
    text = SourceText(name="SMART on Telegram", address="t.me/smart", confidential=True)
    edit_source(by=alice, source=telegram, text=text)
    response = enter(alice).post(at(smart, "merge/"), {"into": "SMART on Telegram"})
    assert "is confidential, so these reports are protected" in words_of(response)


def test_what_was_merged_before_a_source_turned_confidential_is_held_too(
    enter, alice, carl, smart, telegram
):
    merge(by=alice, one=smart, into=telegram)
    text = SourceText(name="Planted name", address="t.me/smart", confidential=True)
    edit_source(by=alice, source=telegram, text=text)
    report = smart.reports.get()
    for path in ("/desk/wire/", f"/desk/reports/{report.pk}/"):
        page = words_of(enter(carl).get(path))
        assert "Report held by the desk" in page
        assert "Planted name" not in page
        assert "Sarmin" not in page


def test_a_party_has_other_names(enter, alice):
    names = "Syrian Arab Army\n\n الجيش العربي السوري \nSyrian Arab Army"
    said = {"name": "Syrian army", "aliases": names, "note": "The state's."}
    assert enter(alice).post(PARTIES, said).status_code == 302
    party = Party.objects.get()
    assert party.aliases == "Syrian Arab Army\nالجيش العربي السوري"
    found = enter(alice).post(f"{PARTIES}find/", {"name": "السوري"})
    assert list(found.context["found"]) == [party]


def test_parties_are_merged_and_parted_again(enter, alice):
    one, other = (add_party(by=alice, text=PartyText(name=name)) for name in ("SAA", "Army"))
    here = enter(alice)
    assert "0 sources" in words_of(here.post(at(one, "merge/"), {"into": "Army"}))
    assert here.post(at(one, "merge/"), {"into": "Army", "sure": "1"}).status_code == 302
    one.refresh_from_db()
    assert one.merged_into == other
    assert here.post(at(one, "part/")).status_code == 302
    one.refresh_from_db()
    assert one.merged_into is None


def test_hostile_names_are_only_words(enter, alice):
    words = '"><script>alert(1)</script>'
    one = add_source(by=alice, text=SourceText(name=words))
    add_source(by=alice, text=SourceText(name="Other"))
    here = enter(alice)
    for page in (here.get(SOURCES), here.get(at(one)), here.get("/desk/wire/")):
        assert "<script>alert" not in words_of(page)
    assert "<script>alert" not in words_of(here.post(at(one, "merge/"), {"into": "Other"}))


def test_no_name_goes_through_a_cookie(enter, alice, smart, telegram):
    here = enter(alice)
    here.post(SOURCES, form_of("Planted name"))
    here.post(at(smart, "merge/"), {"into": "SMART on Telegram", "sure": "1"})
    for cookie in here.cookies.values():
        assert "Planted" not in cookie.value
        assert "Telegram" not in cookie.value
