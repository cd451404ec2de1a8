"""Which kept reports a new one seems to rest on: proposals, each with its reason."""

import pytest
from django.utils import timezone

from dateline.archive.bring import bring_address, bring_given
from dateline.archive.brought import Brought
from dateline.ledger.models import Derivation
from dateline.ledger.verbs.in_hand import take
from dateline.ledger.verbs.reports import decide_derivation
from tests.archive.news import article, photograph, words

pytestmark = pytest.mark.django_db

FIRST = "https://sana.example.sy/sarmin"
SECOND = "https://copy.example.org/news"
LONG = [words(30, seed=n).capitalize() + "." for n in range(12)]
OTHER = [words(30, seed=n).capitalize() + "." for n in range(100, 112)]


@pytest.fixture
def keep(keeper):
    """Keep a page as if it had been fetched just now: `keep(address, body)`."""

    def _keep(address, body):
        report = bring_address(by=None, address=address)
        brought = Brought(at=timezone.now(), body=body, url=address, status=200)
        keeper.keep(take(report), brought)
        report.refresh_from_db()
        return report

    return _keep


def proposed():
    """Return every proposal as (report's address, on, why)."""
    found = Derivation.objects.select_related("report", "on")
    return {(one.report.address, one.on.address, one.why) for one in found}


def test_nearly_the_same_text_from_another_source_is_proposed(keep):
    keep(FIRST, article(*LONG))
    keep(SECOND, article(*LONG[:10], "Our own correspondent adds a word.", title="Something else"))
    assert proposed() == {(SECOND, FIRST, "text")}
    assert Derivation.objects.get().score >= 80


def test_the_bulletins_of_one_source_do_not_rest_on_each_other(keep):
    keep(FIRST, article(*LONG))
    keep("https://www.sana.example.sy/sarmin/2", article(*LONG[:11], "And one more."))
    assert proposed() == set()


def test_another_text_rests_on_nothing(keep):
    keep(FIRST, article(*LONG))
    keep(SECOND, article(*OTHER, title="Something else"))
    assert proposed() == set()


def test_a_link_to_a_kept_report_is_proposed(keep):
    keep(FIRST, article(*LONG))
    linking = f"As <a href='{FIRST}?utm_source=x'>the agency</a> said, {OTHER[0]}"
    keep(SECOND, article(linking, *OTHER, title="Something else"))
    assert proposed() == {(SECOND, FIRST, "link")}


def test_a_link_to_a_front_page_is_not(keep):
    keep("https://sana.example.sy/", article(*LONG))
    linking = f"As <a href='https://sana.example.sy/'>the agency</a> said, {OTHER[0]}"
    keep(SECOND, article(linking, *OTHER, title="Something else"))
    assert proposed() == set()


def test_a_title_that_stands_whole_in_the_text_is_a_citation(keep):
    title = "Two aircraft struck the market of Sarmin"
    keep(FIRST, article(*LONG, title=title))
    keep(SECOND, article(f"The agency wrote: “{title}”.", *OTHER, title="Something else"))
    assert proposed() == {(SECOND, FIRST, "citation")}


@pytest.mark.parametrize("printed", ["sana.example.sy/sarmin", f"{FIRST}."])
def test_a_printed_address_is_a_citation(keep, printed):
    keep(FIRST, article(*LONG))
    keep(SECOND, article(*OTHER, f"Source: {printed}", title="Something else"))
    assert proposed() == {(SECOND, FIRST, "citation")}


@pytest.mark.parametrize(
    "again",
    [
        photograph(5),
        photograph(5, quality=40),
        photograph(5, "PNG"),
        photograph(5, size=(200, 150)),
    ],
    ids=["the same", "pressed harder", "as PNG", "smaller"],
)
def test_the_same_picture_is_proposed_however_it_was_pressed(keep, again):
    keep(FIRST, photograph(5))
    keep(SECOND, again)
    assert proposed() == {(SECOND, FIRST, "media")}


def test_another_picture_is_not_nor_one_of_the_same_source(keep):
    keep(FIRST, photograph(5))
    keep(SECOND, photograph(6))
    keep("https://sana.example.sy/again", photograph(5, quality=40))
    assert proposed() == set()


def test_two_empty_answers_have_nothing_in_common(keep):
    keep(FIRST, b"")
    keep(SECOND, b"")
    assert proposed() == set()


def test_the_same_canonical_address_is_proposed(keep):
    head = f"<link rel=canonical href='{FIRST}'>"
    keep(FIRST, article(*LONG))
    keep("https://sana.example.sy/amp/sarmin-1", article(*OTHER, head=head))
    found = proposed()
    assert found == {("https://sana.example.sy/amp/sarmin-1", FIRST, "address")}


def test_a_file_that_was_handed_in_is_known_as_what_was_fetched(keep, look):
    keep(FIRST, photograph(7))
    look(bring_given(by=None, data=photograph(7), name="photo.jpg"))
    assert {(on, why) for _, on, why in proposed()} == {(FIRST, "media")}


def test_what_an_editor_rejected_is_not_proposed_again(keep, owner):
    keep(FIRST, article(*LONG))
    keep(SECOND, article(*LONG, title="Something else"))
    decide_derivation(by=owner, derivation=Derivation.objects.get(), status="rejected")
    keep(SECOND, article(*LONG, "A last word."))
    keep(FIRST, article(*LONG, "Another last word."))
    assert Derivation.objects.get().status == "rejected"


def test_a_report_is_compared_by_what_it_says_now_and_said_before(keep):
    keep(FIRST, article(*LONG))
    keep(FIRST, article(*OTHER))
    keep(SECOND, article(*OTHER, title="Something else"))
    assert proposed() == {(SECOND, FIRST, "text")}


def test_the_cost_does_not_grow_with_what_is_kept(keep, django_assert_max_num_queries):
    for n in range(6):
        keep(f"https://example{n}.org/a", article(*LONG, f"Sentence {n}.", title=f"Title {n}"))
    with django_assert_max_num_queries(140):
        keep(SECOND, article(*LONG, title="Something else"))
    for n in range(20):
        keep(f"https://sana.example.sy/{n}", b"Words " + words(60, seed=1000 + n).encode())
    with django_assert_max_num_queries(140):
        keep("https://third.example.org/", article(*LONG, title="Something else again"))
