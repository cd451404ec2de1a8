"""The one screen, as it comes from the server: the wire, a report, and the composer."""

import json

import pytest

from dateline.codebook import Place
from dateline.ledger.models import Claim, Draft, Seen, Update
from dateline.ledger.verbs.claims import accept_claim, reject_claim
from dateline.ledger.verbs.reports import Flags, flag_report
from tests.desk.claims.said import ARABIC, arabic, killed, proposed, said, speaker
from tests.desk.conftest import composed, words_of
from tests.desk.reports.archive import TEXT, captured

NONE_SUCH = "3f1c6c0e-9d0b-4b53-8a67-5d2f0a1be6c4"
HTMX = {"HX-Request": "true"}


def place(name="Sarmin", words="Sarmin", lat=35.904, lon=36.726):
    at = TEXT.index(words)
    span = (at, at + len(words))
    return Place(words, name, lat, lon, "town", 1500, "geonames:1", ("Idlib", "Syria"), at=span)


@pytest.fixture
def report(alice):
    return captured(alice)


def screen(blog, report=None):
    return f"/desk/blogs/{blog.pk}/wire/" + (f"{report.pk}/" if report else "")


def use(client, claim, blog, **more):
    sent = {"blog": blog.pk, "column": blog.column.slug, "based_on": claim.revision, **more}
    return client.post(f"/desk/claims/{claim.pk}/use/", sent, headers=HTMX)


def test_three_columns_stand_on_one_page(enter, alice, blog, report):
    proposed(report)
    page = words_of(enter(alice).get(screen(blog, report)))
    for part in ('id="wire"', 'id="report"', 'id="claims"', 'id="write"'):
        assert page.count(part) == 1
    assert "Twelve people were killed in Sarmin" in page


def test_the_pane_comes_alone_when_the_page_asks_for_it(enter, alice, blog, report):
    pane = words_of(enter(alice).get(screen(blog, report), headers=HTMX))
    assert 'class="kept-text"' in pane
    assert "<html" not in pane
    assert 'id="write"' not in pane


def test_a_report_that_was_opened_is_read(enter, alice, blog, report):
    client = enter(alice)
    assert 'class="w-row unread"' in words_of(client.get(screen(blog)))
    client.get(screen(blog, report), headers=HTMX)
    assert Seen.objects.filter(person=alice, report=report).exists()
    assert 'class="w-row unread"' not in words_of(client.get(screen(blog)))


def test_claims_go_into_the_column_of_the_blog(enter, alice, blog, report):
    proposed(report)
    pane = words_of(enter(alice).get(screen(blog, report), headers=HTMX))
    assert '<input type="hidden" name="column" value="putin-in-syria">' in pane
    assert f'<input type="hidden" name="blog" value="{blog.pk}">' in pane


def test_of_a_held_report_whoever_may_not_know_it_sees_that_alone(enter, owner, carl, blog, report):
    flag_report(by=owner, report=report, flags=Flags(protected=True), reason="")
    page = words_of(enter(carl).get(screen(blog, report)))
    assert "held by the desk" in page
    assert "Sarmin" not in page


def test_a_stranger_finds_neither_the_screen_nor_its_parts(enter, sam, blog, report):
    client = enter(sam)
    assert client.get(screen(blog)).status_code in (403, 404)
    assert client.get(screen(blog, report)).status_code in (403, 404)


def test_what_was_left_unsaved_stands_in_the_composer(enter, alice, blog):
    client = enter(alice)
    typed = composed(body="Half a sentence")
    client.post(f"/desk/blogs/{blog.pk}/updates/draft", typed)
    assert "Half a sentence" in words_of(client.get(screen(blog)))
    assert "Half a sentence" not in words_of(client.get(f"{screen(blog)}?new=1")).split("<main")[0]


def test_publishing_leads_back_to_the_report_that_was_read(enter, alice, blog, report):
    answer = enter(alice).post(
        f"/desk/blogs/{blog.pk}/", composed(action="publish", report=str(report.pk))
    )
    assert answer.headers["Location"] == screen(blog, report)
    assert Update.objects.get().status == Update.Status.PUBLISHED


@pytest.mark.parametrize("read", ["none", "//evil.example", "../../x", "\x00"])
def test_what_names_no_report_leads_back_to_the_screen(enter, alice, blog, read):
    answer = enter(alice).post(f"/desk/blogs/{blog.pk}/", composed(action="publish", report=read))
    assert answer.headers["Location"] == screen(blog)


def test_using_a_claim_accepts_it_and_gives_its_words(enter, alice, blog, report):
    (claim,) = proposed(report, killed())
    answer = json.loads(use(enter(alice), claim, blog).content)
    claim.refresh_from_db()
    assert (claim.status, claim.column.slug) == ("accepted", "putin-in-syria")
    marked = f"[“Twelve people were killed in Sarmin”]{{claim={claim.pk}}}"
    assert answer["words"].endswith(marked)
    assert 'class="claim accepted"' in answer["row"]


def test_its_first_speaker_is_named_before_it(enter, alice, blog, report):
    (claim,) = proposed(report, killed(speakers=(speaker("Rescuers", "The rescue service"),)))
    words = json.loads(use(enter(alice), claim, blog).content)["words"]
    assert words.startswith("The rescue service: [“Twelve")


