"""The code of a claim: of what it speaks about, where it is speech about something."""

from datetime import UTC, datetime

import pytest

from .test_reader import read, reader  # noqa: F401  fixtures

CODES = [
    ("Jets bombed a market. The ministry denied responsibility for the attack.", "air_strike"),
    ("A suicide bomber hit a hotel. The ministry blamed the rebels.", "suicide_attack"),
    ("The ministry accused the rebels of theft.", "other"),
    ("Several states condemned the sale of the land.", "statement"),
    ("Nine bakers were killed and hundreds of families fled their homes.", "casualties"),
    ("Nine bakers died in an explosion at the harbour.", "ied"),
    ("Planes bombed the harbour, killing nine bakers.", "air_strike"),
    ("The army killed forty militants.", "casualties"),
    ("Gunmen murdered forty bakers.", "killing"),
    ("The army killed General Farid Nasr.", "killing"),
    ("Nine bakers were hurt in an attack on the harbour.", "casualties"),
    ("A bomb killed nine bakers at the harbour.", "ied"),
    ("A bomb dropped by a jet killed nine bakers.", "air_strike"),
    ("Chile bombs the harbour.", "air_strike"),
    ("The marines now control the harbour.", "other"),
    ("Qatar is supporting the fighters in the valley.", "other"),
]


@pytest.mark.parametrize(("text", "code"), CODES)
def test_its_code_is(read, text, code):  # noqa: F811
    found = read(text, language="en", published=datetime(2015, 10, 21, tzinfo=UTC)).claims
    assert found[-1].event == code
