"""A report's claims in a plain list: each accepted, rejected, withdrawn, and taken back."""

import pytest

from dateline.ledger.models import Claim, Entry
from dateline.ledger.verbs.claims import accept_claim, mend_claim
from dateline.ledger.verbs.people import give_role
from dateline.ledger.verbs.proposing import make_claim, propose_claims
from dateline.ledger.verbs.redacting import redact_report, redact_words
from tests.desk.claims.said import ARABIC, arabic, killed, proposed, said, speaker
from tests.desk.conftest import words_of
from tests.desk.reports.archive import captured

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def report(alice):
    return captured(alice)


@pytest.fixture
def claim(report):
    return proposed(report)[0]


def list_of(report, asked=""):
    return f"/desk/reports/{report.pk}/claims/{asked}"


def at(claim, act):
    return f"/desk/claims/{claim.pk}/{act}/"


def because(claim, reason):
    return {"reason": reason, "based_on": claim.revision}


def into(claim, column, **more):
    return {"column": column.slug, "based_on": claim.revision, **more}


def fresh(claim):
    return Claim.objects.get(pk=claim.pk)


def test_what_a_reader_found_stands_there_by_itself(enter, alice, report):
    here = enter(alice)
    assert "Not read yet" in words_of(here.get(list_of(report)))
    part = words_of(here.get(list_of(report), headers=HTMX))
    assert 'hx-trigger="every 5s"' in part
    proposed(report, killed(speakers=(speaker("Rescuers", "The Civil Defence"),)))
    part = words_of(here.get(list_of(report), headers=HTMX))
    assert "hx-trigger" not in part
    for words in ("Twelve people were killed in Sarmin", "The Civil Defence (said)", "dateline 1"):
        assert words in part
    assert "<h1" not in part


def test_the_reports_page_leads_there(enter, alice, report, claim):
    page = words_of(enter(alice).get(f"/desk/reports/{report.pk}/"))
    assert list_of(report) in page
    assert "2, 2 to decide" in page


def test_a_text_without_claims_says_who_read_it(enter, alice, report):
    propose_claims(report.newest.text, [], reader="dateline 1", note="Speakers were not read.")
    page = words_of(enter(alice).get(list_of(report)))
    assert "dateline 1 read the text and found no claim in it." in page
    assert "Speakers were not read." in page


def test_what_was_left_out_is_said(enter, alice, report):
    proposed(report, killed(), said(end=5))
    page = words_of(enter(alice).get(list_of(report)))
    assert "1 proposal of dateline 1 was left out: it did not rest on the words" in page


def test_it_is_accepted_and_taken_back(enter, alice, column, claim, report):
    here = enter(alice)
    answer = here.post(at(claim, "accept"), into(claim, column))
    assert answer["Location"] == f"{list_of(report)}#c-{claim.pk}"
    assert (fresh(claim).status, fresh(claim).column) == ("accepted", column)
    page = words_of(here.get(list_of(report)))
    assert "accepted into Putin in Syria" in page
    here.post(at(claim, "restore"))
    assert fresh(claim).status == "proposed"


def test_accepting_asks_the_ledger_no_more_than_it_must(
    enter, alice, column, claim, django_assert_max_num_queries
):
    here = enter(alice)
    with django_assert_max_num_queries(30):
        here.post(at(claim, "accept"), into(claim, column), headers={"HX-Request": "true"})
    assert fresh(claim).status == "accepted"


def test_accepting_writes_to_the_ledger_and_tells_no_reader(enter, alice, column, claim, cited):
    before = Entry.objects.exclude(blog=None).count()
    enter(alice).post(at(claim, "accept"), into(claim, column))
    assert Entry.objects.exclude(blog=None).count() == before


@pytest.fixture
def cited(report, publish):
    """A public update that shows the report."""
    return publish("They said", body=f"::card{{report={report.pk}}}")


