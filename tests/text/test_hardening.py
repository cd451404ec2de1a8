"""Each test names the attack that it pins."""

from dataclasses import fields, replace
from html import escape

import pytest

from dateline.text import (
    Card,
    Image,
    Player,
    Words,
    image_ids,
    plain,
    problems,
    render,
    report_ids,
    source_ids,
)
from dateline.text.safe import sanitise

from .cards import CARDS, EMBED, HELD, PICTURE, RAID, VIDEO, WATCH
from .page import HILL, IMAGES, Page
from .test_properties import ATTRIBUTES, TAGS

BREAKOUTS = [
    '"><script>alert(1)</script>',
    "' onmouseover='alert(1)",
    '" onerror="alert(1)" x="',
    "</figcaption></figure><iframe src=//evil>",
    "<img src=x onerror=alert(1)>",
    "&quot;&gt;&lt;script&gt;",
    "<!-- --!><svg onload=alert(1)>",
    "\x00<scr\x00ipt>",
    "]]><![CDATA[<script>",
    "`${alert(1)}`",
    "{by.__class__} {credit.__init__.__globals__}",
]

FOREIGN = [
    "https://evil.org/x.jpg",
    "//evil.org/x.jpg",
    "/\\evil.org/x.jpg",
    "\\\\evil.org/x.jpg",
    "\t//evil.org/x.jpg",
    "ht\ntps://evil.org/x.jpg",
    "https:/\\evil.org",
    "https:evil.org",
    "https://desk.example@evil.org/x.jpg",
    "https://desk.example.evil.org/x.jpg",
    "https://desk.example\\@evil.org/x.jpg",
    "http://desk.example/x.jpg",
    "javascript:alert(1)",
    "data:image/svg+xml,<svg onload=x>",
    "blob:https://desk.example/x",
    "\x01https://evil.org",
    "",
]
EVERY_CARD = "::card{report=raid}\n::card{report=video}\n::card{report=held}\n::card{report=gone}"


def safe_page(markdown, **settings):
    shown = Page(render(markdown, **{"images": IMAGES, **settings}))
    for element in shown.elements:
        assert element.tag in TAGS
        assert set(element.attributes) <= ATTRIBUTES
    return shown


def quoted(value):
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "<ScRiPt\n>alert(1)</ScRiPt>",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "<svg><style><img src=x onerror=alert(1)></style></svg>",
        "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1&gt;'>",
        "<style>*{display:none}</style>",
        "<iframe src=https://evil.example></iframe>",
        "<object data=x></object><embed src=x>",
        "<form action=//evil><input name=a></form>",
        "<base href=//evil>",
        "<meta http-equiv=refresh content='0;url=//evil'>",
        "<link rel=stylesheet href=//evil>",
        "<!-- comment --><!DOCTYPE html><?php x ?>",
        "<a href='https://a.org' onclick=alert(1)>x</a>",
        "<video poster=//evil><source onerror=x></video>",
        "<template><script>x</script></template>",
        "<noscript><p title='</noscript><img src=x onerror=x>'>",
    ],
)
@pytest.mark.parametrize("around", ["{}", "- {}", "> {}", "# {}", ":::quote{{source=A}}\n{}\n:::"])
def test_html_is_text(html, around):
    shown = safe_page(around.format(html))
    assert not shown.all("img")
    assert not shown.all("a")
    assert html.split()[0][:5] in shown.text


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#115;cript:alert(1)",
        "&#x6A;avascript&colon;alert(1)",
        "java&Tab;script:alert(1)",
        "java&NewLine;script:alert(1)",
        "<java\tscript:alert(1)>",
        "\x01javascript:alert(1)",
        "&#1;javascript:alert(1)",
        "<  javascript:alert(1)>",
        "javascript&#58;alert(1)",
        "javascript\\:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "data:image/png;base64,AAAA",
        "data:image/svg+xml,<svg/onload=x>",
        "DATA:text/html,x",
        "vbscript:msgbox(1)",
        "vb&#115;cript:x",
        "file:///etc/passwd",
        "blob:https://a.org/x",
        "view-source:https://a.org",
        "ftp://a.org",
        "//evil.example",
        "\\\\evil.example",
        "/admin/logout",
        "../../desk",
        "#top",
        "?x=1",
        "https:evil",
        "https:///evil",
        "http:\\\\evil",
    ],
)
@pytest.mark.parametrize(
    "link", ["[x]({})", "![x]({})", "[![x]({})](https://ok.org)", "[x][r]\n\n[r]: {}", "<{}>"]
)
def test_a_link_leads_only_to_the_web_or_to_mail(address, link):
    shown = safe_page(link.format(address))
    assert {a.attributes["href"] for a in shown.all("a")} <= {"https://ok.org"}
    assert not shown.all("img")


