"""How a doubt, a speaker or a denial is written into a sentence, by language."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from dateline.codebook import Claim, HedgeClass

BLANK: Final = "…"
"""What the editor is to fill in; the page selects it."""
SPOKEN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "en": ", according to {who}",
        "ru": ", сообщает {who}",
        "uk": ", повідомляє {who}",
        "ar": "، بحسب {who}",
    }
)
BY_CLASS: Final[Mapping[HedgeClass, str]] = MappingProxyType(
    {"claimed": ", {who} claims", "alleged": ", {who} alleges", "reported": ", {who} reports"}
)
NOBODY: Final[Mapping[HedgeClass, str]] = MappingProxyType(
    {"claimed": ", it is claimed", "alleged": ", it is alleged", "predicted": ", it is expected"}
)
"""In English, where nobody may be named."""
REPORTED: Final[Mapping[str, str]] = MappingProxyType(
    {
        "en": ", it is reported",
        "ru": ", как сообщается",
        "uk": ", як повідомляється",
        "ar": "، بحسب ما أفاد به مصدر",
    }
)
NOT_SURE: Final[Mapping[str, Mapping[HedgeClass, str]]] = MappingProxyType(
    {
        "en": {
            "unconfirmed": ", which has not been confirmed",
            "possible": ", though this is not certain",
            "predicted": ", it is expected",
        },
        "ru": {"unconfirmed": "; это не подтверждено", "possible": "; возможно, это не так"},
        "uk": {"unconfirmed": "; це не підтверджено", "possible": "; можливо, це не так"},
        "ar": {"unconfirmed": "، وهو غير مؤكد", "possible": "، ربما"},
    }
)
DENIED: Final[Mapping[str, str]] = MappingProxyType(
    {
        "en": " {who} {open}denies this{close}.",
        "ru": " {who} {open}это отрицает{close}.",
        "uk": " {who} {open}це заперечує{close}.",
        "ar": " {who} {open}ينفي ذلك{close}.",
    }
)
ANOTHER: Final[Mapping[str, str]] = MappingProxyType(
    {"en": "Another source", "ru": "Другой источник", "uk": "Інше джерело", "ar": "مصدر آخر"}
)


def speaker(claim: Claim) -> str:
    """Return who said it first; "" where the claim names nobody."""
    return claim.speakers[0].name if claim.speakers else ""


def attribution(claim: Claim, language: str) -> str:
    """Return what is put behind words so that they are as sure as their claim, and no surer."""
    cls, who = claim.hedge.cls, speaker(claim)
    if unsure := NOT_SURE[language].get(cls):
        return unsure
    if not who:
        said = NOBODY.get(cls) if language == "en" else None
        return said or REPORTED[language]
    said = BY_CLASS.get(cls) if language == "en" else None
    return (said or SPOKEN[language]).format(who=who)


def denial(claim: Claim, mark: str, language: str) -> str:
    """Return the sentence that says that a claim denies it, marked with the claim where `mark`."""
    who = speaker(claim) or ANOTHER[language]
    opened, closed = ("[", f"]{{claim={mark}}}") if mark else ("", "")
    return DENIED[language].format(who=who, open=opened, close=closed)