def test_it_is_rejected_with_a_reason_and_taken_back(enter, alice, claim, report):
    here = enter(alice)
    here.post(at(claim, "reject"), because(claim, "A list of names, no claim."))
    assert (fresh(claim).status, fresh(claim).reason) == ("rejected", "A list of names, no claim.")
    assert "A list of names, no claim." in words_of(here.get(list_of(report)))
    here.post(at(claim, "restore"))
    assert (fresh(claim).status, fresh(claim).reason) == ("proposed", "")


@pytest.mark.parametrize("reason", ["", "x" * 301, "\x00"])
@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_refusal_keeps_what_was_typed_and_says_why(enter, alice, claim, reason, headers):
    answer = enter(alice).post(at(claim, "reject"), because(claim, reason), headers=headers)
    assert answer.status_code == 400
    page = words_of(answer)
    assert 'role="alert"' in page
    assert reason in page
    assert fresh(claim).status == "proposed"


def test_an_accepted_claim_is_withdrawn_and_comes_back_accepted(enter, alice, column, claim):
    here = enter(alice)
    here.post(at(claim, "accept"), into(claim, column))
    assert here.post(at(claim, "reject"), because(claim, "No.")).status_code == 400
    here.post(at(claim, "withdraw"), because(claim, "They took it back."))
    assert fresh(claim).status == "withdrawn"
    here.post(at(claim, "restore"))
    assert fresh(claim).status == "accepted"


def test_the_same_decision_sent_twice_is_said_to_be_made(enter, alice, column, claim):
    here = enter(alice)
    here.post(at(claim, "accept"), into(claim, column))
    again = here.post(at(claim, "accept"), into(claim, column))
    assert (again.status_code, fresh(claim).status) == (400, "accepted")
    assert "This claim is accepted already." in words_of(again)


def test_nobody_accepts_what_has_changed_meanwhile(enter, alice, column, claim):
    mend_claim(by=alice, claim=claim, said=said("Twelve people"), based_on=1)
    answer = enter(alice).post(at(claim, "accept"), into(claim, column), headers=HTMX)
    assert answer.status_code == 409
    assert "Look at it as it stands now" in words_of(answer)
    assert ">Twelve people</blockquote>" in words_of(answer)
    for wrong in ("", "x", "-1", "9" * 99, "²"):
        answer = enter(alice).post(at(claim, "accept"), into(claim, column) | {"based_on": wrong})
        assert answer.status_code == 409


def test_a_part_of_the_page_is_answered_with_the_claim_alone(enter, alice, column, claim):
    answer = enter(alice).post(at(claim, "accept"), into(claim, column), headers=HTMX)
    part = words_of(answer)
    assert f'id="c-{claim.pk}"' in part
    assert 'data-said="Accepted."' in part
    assert "<html" not in part


def test_a_contributor_looks_and_makes_but_decides_nothing(
    enter, carl, alice, column, claim, report
):
    here = enter(carl)
    page = words_of(here.get(list_of(report)))
    assert "Twelve people were killed" in page
    assert at(claim, "accept") not in page
    assert at(claim, "mend") not in page
    acts = {"accept": into(claim, column), "reject": because(claim, "No."), "restore": {}}
    for act, form in (acts | {"withdraw": because(claim, "No.")}).items():
        assert here.post(at(claim, act), form).status_code == 403
    assert fresh(claim).status == "proposed"


def test_a_contributor_withdraws_what_they_made(enter, carl, alice, report):
    claim = make_claim(by=carl, text=report.newest.text, said=killed())
    page = words_of(enter(carl).get(list_of(report)))
    assert at(claim, "withdraw") in page
    assert "made by Carl" in page
    enter(carl).post(at(claim, "withdraw"), because(claim, "Wrong words."))
    assert fresh(claim).status == "withdrawn"