@pytest.mark.parametrize(
    "markdown",
    [
        "![x](https://evil.org/p.png)",
        "![x][r]\n\n[r]: https://evil.org/p.png",
        "![](https://evil.org/p.png)",
        "![a ![b](https://evil.org/b.png) c](https://evil.org/p.png)",
    ],
)
def test_a_remote_picture_is_never_fetched_from_the_readers_page(markdown):
    shown = safe_page(markdown)
    assert not shown.all("img")
    assert shown.one("a").attributes["href"] == "https://evil.org/p.png"
    assert shown.one("a").text.strip()
    assert "pictures are brought in" in problems(markdown)[0].message


@pytest.mark.parametrize(
    "markdown", ["[![x](https://b.org/i)](https://a.org)", "![[x](https://b.org)](https://a.org)"]
)
def test_a_picture_in_a_link_never_nests_links(markdown):
    assert safe_page(markdown).one("a").text == "x"


@pytest.mark.parametrize("value", BREAKOUTS)
@pytest.mark.parametrize("key", ["alt", "credit"])
def test_a_pictures_words_cannot_break_out(key, value):
    shown = safe_page(f"::media{{id=hill {key}={quoted(value)}}}")
    (image,) = shown.all("img")
    assert image.attributes["src"] == HILL.sources[-1][0]
    expected = value.replace("\x00", "�")
    assert expected == image.attributes["alt"] if key == "alt" else expected in shown.text


@pytest.mark.parametrize("value", BREAKOUTS)
@pytest.mark.parametrize("key", ["source", "translation", "by"])
def test_a_quotes_words_cannot_break_out(key, value):
    shown = safe_page(f":::quote{{{key}={quoted(value)}}}\nwords\n:::")
    assert value.replace("\x00", "�") in shown.text
    assert not shown.all("img")


@pytest.mark.parametrize("value", BREAKOUTS)
def test_a_resolved_pictures_own_words_and_labels_cannot_break_out(value):
    image = Image(((value, 400),), 400, 300, alt=value, credit=value)
    labels = {field.name: value + "{by}{credit}{site}{host}" for field in fields(Words)}
    words = Words(**labels)
    shown = safe_page("::media{id=hill}\n::media{id=gone}", images={"hill": image}, words=words)
    assert len(shown.all("img")) == 1
    safe_page(EVERY_CARD, cards=CARDS | {"video": replace(VIDEO, graphic=True)}, words=words)
    assert not Page(plain(EVERY_CARD, cards=CARDS, words=words)).elements
    safe_page(":::quote{source=A translation=b by=c machine}\nd\n:::", words=words, language=value)
    assert not Page(plain(":::quote{translation=b by=c}\nd\n:::", words=words)).elements


def test_an_address_with_blanks_and_commas_cannot_add_a_source():
    image = Image((("a.jpg 1w, https://evil.org/x.jpg", 400),), 4, 3, alt="a", credit="")
    shown = safe_page("::media{id=hill}", images={"hill": image})
    assert shown.one("img").attributes["srcset"] == "a.jpg%201w%2C%20https://evil.org/x.jpg 400w"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:image/svg+xml,<svg>"])
def test_a_picture_with_an_active_address_has_no_source(address):
    image = Image(((address, 400),), 4, 3, alt="a", credit="")
    assert "src" not in safe_page("::media{id=hill}", images={"hill": image}).one("img").attributes


