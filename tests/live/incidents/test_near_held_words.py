"""Words that are held are not shown by what stands near them: cards, passages, other versions."""

from datetime import UTC, datetime

import pytest

from dateline.ledger.verbs.capturing import keep_capture
from dateline.ledger.verbs.counting import hold_claim
from dateline.ledger.verbs.ruling import rule_relation
from dateline.ledger.verbs.sources import SourceText, add_source
from tests.ledger.kept import kept
from tests.live.site import BLOG, words_of

pytestmark = pytest.mark.django_db

HELD = "The shelter is in Zanzibar street."
WORDS = f"Open words here. {HELD} Nine people died."
FAR = datetime(2100, 1, 1, tzinfo=UTC)


@pytest.fixture
def report(desk):
    """A report whose excerpt is what will be held."""
    return desk.report(WORDS, excerpt=HELD)


@pytest.fixture
def held(desk, report):
    """The claim in these words, public as yet."""
    return desk.claim(WORDS, HELD, report)


@pytest.fixture
def hold(held, alice):
    """Hold the claim, or let it go: `hold(None)`."""
    return lambda until=FAR: hold_claim(by=alice, claim=held, until=until)


@pytest.fixture
def traces(site):
    """Return the files in which the held words stand."""
    return lambda: [path for path, data in site.files().items() if b"Zanzibar" in data]


def test_a_card_shows_no_excerpt_while_words_are_held_nor_do_old_deltas(
    report, hold, publish, follow, traces, site
):
    publish("Card", f"::card{{report={report.pk}}}")
    follow()
    assert {f"{BLOG}/day.html", f"{BLOG}/feed.json", f"{BLOG}/rev/2.json"} <= set(traces())
    hold()
    follow()
    assert traces() == []
    hold(None)
    follow()
    assert f"{BLOG}/index.html" in traces()
    assert "Zanzibar" in str(site.newest_delta())


def test_the_lines_around_a_quotation_end_before_words_that_are_held(
    desk, report, hold, publish, follow, report_page, traces
):
    desk.claim(WORDS, "Nine people died.", report)
    for words in ("Open words here.", "Nine people died."):
        publish("Quoted", f":::quote{{report={report.pk}}}\n{words}\n:::")
    hold()
    follow()
    shown = [words_of(one) for one in report_page(report).xpath("//blockquote")]
    assert shown == ["Open words here.", "Nine people died."]
    assert traces() == []


@pytest.mark.parametrize("text", [WORDS, WORDS.replace("in Zanzibar", "in\n  Zanzibar")])
def test_held_words_stay_out_of_another_version_and_come_back(
    text, desk, report, held, hold, follow, claim_page, traces
):
    keep_capture(report, kept(f"Mended. {text}", excerpt="", picture=None))
    shown = desk.claim(f"Mended. {text}", "Nine people died.", report)
    assert shown.text_id != held.text_id
    follow()
    assert len(traces()) > 1
    hold()
    follow()
    assert words_of(claim_page(shown).xpath("//blockquote")[0]) == "Nine people died."
    assert traces() == []
    hold(None)
    follow()
    assert "Zanzibar" in words_of(claim_page(shown).xpath("//blockquote")[0])


@pytest.mark.parametrize("confidential", [False, True])
def test_the_log_names_no_source_whose_only_claim_is_held(
    confidential, rivals, desk, alice, follow, incident_page
):
    text = SourceText(name="Zanzibar Watch", address="watch.example", confidential=confidential)
    source = add_source(by=alice, text=text)
    claim = desk.claim("Nine people died.", site="watch.example")
    assert claim.report.source_id == source.pk
    desk.answer(claim, rivals.incident, "same")
    rule_relation(by=alice, incident=rivals.incident, source=source, relation="observer")
    hold_claim(by=alice, claim=claim, until=FAR)
    follow()
    log = words_of(incident_page(rivals.incident).get_element_by_id("changes"))
    assert "relation of" not in log
    hold_claim(by=alice, claim=claim, until=None)
    follow()
    log = words_of(incident_page(rivals.incident).get_element_by_id("changes"))
    assert ("relation of Zanzibar Watch put right" in log) is not confidential
