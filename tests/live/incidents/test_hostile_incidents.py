"""Titles, quotes, names and reasons are hostile: the pages are valid and run nothing."""

import pytest

from dateline.codebook import Hedge, Speaker, Target
from dateline.ledger.verbs.checking import Finding, record_check
from dateline.ledger.verbs.columns import ColumnText, edit_column
from dateline.ledger.verbs.counting import set_aside_claim
from dateline.ledger.verbs.incidents import name_incident
from dateline.ledger.verbs.merging import merge_incidents
from dateline.ledger.verbs.ruling import assess_incident
from tests.ledger.claimed import at
from tests.ledger.happened import actor, strike, toll
from tests.live.site import words_of
from tests.web.judges import html_faults

pytestmark = pytest.mark.django_db
EVIL = "<script>alert(1)</script> \"'> </title> {{ x }} {% x %} javascript:alert(1)"
TEXT = f"“{EVIL}” said <img src=x onerror=alert(1)>: jets bombed Sarmin on Tuesday, 9 died."


@pytest.fixture(params=["en", "ar"])
def hostile(request, rivals, desk, alice, owner, column, publish, follow, site):
    """Everything that people write is hostile, and everything has happened."""
    text = ColumnText(
        name=EVIL[:120], publisher=EVIL[:120], zone="Asia/Damascus", language=request.param
    )
    edit_column(by=owner, column=column, text=text)
    evil = strike(
        desk,
        TEXT,
        site="evil.example",
        speakers=(Speaker(EVIL, "said", EVIL, at(EVIL, TEXT)),),
        actor=actor("<img src=x onerror=alert(1)>", TEXT),
        target=Target(EVIL, "people", EVIL, at(EVIL, TEXT)),
        hedge=Hedge("alleged", EVIL, at(EVIL, TEXT)),
        tolls=(toll("9", TEXT, 9),),
    )
    desk.answer(evil, rivals.incident, "same")
    may_be = strike(desk, "A plane bombed Sarmin on Tuesday.", site="may.example")
    desk.answer(may_be, rivals.incident, "may_be")
    aside = strike(
        desk,
        "Jets bombed Sarmin on Tuesday: 700 died.",
        site="aside.example",
        tolls=(toll("700", "Jets bombed Sarmin on Tuesday: 700 died.", 700),),
    )
    desk.answer(aside, rivals.incident, "same")
    set_aside_claim(by=alice, claim=aside, reason=EVIL)
    name_incident(by=alice, incident=rivals.incident, title=EVIL, based_on=1)
    assess_incident(by=alice, incident=rivals.incident, sentence=EVIL)
    finding = Finding(
        question="other",
        question_words=EVIL,
        result="contradicted",
        method=EVIL,
        evidence=EVIL,
        addresses="https://example.org/?a=1&b=\"'<x>",
    )
    record_check(by=alice, report=evil.report, finding=finding)
    merged = desk.incident(strike(desk, "They bombed Sarmin on Tuesday."), title=EVIL)
    merge_incidents(by=alice, incident=merged, into=rivals.incident, reason=EVIL, based_on=1)
    pk = rivals.incident.pk
    marked = f"[{{words}}]{{claim={evil.pk}}}".replace("{words}", "words")
    publish(
        "Embeds", f"{marked}\n\n::incident{{id={pk}}}\n\n::toll{{incident={pk} category=killed}}"
    )
    follow()
    return site


def test_no_page_has_a_fault(hostile):
    pages = [path for path in hostile.html_files() if path.split("/")[0] in ("incidents", "claims")]
    assert len(pages) == 9
    faults = html_faults(*(hostile.root / path for path in hostile.html_files()))
    assert faults == ""
    assert hostile.broken_links() == []


def test_no_page_runs_or_loads_anything(hostile):
    for path in hostile.html_files():
        page = hostile.parsed(path)
        names = {name.lower() for one in page.iter() for name in one.attrib}
        assert not [name for name in names if name.startswith("on") or name == "style"]
        assert not [way for way in page.xpath("//@href") if way.lower().startswith("javascript")]
        if path.split("/")[0] in ("incidents", "claims"):
            assert page.xpath("//script") == []
            assert [one for one in hostile.page(path).loads if one.startswith("../")]


def test_what_was_typed_is_read_as_it_was_typed(hostile, rivals):
    page = hostile.parsed(f"incidents/{rivals.incident.pk}/index.html")
    assert words_of(page.xpath("//h1")[0]) == " ".join(EVIL.split())