@pytest.mark.parametrize(
    "language",
    ["en onmouseover=alert(1)", "ar'><script>", 'ar\\" onload=x', "x" * 500, "ar\tdir=ltr"],
)
def test_a_language_cannot_add_an_attribute(language):
    shown = safe_page(f':::quote{{source=A lang="{language}"}}\nwords\n:::')
    assert not shown.all("figure")
    assert "words" in shown.words
    assert problems(f':::quote{{source=A lang="{language}"}}\nwords\n:::')


@pytest.mark.parametrize(
    "name",
    ["../../etc/passwd", "..", "a/b", "a\\b", "%2e%2e", "a?b", "C:", "__proto__ ", "ﬁ", "x" * 65],
)
def test_a_pictures_id_is_never_a_path(name):
    markdown = f"::media{{id={quoted(name)} alt=x}}"
    assert image_ids(markdown) == []
    assert safe_page(markdown).text.strip() == markdown
    assert "needs the id" in problems(markdown)[0].message


def test_overrides_cannot_show_words_in_another_order():
    markdown = "\u202egpj.exe \u2067ar\u2069 &#x202E;a <https://a.org/%E2%80%AEgpj.exe>"
    markdown += '\n\n:::quote{source="\u202dRescuers"}\n\u202ea\n:::'
    for text in (render(markdown, images={}), plain(markdown)):
        assert not {"\u202d", "\u202e"} & set(text)
        assert "\u2067ar\u2069" in text


@pytest.mark.parametrize(
    "text", ["a\x00b", "a\ud800b", "a\udc00\ud800b", "a&#0;b", "a&#xD800;b", "a&#1;b", "a&#xFFFF;b"]
)
def test_what_cannot_be_stored_never_leaves(text):
    for out in (render(text, images={}), plain(text)):
        out.encode()
        assert "�" in out
        assert "\x00" not in out


@pytest.mark.parametrize("value", BREAKOUTS)
@pytest.mark.parametrize(
    "field", ["title", "author", "excerpt", "site", "source", "note", "language"]
)
@pytest.mark.parametrize("state", ["kept", "capturing", "unreachable"])
def test_a_cards_words_cannot_break_out(state, field, value):
    card = replace(RAID, **{"state": state, field: value})
    for markdown in ("::card{report=x}", ":::quote{report=x}\na\n:::"):
        safe_page(markdown, cards={"x": card})
        assert not Page(plain(markdown, cards={"x": card})).elements
    if field != "language":
        shown = safe_page("::card{report=x}", cards={"x": card})
        assert " ".join(value.replace("\x00", "�").split()) in shown.text


@pytest.mark.parametrize("value", BREAKOUTS)
def test_a_sources_name_cannot_break_out(value):
    shown = safe_page(":::quote{source=s1}\na\n:::", sources={"s1": value})
    assert value.replace("\x00", "�") in shown.one("figcaption").text


@pytest.mark.parametrize("field", ["page", "address"])
@pytest.mark.parametrize(
    "value",
    [
        "javascript:alert(1)",
        "\x01javascript:alert(1)",
        "data:text/html,<script>",
        "//evil.org/reports/x/",
        "/\\evil.org/reports/x/",
        "\\\\evil.org",
        "https:evil.org",
        "../desk/sign-out",
        "/desk/redact",
        "../reports/../../desk",
        "reports/x/?next=//evil.org",
        "#top",
        'x" onmouseover="alert(1)',
        "reports/",
    ],
)
def test_a_card_leads_only_to_the_web_and_to_reports(field, value):
    for markdown in ("::card{report=x}", ":::quote{report=x}\na\n:::"):
        shown = safe_page(markdown, cards={"x": replace(RAID, **{field: value})})
        assert {a.attributes["href"] for a in shown.all("a")} <= {RAID.page, RAID.address}
    assert value not in plain("::card{report=x}", cards={"x": replace(RAID, **{field: value})})


