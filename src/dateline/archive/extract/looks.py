"""Whether what came is the article at all: a wall, a question, a shell, or nothing."""

import re
from typing import Final

from lxml.html import HtmlElement

from dateline.archive.extract.jsonld import Node
from dateline.archive.extract.tree import text_of
from dateline.archive.extract.values import LooksLike

LITTLE: Final = 200
SOME: Final = 700
TEASER: Final = 2_000
"""So many characters at most stand in front of a wall."""

WALL_WORDS: Final = re.compile(
    r"subscri(?:be|ber|bers|ption)\b|sign in to (?:read|continue)|log in to (?:read|continue)"
    r"|to continue reading|remaining free article|already a (?:subscriber|member)"
    r"|abonn(?:ez|é|és|ement|ieren|enten|ent|eer)|suscr(?:íbe|ipt|ipci)|assin(?:e|ante|atura)\b"
    r"|abbona(?:ti|mento)|prenumer|подпис(?:к|ат|чик|аться)|abone ol|اشترك|الاشتراك|للمشتركين"
    r"|订阅|訂閱|購読|有料会員|구독",
    re.IGNORECASE,
)
WALL_MARKS: Final = re.compile(
    r"paywall|regwall|piano-(?:offer|container)|tp-(?:modal|container-inner)|subscriber-only"
    r"|premium-(?:wall|content-locked)|meter(?:ed)?-(?:wall|content)|gated-content",
    re.IGNORECASE,
)
CONSENT_MARKS: Final = re.compile(
    r"onetrust|didomi|usercentrics|cookiebot|cybot|quantcast|qc-cmp|sp_message|sourcepoint"
    r"|trustarc|truste-|consentmanager|cmpbox|iubenda|consent\.(?:google|youtube|yahoo)"
    r"|guce\.|borlabs|cookie-?(?:consent|law|wall)|gdpr",
    re.IGNORECASE,
)
CONSENT_WORDS: Final = re.compile(
    r"cookies?\b|consent|privacy|your data|partners|datenschutz|einwilligung|zustimm|vie privée"
    r"|confidentialité|privacidad|consentimiento|toestemming|riservatezza|конфиденциальн"
    r"|куки|ملفات تعريف الارتباط|الخصوصية|çerez|クッキー|隐私",
    re.IGNORECASE,
)
SCRIPT_WORDS: Final = re.compile(
    r"java\s?script|browser|navigateur|navegador|браузер|المتصفح", re.I
)
ROOTS: Final = (
    '//*[@id="root" or @id="app" or @id="__next" or @id="__nuxt" or @id="app-root"'
    ' or @id="main-app" or @id="react-root" or @id="svelte" or @data-reactroot or @ng-app'
    " or self::app-root]"
)
MOST_NAMED: Final = 5_000
SHOWN: Final = (
    "//body//text()"
    "[not(ancestor::script or ancestor::style or ancestor::noscript or ancestor::template)]"
)


def looks_like(tree: HtmlElement, *, text: str, told: list[Node]) -> LooksLike:
    """Judge a page by its main text, its marks and its words; no single site is known here."""
    length = len(text)
    if length < TEASER and _says_it_costs(told):
        return "paywall"
    if length < SOME and _asks_consent(tree, text):
        return "consent"
    if length < TEASER and _has_wall(tree):
        return "paywall"
    if length < LITTLE and _needs_script(tree):
        return "script"
    return "" if text else "empty"


def _says_it_costs(told: list[Node]) -> bool:
    says = (node.get("isAccessibleForFree") for node in told)
    return any(free is False or str(free).lower() == "false" for free in says)


def _names(tree: HtmlElement) -> str:
    """Return the names by which a page's style and scripts know its parts."""
    found = tree.xpath("//*/@class | //*/@id | //script/@src | //form/@action | //iframe/@src")
    return " ".join(map(str, found[:MOST_NAMED]))


def _asks_consent(tree: HtmlElement, text: str) -> bool:
    """A page with little text but a consent platform, whose words are about consent.

    Most sites carry such a platform beside their articles: the words alone tell them apart.
    """
    if not CONSENT_MARKS.search(_names(tree)):
        return False
    shown = _shown(tree)
    said = len(CONSENT_WORDS.findall(shown))
    return said >= 3 and said * 120 > len(shown) and (not text or bool(CONSENT_WORDS.search(text)))


def _has_wall(tree: HtmlElement) -> bool:
    """Look for an element that is named a wall and asks to pay; a menu asks on every page."""
    named = tree.xpath("//*[@class or @id]")[:MOST_NAMED]
    walls = (one for one in named if WALL_MARKS.search(f"{one.get('class')} {one.get('id')}"))
    return any(_asks_to_pay(text_of(wall)) for wall in walls)


def _asks_to_pay(words: str) -> bool:
    return len(words) < TEASER and len(WALL_WORDS.findall(words)) >= 2


def _needs_script(tree: HtmlElement) -> bool:
    if not tree.xpath("//script"):
        return False
    asks = " ".join(text_of(one) for one in tree.xpath("//noscript")[:20])
    little = len(_shown(tree)) < SOME
    return little and bool(SCRIPT_WORDS.search(asks) or tree.xpath(ROOTS))


def _shown(tree: HtmlElement) -> str:
    words = tree.xpath(SHOWN)
    return " ".join(" ".join(map(str, words[:20_000])).split())
