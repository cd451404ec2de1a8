"""What a mended claim says of time, and how a number that the quote does not hold is refused."""

import pytest

from dateline.codebook import Toll, When
from dateline.codebook.claim_json import from_json
from dateline.desk.claims.marks import Mark, pieces
from dateline.ledger.models import Claim
from tests.desk.claims.said import KILLED, killed, proposed
from tests.desk.conftest import words_of
from tests.desk.reports.archive import captured

pytestmark = pytest.mark.django_db
TOLL = {"toll_0_words": "Twelve people", "toll_0_category": "killed"}
SENT = {"quote": KILLED, "kind": "event", "event": "casualties", "hedge": "asserted"}
SENT |= {"target_kind": "people", "based_on": "1", **TOLL}
SAID = When("came", "2015-10~", "2015-10-01", "2015-10-31", "text", (70, 74))


@pytest.fixture
def claim(alice):
    toll = Toll("killed", ("unknown",), 12, 12, "Twelve people", (0, 13), as_of="2015-10~")
    mine = killed(said_when=SAID)
    return proposed(captured(alice), type(mine)(**(vars(mine) | {"tolls": (toll,)})))[0]


def only():
    return from_json(Claim.objects.get().said)


def mend(client, claim, **more):
    return client.post(f"/desk/claims/{claim.pk}/mend/", SENT | more)


def test_when_it_was_said_and_up_to_when_it_counts_are_mended(enter, alice, claim):
    said = {"said_when_words": "came", "said_when_edtf": "2015-10-21"}
    assert mend(enter(alice), claim, **said, toll_0_as_of="2015-10-20").status_code == 302
    assert (only().said_when.edtf, only().said_when.at) == ("2015-10-21", (70, 74))
    assert only().tolls[0].as_of == "2015-10-20"


def test_what_a_reader_found_is_kept_where_nobody_changes_it(enter, alice, claim):
    page = words_of(enter(alice).get(f"/desk/claims/{claim.pk}/mend/"))
    assert page.count('value="2015-10~"') == 2
    kept = {"said_when_words": "came", "said_when_edtf": "2015-10~", "toll_0_as_of": "2015-10~"}
    assert mend(enter(alice), claim, **kept).status_code == 302
    assert (only().said_when, only().tolls[0].as_of) == (SAID, "2015-10~")


def test_both_are_taken_out_by_empty_fields(enter, alice, claim):
    assert mend(enter(alice), claim).status_code == 302
    assert (only().said_when, only().tolls[0].as_of) == (None, None)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"toll_0_low": "500", "toll_0_high": "500"}, "toll_0_words"),
        ({"toll_0_low": "9", "toll_0_high": "3"}, "toll_0_words"),
        ({"toll_0_as_of": "2015-02-31"}, "toll_0_as_of"),
        ({"said_when_words": "never there"}, "said_when_words"),
        ({"said_when_words": "came", "said_when_edtf": "2015-10~~"}, "said_when_edtf"),
    ],
)
def test_what_does_not_rest_on_the_words_is_said_beside_its_field(
    enter, alice, claim, wrong, field
):
    answer = mend(enter(alice), claim, **wrong, actor_name="Typed by hand")
    page = words_of(answer)
    assert answer.status_code == 400
    assert f'id="id_{field}_error"' in page
    assert "Typed by hand" in page
    assert all(value in page for value in wrong.values())
    assert only().said_when == SAID


@pytest.mark.parametrize(
    ("spans", "cut"),
    [
        ([], [("abcdef", "")]),
        ([(1, 3)], [("a", ""), ("bc", "0"), ("def", "")]),
        ([(0, 4), (2, 6)], [("ab", "0"), ("cd", "01"), ("ef", "1")]),
        ([(1, 3), (1, 3)], [("a", ""), ("bc", "01"), ("def", "")]),
        ([(4, 99)], [("abcd", ""), ("ef", "0")]),
        ([(50, 99)], [("abcdef", "")]),
    ],
)
def test_a_text_is_cut_where_quotes_begin_and_end(spans, cut):
    found = pieces("abcdef", [Mark(str(n), *span) for n, span in enumerate(spans)])
    assert [(one.words, "".join(mark.key for mark in one.marks)) for one in found] == cut


def test_no_text_has_no_pieces():
    assert pieces("", [Mark("0", 0, 3)]) == []
