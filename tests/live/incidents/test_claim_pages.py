"""A claim's page: its words in their lines, who says them, their hash; and when there is none."""

from datetime import timedelta

import pytest
from django.utils import timezone

from dateline.ledger.verbs.claims import reject_claim, restore_claim, withdraw_claim
from dateline.ledger.verbs.counting import hold_claim, supersede_claim
from dateline.ledger.verbs.proposing import propose_claims
from dateline.ledger.verbs.redacting import redact_report
from dateline.ledger.verbs.releasing import release_due
from tests.ledger.claimed import said
from tests.ledger.happened import strike
from tests.live.site import words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def seen(site):
    """Return the files of the site in which some words stand."""
    return lambda words: sorted(
        path for path, data in site.files().items() if words.encode() in data
    )


def hold(claim, alice, days=1):
    return hold_claim(by=alice, claim=claim, until=timezone.now() + timedelta(days=days))


def test_it_shows_the_words_the_speakers_the_hash_and_the_time(rivals, follow, claim_page):
    follow()
    page = claim_page(rivals.agency)
    assert words_of(page.xpath("//blockquote//mark")[0]).startswith("The Monitor says nine")
    assert [words_of(one) for one in page.xpath("//ol[@class='chain']/li")] == [
        "The Monitor",
        "The Agency",
    ]
    facts = dict(
        zip(
            [words_of(one) for one in page.xpath("//dt")],
            [words_of(one) for one in page.xpath("//dd")],
            strict=True,
        )
    )
    assert facts["SHA-256"] == rivals.agency.text.capture.sha256
    assert facts["How sure"] == "said says"
    assert facts["killed"] == "9 nine people"
    assert facts["Where"] == "Sarmin, Idlib · town, ± 1.5 km"
    assert facts["Original"].startswith("https://")
    assert words_of(page.xpath("//ul[@class='cited']//a")[0]) == "A strike on Sarmin"


def test_its_report_has_a_page_that_lists_it_though_no_update_cites_it(rivals, follow, report_page):
    follow()
    page = report_page(rivals.ministry.report)
    (link,) = page.xpath("//ul[@class='cited']//a")
    assert link.get("href") == f"../../claims/{rivals.ministry.pk}/"


def test_what_is_only_proposed_or_rejected_has_no_page(desk, alice, follow, claim_page, seen):
    text = desk.report("Zanzibar was bombed, they say.").newest.text
    one, two = propose_claims(
        text,
        [said("Zanzibar", "Zanzibar was bombed, they say."), said("they say", text_of(text))],
        reader="dateline 1",
    )
    reject_claim(by=alice, claim=two, based_on=two.revision, reason="Zanzibar is elsewhere.")
    follow()
    assert claim_page(one) is None
    assert claim_page(two) is None
    assert seen("Zanzibar") == []


def text_of(_):
    return "Zanzibar was bombed, they say."


def test_a_held_claim_is_found_nowhere_until_its_time(
    rivals, desk, alice, follow, claim_page, seen
):
    claim = desk.claim("A convoy leaves Zanzibar at dawn.", site="convoy.example")
    desk.answer(claim, rivals.incident, "same")
    hold(claim, alice)
    follow()
    assert seen("Zanzibar") == []
    assert claim_page(claim) is None
    later = timezone.now() + timedelta(days=2)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(timezone, "now", lambda: later)
        assert [one.pk for one in release_due()] == [claim.pk]
        follow()
        assert claim_page(claim) is not None
        assert f"incidents/{rivals.incident.pk}/index.html" in seen("Zanzibar")


def test_one_held_after_it_was_public_leaves_no_trace_and_is_listed_to_purge(
    rivals, desk, alice, publish, follow, seen, data
):
    claim = desk.claim("A convoy leaves Zanzibar at dawn.", site="zanzibar.example")
    desk.answer(claim, rivals.incident, "same")
    body = f"A [convoy]{{claim={claim.pk}}} leaves.\n\n::incident{{id={rivals.incident.pk}}}"
    publish("Convoy", body)
    follow()
    assert any("/rev/" in path for path in seen("zanzibar.example"))
    hold(claim, alice)
    follow()
    assert seen("Zanzibar") == []
    assert seen("zanzibar.example") == []
    listed = "".join(path.read_text() for path in (data / "purge").glob("*.txt"))
    assert f"claims/{claim.pk}/index.html" in listed


