"""A text in the composer is asked about, from what this person and readers may know."""

from datetime import timedelta

import pytest
from django.utils import timezone

from dateline.codebook import Hedge
from dateline.ledger.models import Entry
from dateline.ledger.verbs.claims import withdraw_claim
from dateline.ledger.verbs.counting import hold_claim
from dateline.ledger.verbs.proposing import make_claim, propose_claims
from dateline.ledger.verbs.reports import Flags, flag_report
from dateline.ledger.verbs.sources import SourceText, add_source
from tests.ledger.claimed import said
from tests.ledger.happened import here, speaker, strike, then, toll

pytestmark = pytest.mark.django_db
WORDS = "SMART said that 12 people died in Sarmin on Tuesday."
DENIAL = "The ministry denied that it bombed Sarmin on Tuesday."


def toll_of(keeping, **fields):
    usual = {
        "event": "casualties",
        "speakers": (speaker("SMART", WORDS),),
        "tolls": (toll("12 people", WORDS, 12),),
        "hedge": Hedge("said", "said", (6, 10)),
        "place": here(WORDS),
        "when": then(WORDS),
    }
    return keeping.claim(WORDS, **(usual | fields))


def denied(keeping, **fields):
    usual = {
        "kind": "denial",
        "event": "air_strike",
        "speakers": (speaker("The ministry", DENIAL),),
        "hedge": Hedge("denied", "denied", (13, 19)),
        "place": here(DENIAL),
        "when": then(DENIAL),
    }
    return keeping.claim(DENIAL, **(usual | fields))


def kinds(found):
    return [one["kind"] for one in found]


def test_a_sentence_that_drops_the_speaker_is_asked_about(keeping, ask):
    claim = toll_of(keeping)
    body = f"😀 [12 people died]{{claim={claim.pk}}} there."
    (one,) = ask(body)
    assert (one["kind"], one["title"]) == ("hedge", "Hedge dropped")
    units = body.encode("utf-16-le")
    assert units[2 * one["start"] : 2 * one["end"]].decode("utf-16-le") == "12 people died"
    assert one["fix"]["words"] == ", according to SMART"
    behind = units[2 * one["fix"]["end"] :].decode("utf-16-le")
    assert one["fix"]["start"] == one["fix"]["end"]
    assert behind == "."
    assert ask(body.replace(" there.", ", according to SMART.")) == []


def test_a_figure_is_put_right_inside_its_mark(keeping, ask):
    claim = toll_of(keeping)
    body = f"SMART says [21 people died]{{claim={claim.pk}}}."
    (one,) = ask(body)
    fix = one["fix"]
    mended = body[: fix["start"]] + fix["words"] + body[fix["end"] :]
    assert mended == body.replace("[21", "[12")
    assert ask(mended) == []


def test_a_denial_of_the_same_incident_is_brought_in(keeping, ask):
    strikes, denial = strike(keeping), denied(keeping)
    keeping.incident(strikes, denial)
    body = f"[Jets bombed Sarmin]{{claim={strikes.pk}}}, residents say."
    (one,) = ask(body)
    assert one["kind"] == "denied"
    assert one["fix"]["words"] == f" The ministry [denies this]{{claim={denial.pk}}}."
    assert ask(body + one["fix"]["words"]) == []


@pytest.mark.usefixtures("gazetteer")
def test_what_the_column_knows_of_the_place_and_day_is_found_without_a_mark(keeping, ask):
    strikes, _ = strike(keeping), denied(keeping)
    source, denial = ask("Jets bombed Sarmin on 20 October 2015.")
    assert source["fix"]["words"].endswith(f"{{claim={strikes.pk}}}")
    assert denial["kind"] == "denied"
    assert ask("Jets bombed Sarmin on 2 October 2015, residents say.") == []


def test_a_denial_that_waits_for_review_is_told_of_without_a_mark(keeping, ask, gazetteer):
    both = f"Jets bombed Sarmin on Tuesday. {DENIAL}"
    report = keeping.report(both)
    told = {"text": both, "event": "air_strike"}
    claim = said("Jets bombed Sarmin on Tuesday", place=here(both), when=then(both), **told)
    accepted = make_claim(by=keeping.by, text=report.newest.text, said=claim, column=keeping.column)
    found = {"kind": "denial", "place": here(both), "when": then(both)}
    propose_claims(report.newest.text, [said(DENIAL, **told, **found)], reader="r 1")
    (one,) = ask(f"Residents say [jets bombed Sarmin on 20 October 2015]{{claim={accepted.pk}}}.")
    assert one["kind"] == "denied"
    assert "waits for review" in one["why"]
    assert one["fix"]["words"] == " Another source denies this."


