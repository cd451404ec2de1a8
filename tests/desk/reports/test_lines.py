"""A quotation that names an address: saving the text brings the report in and names it."""

import pytest

from dateline.desk.reports.lines import with_reports
from dateline.ledger.models import Report
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.redacting import redact_report
from tests.desk.conftest import composed, words_of
from tests.desk.reports.archive import ADDRESS, captured, flagged

QUOTE = f':::quote{{report="{ADDRESS}"}}\nTwelve died.\n:::'


def test_a_quotation_of_an_address_names_its_report(carl):
    body = with_reports(by=carl, body=f"They say:\n\n{QUOTE}\n\nMore.")
    report = Report.objects.get()
    assert body == f"They say:\n\n:::quote{{report={report.pk}}}\nTwelve died.\n:::\n\nMore."
    assert (report.address, report.brought_by) == (ADDRESS, carl)


def test_its_other_words_stay(carl):
    opening = f':::quote{{source="A witness" report="{ADDRESS}?a=b" lang=ar}}'
    body = with_reports(by=carl, body=f"{opening}\nq\n:::")
    report = Report.objects.get()
    assert body.startswith(f':::quote{{source="A witness" report={report.pk} lang=ar}}\n')


STAY = [
    ':::quote{report="javascript:alert(1)"}\na\n:::',
    ':::quote{report="https://user:word@example.org/"}\na\n:::',
    ':::quote{report="https://"}\na\n:::',
    ":::quote{report=0190a7b0-0000-7000-8000-000000000000}\na\n:::",
    f':::quote{{source="say report=\\"{ADDRESS}\\" "}}\na\n:::',
    f"```\n{QUOTE}\n```",
    f"- {QUOTE}",
    f"    {QUOTE.splitlines()[0]}",
    f":::quote{{source=a}}\n{QUOTE}\n:::",
    f':::quote{{report="{ADDRESS}"\na\n:::',
    f"{QUOTE}{'y' * 100_000}",
]


@pytest.mark.parametrize("body", STAY)
def test_what_names_no_address_stays_as_it_is(carl, body):
    assert with_reports(by=carl, body=body) == body
    assert not Report.objects.exists()


def test_somebody_without_a_role_brings_nothing_in(sam):
    assert with_reports(by=sam, body=QUOTE) == QUOTE


@pytest.mark.django_db(transaction=True)
def test_what_was_redacted_is_not_quoted_again(owner, carl):
    with_reports(by=carl, body=QUOTE)
    redact_report(by=owner, report=Report.objects.get(), reason="A shelter.")
    with pytest.raises(Refused, match=r"may not come back"):
        with_reports(by=carl, body=QUOTE)


def test_it_is_published_at_once_while_nothing_is_captured(enter, alice, blog):
    answer = enter(alice).post(
        f"/desk/blogs/{blog.pk}/", composed("", f"{QUOTE}\n\nSo they say.", action="publish")
    )
    assert answer.status_code == 302
    assert blog.updates.get().status == "published"


@pytest.mark.parametrize("how", ["flagged", "unknown", "spelt otherwise"])
def test_what_may_not_be_quoted_is_not_published(enter, alice, carl, blog, how):
    report = flagged(alice, captured(carl), protected=True) if how == "flagged" else captured(carl)
    named = {"unknown": "0190a7b0-0000-7000-8000-000000000000", "spelt otherwise": report.pk.hex}
    body = f":::quote{{report={named.get(how, report.pk)}}}\nZinnias.\n:::"
    answer = enter(alice).post(f"/desk/blogs/{blog.pk}/", composed("", body, action="publish"))
    assert answer.status_code == 400
    said = "words may not be public" if how == "flagged" else "no report has the id"
    assert said in words_of(answer)
    assert not blog.updates.exclude(number=None).exists()
