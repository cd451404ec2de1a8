import json

from tests.archive.extract.pages import SENTENCES, STORY, meta, page, read

MENU = "<nav><ul><li><a href='/a'>World</a></li><li><a href='/b'>Sport</a></li></ul></nav>"


def test_the_article_is_found_and_what_stands_around_it_is_not():
    footer = (
        "<footer><p>Imprint and contact of the paper, and its many other sections.</p></footer>"
    )
    found = read(page(f"{MENU}<article>{STORY}</article>{footer}"))
    assert found.text == "\n".join(SENTENCES)
    assert found.looks_like == ""


def test_the_headline_is_no_part_of_the_text():
    head = (
        meta(og_title="Market of Sarmin struck") + "<title>Market of Sarmin struck - News</title>"
    )
    found = read(page(f"<article><h1>Market of Sarmin struck</h1>{STORY}</article>", head=head))
    assert found.text.startswith(SENTENCES[0])


def test_comments_are_no_part_of_the_text():
    comments = f"<div id='comments'><p>{'I was there and saw it all. ' * 9}</p></div>"
    assert "I was there" not in read(page(f"<article>{STORY}</article>{comments}")).text


def test_a_line_that_leads_to_another_article_is_no_part_of_the_text():
    line = "<p>Read more: <a href='/x'>Ministry denies strikes on three towns</a></p>"
    assert "denies strikes" not in read(page(f"<article>{STORY}{line}{STORY}</article>")).text


def test_a_menu_of_other_articles_is_no_part_of_the_text():
    items = "".join(f"<li><a href='/{n}'>Another article, number {n}</a></li>" for n in range(4))
    assert "Another" not in read(page(f"<article>{STORY}<ul>{items}</ul></article>")).text


def test_a_list_of_words_stays():
    items = "".join(f"<li>Quarter {n} of the town was hit at noon</li>" for n in range(4))
    assert "Quarter 3" in read(page(f"<article>{STORY}<ul>{items}</ul></article>")).text


def test_calls_to_subscribe_and_to_follow_are_taken_off_the_end():
    calls = "<p>Sign up for our newsletter today.</p><p>Follow us on every network.</p><p>Tags:</p>"
    assert read(page(f"<article>{STORY}{calls}</article>")).text.endswith(SENTENCES[-1])


def test_an_embedded_post_is_kept_since_it_is_evidence():
    post = (
        '<div class="social-media-embed"><blockquote class="twitter-tweet">'
        "<p>I saw two aircraft over the bakery.</p>- A resident "
        '<a href="https://twitter.com/x/status/1">20 October 2015</a></blockquote></div>'
    )
    found = read(page(f"<article>{STORY}{post}{STORY}</article>"))
    assert "two aircraft over the bakery" in found.text
    assert "https://twitter.com/x/status/1" in found.links


def test_a_page_built_by_a_script_is_read_from_what_it_tells_search_engines():
    told = json.dumps({"@type": "NewsArticle", "articleBody": " ".join(SENTENCES)})
    html = page(f'<div id="root"></div><script type="application/ld+json">{told}</script>')
    found = read(html)
    assert found.text == " ".join(SENTENCES)
    assert found.looks_like == ""


def test_what_is_told_but_contradicts_what_is_shown_is_not_believed():
    lie = json.dumps({"@type": "NewsArticle", "articleBody": "Nothing happened at all. " * 100})
    head = f'<script type="application/ld+json">{lie}</script>'
    assert read(page(head=head)).text == "\n".join(SENTENCES)


def test_links_are_absolute_and_each_stands_once():
    body = (
        "<p>The <a href='/a'>ministry said</a> and <a href='b?x=1'>said again</a> that the "
        "<a href='/a'>same page</a>, <a href='javascript:alert(1)'>a script</a>, "
        "<a href='mailto:a@b.org'>a letter</a> and <a href='https://bbc.com@evil.org/'>a trap</a> "
        "were read by many.</p>"
    )
    found = read(page(f"<article>{STORY}{body}</article>"))
    assert found.links == ("https://news.example.org/a", "https://news.example.org/2015/10/b?x=1")


def test_links_start_from_the_page_s_base():
    body = f"<article>{STORY}<p>So the <a href='x'>paper</a> says in its own words.</p></article>"
    html = page(body, head="<base href='https://other.example.org/y/'>")
    assert read(html).links == ("https://other.example.org/y/x",)