def test_another_columns_claim_tells_nothing(keeping, ask, owner, other_blog):
    claim = toll_of(keeping)
    body = f"[21 people died]{{claim={claim.pk}}}."
    assert ask(body, by=owner, blog=other_blog) == []


@pytest.mark.parametrize("who", ["alice", "carl"])
def test_nothing_comes_from_a_protected_report(keeping, ask, request, who):
    strikes, denial, claim = strike(keeping), denied(keeping), toll_of(keeping)
    keeping.incident(strikes, denial)
    for one in (denial, claim):
        flag_report(by=keeping.by, report=one.report, flags=Flags(protected=True))
    person = request.getfixturevalue(who)
    marked = f"[Jets bombed Sarmin]{{claim={strikes.pk}}}, residents say."
    assert ask(marked, by=person) == []
    assert ask(f"[21 people died]{{claim={claim.pk}}}.", by=person) == []


def test_nor_from_a_claim_that_is_held_back(keeping, ask):
    strikes, denial = strike(keeping), denied(keeping)
    keeping.incident(strikes, denial)
    until = timezone.now() + timedelta(hours=1)
    hold_claim(by=keeping.by, claim=denial, until=until)
    assert ask(f"[Jets bombed Sarmin]{{claim={strikes.pk}}}, residents say.") == []


def test_a_confidential_source_is_not_named(keeping, ask):
    claim = toll_of(keeping)
    add_source(by=keeping.by, text=SourceText(name="SMART", confidential=True))
    (one,) = ask(f"[12 people died]{{claim={claim.pk}}} there.")
    assert "SMART" not in str(one)
    assert one["fix"]["words"] == ", it is reported"


def test_a_withdrawn_claim_says_nothing(keeping, ask):
    claim = toll_of(keeping)
    withdraw_claim(by=keeping.by, claim=claim, based_on=claim.revision, reason="Misread.")
    assert ask(f"[21 people died]{{claim={claim.pk}}}.") == []


def test_what_is_quoted_or_cited_is_left_in_peace(ask):
    assert ask("> Jets bombed a market.") == []
    assert ask(':::quote{source="A resident"}\nJets bombed a market.\n:::') == []
    assert ask("[Jets bombed a market](https://a.example/).") == []
    assert ask("Jets bombed a market:\n\n::card{report=x}") == []
    assert kinds(ask("Jets bombed a market.")) == ["unsourced"]


def test_an_update_that_is_public_is_read_as_of_its_day(publish, ask):
    update = publish("The council")
    late = update.published_at.astimezone(update.blog.column.zone_info).hour in (23, 0, 1, 2)
    found = ask("The council met yesterday.", update=str(update.pk))
    assert kinds(found) == (["date"] if late else [])
    assert ask("The council met.", update="no id") == []


@pytest.mark.parametrize(
    "body",
    [
        "",
        "   \n",
        "[" * 6_000,
        "Jets bombed a market. " * 1_000,
        "[x]{claim=" + "a" * 60 + "}",
        "[Jets bombed a market",
        "\x00\ud83d bombed",
        "[a]{claim=00000000-0000-4000-8000-000000000000}",
        "\u202eJets\u202c [[[bombed]{claim=x}",
    ],
)
def test_hostile_texts_are_borne(body, enter, alice, blog):
    data = {"body": body.encode("utf-8", "replace").decode()}
    answer = enter(alice).post(f"/desk/blogs/{blog.pk}/warnings/", data)
    assert answer.status_code == 200
    assert len(answer.json()["warnings"]) <= 20


def test_asking_changes_nothing_and_a_get_is_no_question(enter, alice, blog, keeping):
    claim = toll_of(keeping)
    address = f"/desk/blogs/{blog.pk}/warnings/"
    before = Entry.objects.count()
    enter(alice).post(address, {"body": f"[9 people died]{{claim={claim.pk}}}."})
    assert Entry.objects.count() == before
    assert enter(alice).get(address).status_code == 405


def test_a_stranger_finds_no_blog(enter, sam, blog):
    address = f"/desk/blogs/{blog.pk}/warnings/"
    assert enter(sam).post(address, {"body": "Jets bombed it."}).status_code == 404


def test_a_question_costs_few_queries_however_much_the_column_holds(
    keeping, enter, alice, blog, gazetteer, django_assert_max_num_queries
):
    for day in range(10, 22):
        strike(keeping, day=f"2015-10-{day}")
    desk, address = enter(alice), f"/desk/blogs/{blog.pk}/warnings/"
    with django_assert_max_num_queries(20):
        answer = desk.post(address, {"body": "Jets bombed Sarmin on 20 October 2015."})
    assert kinds(answer.json()["warnings"]) == ["unsourced"]
