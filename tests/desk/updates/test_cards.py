"""A line that is only an address becomes its report's card, however the text is saved."""

import pytest

from dateline.archive.bring import bring_address
from dateline.desk.reports.lines import MOST, with_reports
from dateline.ledger.models import Report
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.redacting import redact_report
from dateline.ledger.verbs.sources import SourceText, add_source
from tests.desk.conftest import composed, words_of
from tests.desk.reports.archive import ADDRESS, captured, flagged, lead_image


def card():
    return f"::card{{report={Report.objects.get().pk}}}"


@pytest.fixture
def desk(blog):
    """The address of the blog's desk."""
    return f"/desk/blogs/{blog.pk}/"


BODY = f"Rescuers say so.\n\n{ADDRESS}\n\nMore."


@pytest.mark.parametrize("action", ["draft", "review", "publish", "schedule"])
def test_a_new_text_shows_the_card(enter, alice, blog, desk, action):
    form = composed(body=BODY, action=action, when="2099-01-01T10:00")
    assert enter(alice).post(desk, form).status_code == 302
    assert blog.updates.get().body == f"Rescuers say so.\n\n{card()}\n\nMore."
    assert Report.objects.get().brought_by == alice


@pytest.mark.parametrize("action", ["draft", "publish"])
def test_a_newer_text_shows_it_too(enter, carl, alice, write, action):
    update = write("Sarmin", "Words.")
    form = composed("Sarmin", BODY, action=action, based_on="1")
    assert enter(alice).post(f"/desk/updates/{update.pk}/", form).status_code == 302
    update.refresh_from_db()
    assert card() in update.body


def test_a_correction_shows_it_too(enter, alice, publish):
    update = publish("Sarmin", "Words.")
    form = composed("Sarmin", BODY, action="correct", based_on="1", note="With its report.")
    assert enter(alice).post(f"/desk/updates/{update.pk}/", form).status_code == 302
    update.refresh_from_db()
    assert card() in update.body


def test_the_same_form_twice_writes_one_text_and_one_report(enter, alice, blog, desk):
    here, form = enter(alice), composed(body=BODY, action="publish")
    assert here.post(desk, form).status_code == here.post(desk, form).status_code == 302
    assert blog.updates.get().revision == 1
    assert Report.objects.count() == 1


def test_windows_line_ends_change_nothing(enter, alice, blog, desk):
    enter(alice).post(desk, composed(body=f"One.\r\n\r\n{ADDRESS}\r\n"))
    assert blog.updates.get().body == f"One.\n\n{card()}\n"


STAY = [
    f"See {ADDRESS}",
    f"{ADDRESS} says so",
    f"<{ADDRESS}>",
    f"[words]({ADDRESS})",
    f"- {ADDRESS}",
    f"> {ADDRESS}",
    f"- one\n\n  {ADDRESS}",
    f"    {ADDRESS}",
    f"```\n{ADDRESS}\n```",
    f"~~~\n\n{ADDRESS}\n",
    f":::quote{{source=SMART}}\n{ADDRESS}\n:::",
    f":::quote{{source=SMART}}\n\n{ADDRESS}\n\nNot closed yet.",
    f":::quote{{wrong wrong=}}\n{ADDRESS}\n:::",
    "smart.example.org",
    "ftp://smart.example.org/",
    "https://user:word@smart.example.org/",
    "https://",
    f"`a\n{ADDRESS}x{'y' * 2000}\n`",
    "[" * 5_001 + f"\n\n{ADDRESS}",
]


@pytest.mark.parametrize("body", STAY)
def test_what_is_more_than_an_address_or_refused_stays_as_it_is(carl, body):
    assert with_reports(by=carl, body=body) == body
    assert not Report.objects.exists()


def test_each_address_alone_on_its_line_becomes_a_card(carl):
    body = (
        f"Before.\n{ADDRESS}\n  https://b.example.org/ \nAfter.\n\n:::quote{{source=x}}\nq\n:::\n"
    )
    lines = with_reports(by=carl, body=f"{body}\nHTTPS://C.example.org/").split("\n")
    assert [n for n, line in enumerate(lines) if line.startswith("::card{report=")] == [1, 2, 9]
    assert Report.objects.count() == 3


