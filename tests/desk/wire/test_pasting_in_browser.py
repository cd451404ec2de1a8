"""Pasting by a real browser: words become a quotation at once, and nobody waits for anything."""

import re

import pytest

from dateline.ledger.models import Report
from tests.desk.conftest import until
from tests.desk.reports.archive import ADDRESS

pytestmark = pytest.mark.browser

PASTE = """([where, words, html]) => {
  const target = where ? document.querySelector(where) : document.body;
  if (where) target.focus();
  else document.activeElement.blur();
  const data = new DataTransfer();
  data.setData("text/plain", words);
  if (html) data.setData("text/html", html);
  const how = { clipboardData: data, bubbles: true, cancelable: true };
  const paste = new ClipboardEvent("paste", how);
  if (target.dispatchEvent(paste) && where) document.execCommand("insertText", false, words);
}"""
BODY = "#write textarea[name=body]"
WORDS = "Twelve people died."


@pytest.fixture
def desk(as_person, carl, blog, site):
    """Carl's browser at the blog's desk."""
    page = as_person(carl)
    page.goto(f"{site}/desk/blogs/{blog.pk}/")
    return page


@pytest.fixture
def text(desk):
    return desk.locator(BODY)


def paste(desk, words, html="", where=BODY):
    desk.evaluate(PASTE, [where, words, html])


def brought(desk):
    desk.locator("#brought").filter(has_text=re.compile("Brought in")).wait_for()
    return Report.objects.get().pk


@pytest.mark.parametrize("where", [BODY, ""], ids=["in the text", "anywhere"])
@pytest.mark.parametrize(
    ("words", "html"),
    [
        (f"{WORDS}\n{ADDRESS}", ""),
        (f"{ADDRESS}\n\n{WORDS}\n", ""),
        (WORDS, f'<blockquote cite="{ADDRESS}">{WORDS}</blockquote>'),
        (WORDS, f"Version:0.9\nSourceURL:{ADDRESS}\n<p>{WORDS}</p>"),
    ],
    ids=["after", "before", "cited", "said by the browser"],
)
def test_words_with_an_address_become_a_quotation(desk, text, where, words, html):
    paste(desk, words, html, where)
    desk.keyboard.type("So they say.")
    quote = f":::quote{{report={brought(desk)}}}\n{WORDS}\n:::"
    assert text.input_value() == f"{quote}\n\nSo they say."


def test_an_address_pasted_anywhere_becomes_a_card(desk, text):
    text.fill("Before.")
    paste(desk, ADDRESS, where="")
    desk.keyboard.type("After.")
    card = f"::card{{report={brought(desk)}}}"
    assert text.input_value() == f"Before.\n\n{card}\n\nAfter."


def test_words_pasted_below_an_address_are_its_quotation(desk, text):
    paste(desk, ADDRESS)
    report = brought(desk)
    desk.keyboard.press("Enter")
    paste(desk, WORDS)
    desk.keyboard.type("So.")
    assert text.input_value() == f":::quote{{report={report}}}\n{WORDS}\n:::\n\nSo."


def test_nobody_waits_for_a_slow_server(desk, text):
    waiting = []
    desk.route("**/desk/wire/", lambda route: waiting.append(route))
    paste(desk, ADDRESS, where="")
    paste(desk, WORDS, where="")
    desk.keyboard.type("So they say.")
    quote = f':::quote{{report="{ADDRESS}"}}\n{WORDS}\n:::'
    assert text.input_value() == f"{quote}\n\nSo they say."
    until(desk, lambda: waiting)
    waiting.pop().continue_()
    report = brought(desk)
    assert text.input_value().startswith(f":::quote{{report={report}}}\n")
    desk.keyboard.type(" Now.")
    assert text.input_value().endswith("So they say. Now.")


def test_what_no_server_heard_of_is_brought_in_by_the_save(desk, text, blog):
    desk.route("**/desk/wire/", lambda route: route.abort())
    paste(desk, f"{WORDS}\n{ADDRESS}", where="")
    desk.locator("#brought").filter(has_text="It is when you save").wait_for()
    desk.keyboard.press("Control+s")
    desk.get_by_text("Draft saved.").wait_for()
    body = f":::quote{{report={Report.objects.get().pk}}}\n{WORDS}\n:::"
    assert blog.updates.get().body.strip() == body


def test_undo_takes_a_quotation_out_again(desk, text):
    text.press_sequentially("So. ")
    desk.keyboard.press("Enter")
    paste(desk, f"{WORDS}\n{ADDRESS}")
    brought(desk)
    for _ in range(2):
        desk.keyboard.press("Control+z")
    assert text.input_value() == "So. \n"


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        (":::\n::card{report=x}", "\\:::\n\\::card{report\\=x}"),
        ("# 5 * 3\n12. Oct", "\\# 5 \\* 3\n12\\. Oct"),
        ("[a](https://b.org/) <b>", "[a\\](https://b.org/) \\<b>"),
        ("a\u202eb\u0007c", "abc"),
    ],
)
def test_pasted_words_are_words_and_nothing_else(desk, text, words, quoted):
    paste(desk, f"{words}\n{ADDRESS}", where="")
    report = brought(desk)
    assert text.input_value() == f":::quote{{report={report}}}\n{quoted}\n:::\n\n"


@pytest.mark.parametrize(
    ("words", "html"),
    [
        (WORDS, ""),
        (f"javascript:alert(1)\n{WORDS}", ""),
        (WORDS, '<blockquote cite="javascript:alert(1)">x</blockquote>'),
        (f"{ADDRESS}\n{ADDRESS}/2", ""),
        (f"{ADDRESS}\n" + "word " * 20_000, ""),
        (f"See {ADDRESS}", ""),
    ],
    ids=["words", "script", "cited script", "addresses", "very long", "in a sentence"],
)
def test_what_is_no_quotation_is_pasted_as_it_is(desk, text, words, html):
    paste(desk, words, html)
    assert text.input_value().strip() == words.strip()
    assert not Report.objects.exists()


def test_what_is_pasted_into_another_field_is_left_alone(desk, text):
    paste(desk, f"{ADDRESS}\n{WORDS}", where="#write input[name=headline]")
    assert text.input_value() == ""
    assert not Report.objects.exists()