def test_an_accepted_one_is_used_without_being_accepted_again(enter, alice, blog, column, report):
    (claim,) = proposed(report, killed())
    accept_claim(by=alice, claim=claim, column=column, based_on=claim.revision)
    claim.refresh_from_db()
    assert "words" in json.loads(use(enter(alice), claim, blog).content)
    assert Claim.objects.get().revision == claim.revision


def test_one_in_another_language_leaves_blanks_for_the_editors_words(enter, alice, blog):
    report = captured(alice, text=ARABIC, language="ar")
    (claim,) = proposed(report, arabic())
    words = json.loads(use(enter(alice), claim, blog).content)["words"]
    assert f"[…]{{claim={claim.pk}}}" in words
    assert f':::quote{{report={report.pk} lang=ar translation="…"}}' in words


def test_what_looks_like_markup_in_a_quote_stays_words(enter, alice, blog):
    text = "They said [it]{claim=x} was *theirs*."
    report = captured(alice, text=text)
    (claim,) = proposed(report, said("They said [it]{claim=x} was *theirs*.", text))
    words = json.loads(use(enter(alice), claim, blog).content)["words"]
    assert r"They said \[it\]\{claim\=x\} was \*theirs\*." in words


def test_nothing_of_a_protected_report_goes_into_an_update(enter, owner, alice, blog, report):
    (claim,) = proposed(report, killed())
    flag_report(by=owner, report=report, flags=Flags(protected=True), reason="")
    answer = use(enter(alice), claim, blog)
    assert "protected" in json.loads(answer.content)["refused"]
    assert Claim.objects.get().status == "proposed"


def test_one_that_somebody_changed_meanwhile_is_not_accepted_unseen(enter, alice, blog, report):
    (claim,) = proposed(report, killed())
    answer = use(enter(alice), claim, blog, based_on=claim.revision + 1)
    assert answer.status_code == 409
    assert Claim.objects.get().status == "proposed"


def test_one_that_a_colleague_rejected_is_not_used_and_that_is_told(enter, alice, blog, report):
    (claim,) = proposed(report, killed())
    reject_claim(by=alice, claim=claim, reason="Not so.", based_on=claim.revision)
    answer = use(enter(alice), claim, blog)
    assert answer.status_code == 400
    assert "not accepted in this column" in json.loads(answer.content)["refused"]


def test_one_of_another_column_is_not_used_and_its_column_not_named(
    enter, alice, owner, blog, other_column, report
):
    (claim,) = proposed(report, killed())
    accept_claim(by=owner, claim=claim, column=other_column, based_on=claim.revision)
    answer = use(enter(alice), claim, blog)
    assert answer.status_code == 400
    assert "Ukraine" not in words_of(answer)


def test_a_contributor_may_not_use_what_waits_for_a_decision(enter, carl, blog, report):
    (claim,) = proposed(report, killed())
    assert use(enter(carl), claim, blog).status_code == 403
    assert Claim.objects.get().status == "proposed"


@pytest.mark.parametrize("named", ["", "none", NONE_SUCH])
def test_a_blog_that_is_none_is_refused(enter, alice, blog, report, named):
    (claim,) = proposed(report, killed())
    sent = {"blog": named, "based_on": claim.revision}
    answer = enter(alice).post(f"/desk/claims/{claim.pk}/use/", sent, headers=HTMX)
    assert answer.status_code in (400, 404)
    assert Claim.objects.get().status == "proposed"


def test_without_a_script_the_words_wait_in_a_draft(enter, alice, blog, report):
    (claim,) = proposed(report, killed())
    sent = {"blog": blog.pk, "based_on": claim.revision}
    answer = enter(alice).post(f"/desk/claims/{claim.pk}/use/", sent)
    draft = Draft.objects.get()
    assert answer.headers["Location"] == f"/desk/drafts/{draft.pk}/"
    assert str(claim.pk) in draft.body


def test_the_small_map_shows_the_place_and_its_neighbours(enter, alice, report):
    near = said("The town lies in Idlib.", place=place("Idlib", "Idlib", 35.93, 36.63))
    here, _ = proposed(report, killed(place=place()), near)
    answer = enter(alice).get(f"/desk/claims/{here.pk}/place.svg")
    assert answer.headers["Content-Type"] == "image/svg+xml"
    assert all(f">{name}</text>" in words_of(answer) for name in ("Sarmin", "Idlib", "10 km"))


def test_a_claim_without_a_place_has_no_map(enter, alice, report):
    (claim,) = proposed(report, killed())
    assert enter(alice).get(f"/desk/claims/{claim.pk}/place.svg").status_code == 404


def test_a_name_on_the_map_is_no_markup(enter, alice, blog, report):
    (claim,) = proposed(report, killed(place=place("<script>x")))
    page = words_of(enter(alice).get(f"/desk/claims/{claim.pk}/place.svg"))
    assert "&lt;script&gt;x" in page
    assert "<script" not in page


def test_the_wire_comes_alone_too(enter, alice, blog, report):
    rows = words_of(enter(alice).get(f"/desk/blogs/{blog.pk}/wire/rows/", headers=HTMX))
    assert f'href="{screen(blog, report)}"' in rows
    assert 'id="write"' not in rows