def test_one_save_brings_only_so_many(carl):
    body = "\n".join(f"https://example.org/{n}" for n in range(MOST + 5))
    lines = with_reports(by=carl, body=body).split("\n")
    assert sum(line.startswith("::card") for line in lines) == MOST
    assert lines[-1] == f"https://example.org/{MOST + 4}"


@pytest.mark.django_db(transaction=True)
def test_what_was_redacted_does_not_come_back_as_a_link(owner, carl, enter, blog):
    report = bring_address(by=carl, address=ADDRESS)
    redact_report(by=owner, report=report, reason="It shows where they hide.")
    with pytest.raises(Refused, match=r"may not come back\. Take the line out"):
        with_reports(by=carl, body=f"Before.\n\n{ADDRESS}")
    answer = enter(carl).post(f"/desk/blogs/{blog.pk}/", composed(body=ADDRESS))
    assert answer.status_code == 400
    assert ADDRESS in words_of(answer)  # nothing that was typed is lost
    assert not blog.updates.exists()


def test_a_stranger_brings_nothing(sam):
    assert with_reports(by=sam, body=ADDRESS) == ADDRESS
    assert not Report.objects.exists()


def preview(here, blog, body):
    return words_of(here.post(f"/desk/blogs/{blog.pk}/updates/preview", {"body": body}))


def test_the_preview_shows_what_readers_get(enter, alice, blog):
    report = captured(alice, picture=lead_image())
    page = preview(enter(alice), blog, card())
    for words in (
        *("Twelve dead in raids on Sarmin", "SMART News", "Twelve people were killed."),
        *("kept since 21 Oct 2015 17:58 UTC", f'src="/desk/reports/{report.pk}/picture"'),
    ):
        assert words in page
    flagged(alice, report, identifies=True)
    page = preview(enter(alice), blog, card())
    assert "Twelve people were killed." not in page
    assert "/picture" not in page
    flagged(alice, report, protected=True)
    page = preview(enter(alice), blog, card())
    assert "Report held by the desk" in page
    assert "SMART" not in page


def test_a_card_stands_while_its_report_is_being_captured(enter, alice, blog):
    bring_address(by=alice, address=ADDRESS)
    page = preview(enter(alice), blog, card())
    assert "being captured" in page
    assert "smart.example.org" in page


OTHER_FORMS = [
    "{upper}",
    "{hex}",
    "{{{pk}}}",
    "urn:uuid:{pk}",
    "00000000-0000-4000-8000-000000000000",
]


@pytest.mark.parametrize("form", OTHER_FORMS)
def test_no_other_form_of_an_id_names_a_report(enter, alice, blog, desk, form):
    report = captured(alice)
    pk = form.format(pk=report.pk, upper=str(report.pk).upper(), hex=report.pk.hex)
    body = f'::card{{report="{pk}"}}'
    assert "Twelve dead" not in preview(enter(alice), blog, body)
    response = enter(alice).post(desk, composed(body=body, action="publish"))
    assert response.status_code == 400
    assert not blog.updates.exists()


def test_a_quote_takes_its_source_from_its_report(enter, alice, blog):
    report = captured(alice)
    page = preview(enter(alice), blog, f":::quote{{report={report.pk}}}\nTwelve.\n:::")
    assert "SMART News" in page


def test_review_shows_the_cards_too(enter, alice, carl, blog, desk):
    enter(carl).post(desk, composed(body=BODY, action="review"))
    page = words_of(enter(alice).get("/desk/review/"))
    assert "being captured" in page
    assert Report.objects.get().brought_by == carl


def test_problems_know_the_reports(enter, alice, blog, desk):
    captured(alice)
    assert preview(enter(alice), blog, card()).count("to put right") == 0
    missing = "::card{report=00000000-0000-4000-8000-000000000000}"
    assert "no report has the id" in preview(enter(alice), blog, missing)


def test_a_confidential_source_has_no_name_in_the_preview(enter, alice, blog):
    text = SourceText(name="Planted name", confidential=True)
    source = add_source(by=alice, text=text)
    page = preview(enter(alice), blog, f":::quote{{source={source.pk}}}\nTwelve.\n:::")
    assert "a source known to the desk" in page
    assert "Planted name" not in page
