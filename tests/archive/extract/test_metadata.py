import json
from datetime import UTC, datetime

import pytest

from tests.archive.extract.pages import URL, meta, page, read


def ld(**values: object) -> str:
    told = {"@context": "https://schema.org", "@type": "NewsArticle", **values}
    return f'<script type="application/ld+json">{json.dumps(told)}</script>'


def test_opengraph_is_read():
    found = read(
        page(
            head=meta(
                og_title="A strike",
                og_site_name="The Paper",
                og_description="What is known.",
                og_image="/lead.jpg",
                article_published_time="2015-10-20T11:30:00+02:00",
                article_author="Nour Haddad",
            )
        )
    )
    assert (found.title, found.site_name, found.excerpt) == (
        "A strike",
        "The Paper",
        "What is known.",
    )
    assert found.image_url == "https://news.example.org/lead.jpg"
    assert found.posted_at == datetime(2015, 10, 20, 9, 30, tzinfo=UTC)
    assert found.author == "Nour Haddad"


def test_json_ld_is_read():
    found = read(
        page(
            head=ld(
                headline="A strike",
                author=[{"@type": "Person", "name": "Nour Haddad"}, {"name": "By Sami Khalil"}],
                publisher={"@type": "Organization", "name": "The Paper"},
                datePublished="2015-10-20T09:30:00Z",
                image={"@type": "ImageObject", "url": "https://img.example.org/1.jpg"},
                description="What is known.",
            )
        )
    )
    assert (found.title, found.author) == ("A strike", "Nour Haddad, Sami Khalil")
    assert (found.site_name, found.excerpt) == ("The Paper", "What is known.")
    assert found.image_url == "https://img.example.org/1.jpg"
    assert found.posted_at == datetime(2015, 10, 20, 9, 30, tzinfo=UTC)


def test_json_ld_in_a_graph_is_read():
    graph = {"@graph": [{"@type": "WebSite"}, {"@type": ["Article"], "headline": "Deep"}]}
    head = f'<script type="application/ld+json">{json.dumps(graph)}</script>'
    assert read(page(head=head)).title == "Deep"


def test_a_film_s_page_is_read_by_its_description():
    body = "<div id='player'></div>" + "<script>var x = 1;</script>"
    told = ld(**{"@type": "VideoObject", "name": "Raid on Sarmin", "description": "Filmed at nine.",
                 "uploadDate": "2015-10-20", "thumbnailUrl": ["https://i.example.org/t.jpg"],
                 "author": "A channel"})  # fmt: skip
    found = read(page(body, head=told + meta(og_type="video.other")))
    assert (found.title, found.text, found.author) == (
        "Raid on Sarmin",
        "Filmed at nine.",
        "A channel",
    )
    assert found.posted_at == datetime(2015, 10, 20, tzinfo=UTC)
    assert found.image_url == "https://i.example.org/t.jpg"
    assert found.looks_like == ""


def test_a_film_s_page_with_microdata_is_read():
    body = (
        '<div itemscope itemtype="http://schema.org/VideoObject">'
        '<meta itemprop="datePublished" content="2015-10-20T06:00:00-07:00">'
        '<span itemprop="author"><link itemprop="name" content="A channel"></span></div>'
    )
    head = meta(og_type="video.other", og_title="Raid", og_description="Filmed at nine.")
    found = read(page(body, head=head))
    assert (found.title, found.text, found.author) == ("Raid", "Filmed at nine.", "A channel")
    assert found.posted_at == datetime(2015, 10, 20, 13, tzinfo=UTC)


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("A strike | The Paper", "A strike"),
        ("A strike - The Paper", "A strike"),
        ("Inside The Paper", "Inside The Paper"),
        ("The Paper", "The Paper"),
    ],
)
def test_the_site_s_name_is_no_part_of_the_title(said, title):
    assert read(page(head=meta(og_title=said, og_site_name="The Paper"))).title == title


@pytest.mark.parametrize(
    ("said", "posted_at"),
    [
        ("2015-10-20T09:30:00Z", datetime(2015, 10, 20, 9, 30, tzinfo=UTC)),
        ("2015-10-20T09:30:00+0300", datetime(2015, 10, 20, 6, 30, tzinfo=UTC)),
        ("2015-10-20 09:30", datetime(2015, 10, 20, 9, 30, tzinfo=UTC)),
        ("2015-10-20 09:30:00 UTC", datetime(2015, 10, 20, 9, 30, tzinfo=UTC)),
        ("2015-10-20", datetime(2015, 10, 20, tzinfo=UTC)),
        ("Tue, 20 Oct 2015 09:30:00 +0200", datetime(2015, 10, 20, 7, 30, tzinfo=UTC)),
        ("1445333400", datetime(2015, 10, 20, 9, 30, tzinfo=UTC)),
        ("2999-01-01T00:00:00Z", None),
        ("0001-01-01T00:00:00+14:00", None),
        ("9999-12-31T23:59:59-14:00", None),
        ("2015-13-45", None),
        ("yesterday", None),
        ("9" * 5_000, None),
    ],
)
def test_times_are_aware(said, posted_at):
    assert read(page(head=ld(datePublished=said))).posted_at == posted_at


def test_of_a_day_and_an_hour_on_it_the_hour_is_taken():
    head = ld(datePublished="2015-10-20") + meta(article_published_time="2015-10-20T09:30:00Z")
    assert read(page(head=head)).posted_at == datetime(2015, 10, 20, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("url", "said", "canonical"),
    [
        (URL, "/2015/x", "https://news.example.org/2015/x"),
        (URL, "https://www.example.org/x", "https://www.example.org/x"),
        ("https://m.paper.co.uk/x", "https://www.paper.co.uk/x", "https://www.paper.co.uk/x"),
        (URL, "https://ministry.example.com/x", ""),
        ("https://evil.co.uk/x", "https://bbc.co.uk/x", ""),
        ("https://evil.github.io/x", "https://paper.github.io/x", ""),
        ("https://evil.org/x", "https://evil.org.bank.com/", ""),
        ("http://127.0.0.1:8000/x", "/y", "http://127.0.0.1:8000/y"),
        ("http://127.0.0.1:8000/x", "http://127.0.0.1:9000/y", ""),
        (URL, "javascript:alert(1)", ""),
        (URL, "https://[::1", ""),
        (URL, "https://news.example.org/" + "x" * 3_000, ""),
    ],
)
def test_a_page_names_its_address_only_within_its_own_site(url, said, canonical):
    assert read(page(head=f'<link rel="canonical" href="{said}">'), url=url).canonical == canonical


@pytest.mark.parametrize(
    ("attribute", "language"),
    [("en", "en"), ("EN_us", "en-US"), ("zh-hant-tw", "zh-Hant-TW"), ("x" * 900, "en"), ("", "en")],
)
def test_the_language_is_the_page_s_own_word_or_is_guessed(attribute, language):
    assert read(page(lang=attribute)).language == language


def test_an_english_theme_does_not_make_an_arabic_page_english():
    text = "<p>قصفت طائرات حربية بلدة سرمين صباح اليوم وأصيب أحد عشر شخصا بجروح في السوق</p>"
    assert read(page(f"<article>{text * 5}</article>")).language == "ar"
