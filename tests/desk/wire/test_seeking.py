"""The wire is searched by words of a title, a source, an address, a watch; it pages as it grows."""

import pytest

from dateline.archive.bring import bring_address
from dateline.desk.wire import rows
from dateline.desk.wire.rows import wire_of
from dateline.ledger.verbs.watching import add_watch
from tests.desk.conftest import words_of
from tests.desk.reports.archive import captured, flagged

pytestmark = pytest.mark.django_db


@pytest.fixture
def known(alice):
    """Three reports, known by their titles."""
    for name, title in (
        ("tass", "Удары по Сармину"),
        ("sana", "غارة على سرمين"),
        ("cbs", "A raid"),
    ):
        captured(
            alice,
            f"https://{name}.example.org/page",
            text=title,
            title=title,
            source_name=f"{name.upper()} Agency",
            source_address=f"{name}.example.org",
        )


def found(person, words):
    return {row.source[:3] or row.title for row in wire_of(person, {"q": words}).rows}


@pytest.mark.parametrize(
    ("words", "sources"),
    [
        ("raid", {"CBS"}),
        ("RAID a", {"CBS"}),
        ("удары", {"TAS"}),
        ("САРМИНУ tass", {"TAS"}),
        ("سرمين", {"SAN"}),
        ("agency", {"TAS", "SAN", "CBS"}),
        ("example.org/page", {"TAS", "SAN", "CBS"}),
        ("raid tass", set()),
        ("%", set()),
        ("_", set()),
        ("' OR 1=1 --", set()),
        ("\x00", {"TAS", "SAN", "CBS"}),
        ("x" * 5_000, set()),
        ("raid " * 500, {"CBS"}),
    ],
)
def test_each_word_has_to_be_somewhere(alice, known, words, sources):
    assert found(alice, words) == sources


def test_a_watch_is_found_by_its_address(alice):
    watch = add_watch(by=alice, address="https://feeds.example.org/war")
    bring_address(by=None, address="https://one.example.org/", watch=watch)
    bring_address(by=None, address="https://two.example.org/")
    assert found(alice, "feeds") == {"https://one.example.org/"}


def test_what_is_held_is_not_found_by_whoever_may_not_know_it(alice, carl):
    report = captured(alice, "https://planted.example.org/", title="Planted")
    flagged(alice, report, protected=True)
    for words in ("planted", "smart", "example.org"):
        assert found(carl, words) == set()
        assert len(found(alice, words)) == 1


def test_a_search_that_finds_nothing_says_so_and_keeps_its_words(alice, known, enter):
    page = words_of(enter(alice).get("/desk/wire/", {"q": '"><script>'}))
    assert "No report has these words." in page
    assert "<script>" not in page.split("</head>")[1]
    assert "&quot;&gt;&lt;script&gt;" in page


def test_pages_keep_the_search_and_leave_nothing_out(alice, monkeypatch):
    monkeypatch.setattr(rows, "PAGE", 2)
    for number in range(5):
        bring_address(by=alice, address=f"https://example.org/{number}")
    seen, older = [], None
    while True:
        page = wire_of(alice, {"q": "example", "before": str(older or "")})
        seen += [row.title[-1] for row in page.rows]
        if not (older := page.older):
            break
    assert seen == list("43210")
    assert page.asked.query == "q=example&"


def test_a_renewed_page_reaches_down_to_where_it_was(alice, monkeypatch):
    monkeypatch.setattr(rows, "PAGE", 2)
    for number in range(3):
        bring_address(by=alice, address=f"https://example.org/{number}")
    last = wire_of(alice, {}).last
    for number in range(3, 6):
        bring_address(by=alice, address=f"https://example.org/{number}")
    again = wire_of(alice, {"through": str(last)})
    assert [row.title[-1] for row in again.rows] == list("54321")
    assert (again.last, again.begins_anew) == (last, False)


def test_after_too_much_came_in_the_wire_begins_anew(alice, enter, monkeypatch):
    last = bring_address(by=alice, address="https://example.org/last")
    monkeypatch.setattr(rows, "RENEWED", 2)
    for number in range(3):
        bring_address(by=alice, address=f"https://example.org/{number}")
    again = wire_of(alice, {"through": str(last.pk)})
    assert ([row.title[-1] for row in again.rows], again.begins_anew) == (["2", "1"], True)
    part = enter(alice).get(f"/desk/wire/?through={last.pk}", headers={"HX-Request": "true"})
    assert 'id="wire-older" hx-swap-oob="true"' in words_of(part)
    assert f"before={again.last}" in words_of(part)
