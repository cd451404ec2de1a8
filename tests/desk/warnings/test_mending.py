"""The fix of each warning, put into the Markdown, mends what it is about."""

from collections import Counter

import pytest

from dateline.desk.warnings.plain import plain
from dateline.reading.warning import look, warnings
from tests.places.cast import gazetteer as built
from tests.reading.warning.gold import MORE, ZONE, cases, markdown

WRONG = [case for case in cases() if case.expect]


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory):
    with built(tmp_path_factory.mktemp("mending"), *MORE) as opened:
        yield opened


def asked(body, case, gazetteer):
    read = plain(body)
    draft = look(
        read.passage,
        language=case.language,
        reference=case.at,
        zone=ZONE,
        gazetteer=gazetteer,
        country="SY",
    )
    return read, warnings(draft, case.known)


def mended(body, read, one):
    start, end = read.source(one.fix.start, one.fix.end, body)
    return body[:start] + one.fix.words + body[end:]


@pytest.mark.parametrize("case", WRONG, ids=lambda case: case.text[:50])
def test_a_fix_takes_its_warning_away_and_brings_none(case, gazetteer):
    body = markdown(case)
    read, found = asked(body, case, gazetteer)
    assert sorted(one.kind for one in found) == list(case.expect)
    after = mended(body, read, found[0])
    _, left = asked(after, case, gazetteer)
    if "[" in found[0].fix.words and found[0].kind == "unsourced":
        return  # what it is marked with now may ask for more: a speaker, a hedge
    before, behind = (Counter(one.kind for one in each) for each in (found, left))
    assert behind < before, after
    assert behind[found[0].kind] < before[found[0].kind], after


@pytest.mark.parametrize("case", [c for c in WRONG if c.fixed], ids=lambda case: case.text[:50])
def test_it_writes_what_an_editor_would(case, gazetteer):
    body = markdown(case)
    read, found = asked(body, case, gazetteer)
    assert mended(body, read, found[0]) == case.fixed