@pytest.mark.parametrize("address", BREAKOUTS)
def test_an_address_of_a_card_cannot_add_an_attribute(address):
    card = replace(RAID, page="https://a.org/" + address, address="https://b.org/" + address)
    shown = safe_page("::card{report=x}", cards={"x": card})
    assert len(shown.all("a")) == 3
    assert not shown.all("iframe")


@pytest.mark.parametrize("page", [RAID.page, "https://desk.example/reports/x/", "", "https:"])
@pytest.mark.parametrize("address", FOREIGN)
@pytest.mark.parametrize("graphic", [True, False])
def test_a_cards_picture_never_comes_from_another_house(page, address, graphic):
    sources = (PICTURE.sources[0], (address, 800))
    card = replace(RAID, page=page, image=replace(PICTURE, sources=sources), graphic=graphic)
    assert not safe_page("::card{report=x}", cards={"x": card}).all("img")
    assert not safe_page(
        "::card{report=x}", cards={"x": replace(card, image=Image((), 1, 1, "", ""))}
    ).all("img")


@pytest.mark.parametrize(
    "address",
    [
        *FOREIGN,
        WATCH,
        EMBED + "?autoplay=1",
        EMBED + '" onload="x',
        EMBED + "\n",
        "https://www.youtube-nocookie.com.evil.org/embed/dQw4w9WgXcQ",
        "https://t.me/idlib/1?embed=1&x",
        "https://www.openstreetmap.org/export/embed.html?bbox=1,2,3,4&layer=//evil",
    ],
)
def test_only_a_player_that_we_make_loads_on_a_click(address):
    card = replace(VIDEO, player=Player(address, "video", "youtube-nocookie.com"))
    shown = safe_page("::card{report=x}", cards={"x": card})
    assert {a.attributes.get("data-player") for a in shown.all("a")} <= {
        None,
        EMBED,
        "https://t.me/idlib/1?embed=1",
    }
    forged = Page(sanitise(f'<a class="load-player" data-player="{escape(address)}">x</a>'))
    assert "data-player" not in forged.one("a").attributes


def test_a_player_cannot_lie_about_where_it_loads_from():
    card = replace(VIDEO, player=Player(EMBED, "map", "the desk"))
    link = safe_page("::card{report=x}", cards={"x": card}).one("a", "load-player")
    assert link.text == "Load the video from youtube-nocookie.com"
    assert link.attributes["data-kind"] == "video"


def test_a_site_cannot_lie_about_where_the_original_is():
    card = replace(RAID, site="bbc.co.uk", address="https://bbc.co.uk@evil.org/x")
    assert safe_page("::card{report=x}", cards={"x": card}).all("a")[-1].text.endswith("evil.org")


@pytest.mark.parametrize(
    "html",
    [
        "<details open><summary onclick=x>a</summary>b</details>",
        "<details ontoggle=alert(1) open class=graphic>b</details>",
        "<details data-number='7'>b</details>",
        "<a data-kind='x' class='share'>b</a>",
        "<a href='../desk/' data-title=x>b</a>",
        "<div id=arrivals class='entry' style='position:fixed'>b</div>",
        "<p class='stone' data-ago=x>b</p>",
        "<iframe src='https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ'></iframe>",
    ],
)
def test_the_sanitiser_alone_keeps_no_more_than_cards_need(html):
    for element in Page(sanitise(html)).elements:
        assert set(element.attributes.values()) <= {"", "graphic", "noopener"}
        assert not {"open", "href", "data-number"} & set(element.attributes)


def test_a_held_report_gives_nothing_away():
    held = replace(
        VIDEO, state="held", image=PICTURE, author="Nour", site="a", note="b", graphic=True
    )
    bare = Card("held")
    for markdown in ("::card{report=x}", ":::quote{report=x}\nwords\n:::"):
        assert render(markdown, images={}, cards={"x": held}) == render(
            markdown, images={}, cards={"x": bare}
        )
        assert plain(markdown, cards={"x": held}) == plain(markdown, cards={"x": bare})
    assert HELD.title not in render(EVERY_CARD, images={}, cards={"held": HELD})


