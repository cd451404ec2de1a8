import pytest

from dateline.text import Words, plain


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
        ("::incident{id=1}", "::incident{id=1}"),
        ("[12]{claim=C}", "[12]{claim=C}"),
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