def test_into_which_of_several_columns_is_chosen(
    enter, owner, alice, column, other_column, claim, report
):
    give_role(by=owner, person=alice, name="editor", column=other_column)
    here = enter(alice)
    page = words_of(here.get(list_of(report, "?column=ukraine")))
    assert '<input type="hidden" name="column" value="ukraine">' in page
    here.post(at(claim, "accept"), into(claim, other_column))
    page = words_of(here.get(list_of(report)))  # the last one used is the next one offered
    assert '<input type="hidden" name="column" value="ukraine">' in page


def test_a_column_that_is_not_theirs_is_no_column(enter, alice, owner, claim, other_column, report):
    here = enter(alice)
    assert here.post(at(claim, "accept"), into(claim, other_column)).status_code == 404
    accept_claim(by=owner, claim=claim, column=other_column, based_on=1)
    page = words_of(here.get(list_of(report)))
    assert "accepted" in page
    assert "Ukraine" not in page
    assert here.post(at(claim, "restore")).status_code == 403


def test_quotes_keep_their_language_and_direction(enter, alice):
    report = captured(alice, text=ARABIC, language="ar")
    proposed(report, arabic())
    page = words_of(enter(alice).get(list_of(report)))
    assert "<blockquote" in page
    assert 'dir="auto" lang="ar">١٢ شخصاً' in page
    assert 'data-choose dir="rtl" lang="ar">' in page


def test_hostile_words_stay_words(enter, alice):
    text = "<script>alert(1)</script> people were killed"
    report = captured(alice, text=text)
    proposed(report, said(text, text))
    page = words_of(enter(alice).get(list_of(report)))
    assert "<script>alert" not in page
    assert page.count("&lt;script&gt;alert(1)") == 2


def test_many_claims_come_page_by_page(enter, alice):
    text = " ".join(f"Number {n} was hit." for n in range(130))
    report = captured(alice, text=text)
    proposed(report, *(said(f"Number {n} was hit.", text) for n in range(130)))
    here = enter(alice)
    first, second = (words_of(here.get(list_of(report, f"?page={n}"))) for n in (1, 2))
    assert (first.count('class="claim '), second.count('class="claim ')) == (100, 30)
    assert "?page=2" in first
    for wrong in ("0", "x", "9" * 99):
        assert here.get(list_of(report, f"?page={wrong}")).status_code == 200


def test_a_held_report_keeps_its_claims_from_contributors(enter, carl, alice, owner):
    report = captured(alice)
    (claim, _) = proposed(report)
    enter(alice).post(f"/desk/reports/{report.pk}/flags/", {"protected": "on"})
    for path in (list_of(report), list_of(report, "make/"), at(claim, "mend")):
        answer = enter(carl).get(path)
        assert answer.status_code == 403
        assert "Twelve" not in words_of(answer)
    assert enter(alice).get(list_of(report)).status_code == 200


@pytest.mark.django_db(transaction=True)
def test_a_redacted_claim_says_nothing_and_a_redacted_report_has_no_list(
    enter, owner, alice, claim, report
):
    redact_words(by=owner, words=["Twelve people"], reason="A name.")
    page = words_of(enter(alice).get(list_of(report)))
    assert "The words of this claim were redacted." in page
    assert enter(alice).get(at(claim, "mend")).status_code == 404
    assert enter(alice).post(at(claim, "restore")).status_code == 400
    redact_report(by=owner, report=report, reason="A shelter.")
    assert enter(alice).get(list_of(report)).status_code == 404
    assert enter(alice).post(at(claim, "reject"), because(claim, "x")).status_code == 404


def test_who_looks_for_words_to_redact_finds_the_claim(enter, owner, claim, report):
    page = words_of(enter(owner).post("/desk/redaction/words/", {"words": "Twelve people"}))
    assert "Claim" in page
    assert list_of(report) in page


def test_someone_without_a_role_sees_none(enter, sam, claim, report):
    assert enter(sam).get(list_of(report)).status_code == 403
    assert enter(sam).post(at(claim, "reject"), because(claim, "x")).status_code == 403