def test_overrides_in_a_card_cannot_show_words_in_another_order():
    said = {
        name: f"a\u202e{name}\u202d" for name in ("title", "author", "excerpt", "source", "note")
    }
    card = replace(RAID, **said, address="https://a.org/\u202egpj.exe")
    for markdown in ("::card{report=x}", ":::quote{report=x}\na\n:::"):
        for out in (
            render(markdown, images={}, cards={"x": card}),
            plain(markdown, cards={"x": card}),
        ):
            assert not {"\u202d", "\u202e"} & set(out)


@pytest.mark.parametrize("field", ["title", "author", "excerpt", "site", "source", "note"])
@pytest.mark.parametrize("value", ["a" * 1_000_000, "ب " * 500_000, "<" * 300_000, "\n" * 300_000])
def test_a_card_never_grows_long(field, value):
    card = replace(RAID, **{field: value})
    assert len(render("::card{report=x}", images={}, cards={"x": card})) < 5_000
    assert len(plain("::card{report=x}", cards={"x": card})) < 1_000


@pytest.mark.parametrize("name", ["../x", "..", "a/b", "a b", "", "x" * 65, "%2e", "ﬁ", '\\"'])
def test_a_reports_id_is_never_a_path(name):
    for markdown in (
        f"::card{{report={quoted(name)}}}",
        f":::quote{{report={quoted(name)}}}\na\n:::",
    ):
        assert report_ids(markdown) == []
        assert not safe_page(markdown, cards=CARDS).all("figure")
        assert problems(markdown)
    assert source_ids(f":::quote{{source={quoted(name)}}}\na\n:::") == []


def test_a_card_in_a_quote_cannot_speak_for_the_quoted():
    markdown = ":::quote{source=A}\na\n::card{report=raid}\n:::"
    shown = safe_page(markdown, cards=CARDS)
    assert not shown.all("figure", "card")
    assert "::card{report=raid}" in shown.text


def test_a_quote_cannot_swallow_the_update_that_follows_it():
    markdown = ":::quote{source=A}\n```\n:::\nwords of the desk"
    assert not safe_page(markdown).all("figure")
    assert problems(markdown)


def test_a_quote_in_a_quote_cannot_change_who_speaks():
    markdown = ":::quote{source=A}\na\n:::quote{source=B}\nb\n:::\nc\n:::\nd"
    shown = safe_page(markdown)
    assert shown.one("figcaption").text == "A"
    assert shown.all("p")[-1].text == "d"
    assert problems(markdown)


@pytest.mark.parametrize("mark", ["> ", "- ", "1. ", "> - ", ">"])
def test_deep_nesting_neither_overflows_the_stack_nor_loses_words(mark):
    markdown = mark * 5_000 + "words"
    assert "words" in safe_page(markdown).text
    assert "words" in plain(markdown)
    assert "nested too deeply" in problems(markdown)[0].message


@pytest.mark.parametrize(
    "text",
    [
        "[" * 50000,
        "![" * 25000,
        "*" * 90000,
        "*a _b " * 15000,
        ">" * 90000,
        "`" * 90000,
        "[a]{b}" * 15000,
        "[a](" * 20000,
        "![a](" * 15000 + "b)" * 10000,
        "<" * 90000,
        "&" * 90000,
        ":" * 90000,
        "::\n" * 30000,
        ":::\n" * 20000,
        ":::quote{}\n" * 8000,
        "::x{\n" * 20000,
        "::media{" + "a=b " * 20000,
        '::media{alt="' + '\\"' * 40000,
        "::" + "a" * 90000 + "{",
        "- " * 40000 + "x",
        "".join("  " * i + "- a\n" for i in range(300)),
        "~" * 90000,
    ],
)
def test_a_text_made_to_exhaust_us_is_only_text(text):
    safe_page(text)
    plain(text)
    problems(text)


def test_two_megabytes_are_rendered_whole_and_refused_for_publishing():
    line = "words " * 20 + "\n\n::card\n\n"
    text = line * (2_000_000 // len(line))
    assert render(text, images={}).count("words") == text.count("words")
    assert [problem.line for problem in problems(text)] == [1]
