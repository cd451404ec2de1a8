import pytest

from dateline.text import Card, Words, plain

from .cards import CARDS, RAID


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("", ""),
        ("# Head\n\nOne *two*\nthree", "Head\n\nOne two three"),
        ("a\\\nb", "a\nb"),
        ("[words](https://a.org) `code`", "words code"),
        ("![a hill](https://a.org/x.png)", "a hill"),
        ("- a\n- b\n\n3. c\n4. d", "• a\n\n• b\n\n3. c\n\n4. d"),
        ("- \n\nafter", "after"),
        ("> said\n\nafter", "“said”\n\nafter"),
        ("- > said", "• “said”"),
        ("```\na < b\n```", "a < b"),
        ("a\n\n---\n\nb", "a\n\nb"),
        ('::media{id=x alt="Smoke" credit="AFP"}', "Smoke · Photo: AFP"),
        ("::media{id=x}", ""),
        ("::incident{id=1}", "not available at the moment"),
        ("::card{report=gone}", "report not available"),
        (":::quote{report=gone}\na\n:::", "a source known to the desk: “a” (report not available)"),
        ("[12]{claim=C}", "12"),
        ("<script>x</script>", "‹script>x‹/script>"),
        ("&lt;b&gt; 1 < 2 <3", "‹b> 1 < 2 <3"),
    ],
)
def test_only_the_words_are_left(markdown, text):
    assert plain(markdown) == text


def test_a_quote_says_who_speaks_and_who_translated():
    opening = ':::quote{lang=ar source=Rescuers translation="They struck" by="Nour" machine}'
    markdown = f"{opening}\nقصفوا\n:::"
    assert plain(markdown) == (
        "Rescuers: “قصفوا”\n\n“They struck” (Translation: Nour; machine translation)"
    )


def test_a_translation_by_nobody_is_still_called_one():
    text = plain(':::quote{translation="b"}\na\n:::', words=Words(translation="ترجمة"))
    assert text == "“a”\n\n“b” (ترجمة)"


def test_a_card_says_whose_it_is_and_how_it_stands():
    assert plain("Before\n::card{report=raid}\nAfter", cards=CARDS) == (
        "Before\n\nSMART: Twelve dead in raids on Sarmin (https://smart.example/1)"
        " · kept since 21 Oct 17:58 UTC\n\nAfter"
    )


@pytest.mark.parametrize(
    ("card", "said"),
    [
        (
            Card("capturing", address="https://a.org/1"),
            "a.org: https://a.org/1 · being captured",
        ),
        (Card("capturing", title="Pasted words"), "Pasted words · being captured"),
        (
            Card("unreachable", site="A", title="B", address="javascript:alert(1)", note="3 tries"),
            "A: B · could not be reached yet · 3 tries",
        ),
    ],
)
def test_a_card_of_which_little_is_known_says_that(card, said):
    assert plain("::card{report=x}", cards={"x": card}) == said


def test_a_held_card_says_nothing_else():
    assert plain("::card{report=held}", cards=CARDS) == "Report held by the desk"


@pytest.mark.parametrize(
    ("attributes", "said"),
    [
        ("report=raid", "SMART: “a” (not checked · https://smart.example/1)"),
        ('report=held source="Nour"', "Report held by the desk"),
        ("source=s1", "Civil Defence: “a”"),
        ("source=s1 report=raid", "Civil Defence: “a” (not checked · https://smart.example/1)"),
        ("source=s2", "s2: “a”"),
    ],
)
def test_a_quote_takes_its_speaker_from_a_known_source_or_from_its_report(attributes, said):
    markdown = f":::quote{{{attributes}}}\na\n:::"
    assert plain(markdown, cards=CARDS, sources={"s1": "Civil Defence"}) == said


def test_a_card_takes_the_readers_labels():
    words = Words(held="تقرير محفوظ", capturing="قيد الحفظ")
    cards = CARDS | {"raid": Card("capturing", title=RAID.title)}
    text = plain("::card{report=held}\n::card{report=raid}", cards=cards, words=words)
    assert text == f"تقرير محفوظ\n\n{RAID.title} · قيد الحفظ"