@pytest.mark.parametrize("how", ["protected", "redacted"])
def test_a_claim_of_a_report_that_is_held_is_found_nowhere(
    how, rivals, desk, flag, owner, follow, claim_page, seen
):
    claim = desk.claim("A witness named Zanzibar saw it.", site="zanzibar.example")
    desk.answer(claim, rivals.incident, "same")
    follow()
    assert seen("Zanzibar") != []
    if how == "protected":
        flag("protected", one=claim.report)
    else:
        redact_report(by=owner, report=claim.report, reason="It named a person.")
    follow()
    assert claim_page(claim) is None
    assert seen("Zanzibar") == []
    assert seen("zanzibar.example") == []


def test_words_of_a_report_that_identifies_somebody_are_held(
    rivals, desk, flag, follow, claim_page, seen
):
    claim = desk.claim("Abu Zanzibar saw nine people die in Sarmin.", site="t.me/abu")
    desk.answer(claim, rivals.incident, "same")
    flag("identifies", one=claim.report)
    follow()
    assert "The words are held" in words_of(claim_page(claim))
    assert [path for path in seen("Zanzibar") if not path.startswith("media/")] == []


def test_the_lines_around_a_quote_end_before_words_that_are_held(
    desk, alice, follow, claim_page, seen
):
    words = "Jets came. The shelter is in Zanzibar street. Nine people died."
    report = desk.report(words)
    held = desk.claim(words, "The shelter is in Zanzibar street.", report)
    shown = desk.claim(words, "Nine people died.", report)
    hold(held, alice)
    follow()
    assert words_of(claim_page(shown).xpath("//blockquote")[0]) == "Nine people died."
    assert seen("Zanzibar") == []


def test_no_excerpt_stands_beside_words_that_are_held(desk, alice, follow, report_page):
    words = "Nine people died. The shelter is elsewhere."
    report = desk.report(words, excerpt="The shelter is elsewhere.")
    held = desk.claim(words, "The shelter is elsewhere.", report)
    desk.claim(words, "Nine people died.", report)
    hold(held, alice)
    follow()
    assert "shelter" not in words_of(report_page(report).xpath("//main")[0])
    hold_claim(by=alice, claim=held, until=None)
    follow()
    assert "shelter" in words_of(report_page(report).xpath("//main")[0])


def test_a_withdrawn_claim_leaves_a_stone_and_comes_back(rivals, alice, follow, claim_page):
    withdraw_claim(
        by=alice, claim=rivals.agency, based_on=rivals.agency.revision, reason="Zanzibar."
    )
    follow()
    page = claim_page(rivals.agency)
    assert "This claim was withdrawn" in words_of(page)
    assert "Monitor" not in words_of(page)
    restore_claim(by=alice, claim=rivals.agency)
    follow()
    assert "Monitor" in words_of(claim_page(rivals.agency))


def test_one_withdrawn_while_it_was_held_was_never_there(desk, alice, follow, claim_page):
    claim = desk.claim("Nine people died.")
    hold(claim, alice)
    withdraw_claim(by=alice, claim=claim, based_on=claim.revision, reason="Misread.")
    follow()
    assert claim_page(claim) is None or "Nine" not in words_of(claim_page(claim))


def test_a_newer_figure_and_the_older_one_lead_to_each_other(rivals, alice, follow, claim_page):
    words = "Jets bombed Sarmin on Tuesday; thirteen died, rescuers now say."
    newer = strike(rivals.desk, words, site="rescue.example")
    supersede_claim(by=alice, claim=newer, older=rivals.rescuers)
    follow()
    old, new = claim_page(rivals.rescuers), claim_page(newer)
    assert "Replaced by a newer figure:" in words_of(old)
    assert f"../../claims/{newer.pk}/" in old.xpath("//a/@href")
    assert f"../../claims/{rivals.rescuers.pk}/" in new.xpath("//a/@href")
