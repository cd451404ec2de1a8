"""What is asked about sentences that editors write, and what is not."""

import pytest

from tests.places.cast import gazetteer as built
from tests.reading.warning.gold import MORE, cases

CASES = cases()


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory):
    with built(tmp_path_factory.mktemp("gold"), *MORE) as opened:
        yield opened


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text[:50])
def test_it_asks_what_it_should_and_nothing_else(case, gazetteer):
    found = sorted(one.kind for one in case.found(gazetteer))
    assert found == sorted((*case.expect, *case.wrongly))


def test_half_of_the_sentences_are_clean():
    clean = sum(not case.expect for case in CASES)
    assert len(CASES) >= 60
    assert 0.4 <= clean / len(CASES) <= 0.65
