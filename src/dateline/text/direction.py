"""Which way a language is written, from its BCP 47 tag."""

import re
from typing import Final, Literal

TAG: Final = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


RTL_SCRIPTS: Final = _words(
    "adlm arab aran armi avst chrs cprt elym hatr hebr hung khar lydi mand mani mend merc mero narb"
    " nbat nkoo orkh palm perm phli phlp phnx prti rohg samr sarb sogd sogo syrc"
    " syrj syrn thaa yezi"
)

RTL_LANGUAGES: Final = _words(
    # Arabic and the languages that it covers
    "ar aao abh abv acm acq acw acx acy adf aeb aec afb ajp apc apd arb arq ars ary arz auz avl ayh"
    " ayl ayn ayp pga shu ssh"
    # Persian, Kurdish, Pashto and their neighbours, where Arabic script is the usual one
    " fa pes prs ps pbt pbu pst azb bal bcc bgn bgp bqi ckb sdh glk haz khw lrc mzn luz"
    # Urdu, Sindhi, western Panjabi, Kashmiri, Saraiki, Uyghur
    " ur sd pnb ks skr bft brh phr hno ug"
    # Hebrew script, Syriac, Thaana, N'Ko, Rohingya
    " he iw yi ji ydd lad jrb jpr arc aii syr syc cld tmr dv nqo rhg"
)

RTL_WHERE: Final = frozenset({"ku-iq", "ku-ir", "pa-pk", "az-ir", "uz-af", "kk-cn", "ky-cn"})
"""Languages of two scripts, in the places that write them from the right."""


def is_tag(language: str) -> bool:
    """Tell whether this is shaped like a BCP 47 tag, and so may stand in a `lang` attribute."""
    return bool(TAG.fullmatch(language))


def direction(language: str) -> Literal["ltr", "rtl"]:
    """Return the direction of a language; a script named in the tag decides before the language."""
    first, *rest = language.strip().lower().replace("_", "-").split("-")
    script = _script(rest)
    if script:
        return "rtl" if script in RTL_SCRIPTS else "ltr"
    at_home = any(f"{first}-{part}" in RTL_WHERE for part in rest[:2])
    return "rtl" if first in RTL_LANGUAGES or at_home else "ltr"


def _script(subtags: list[str]) -> str:
    for part in subtags:
        if len(part) == 1:  # a singleton: what follows is an extension or private
            return ""
        if len(part) == 4 and part.isalpha():
            return part
    return ""
