from datetime import UTC, datetime

from tests.archive.extract.pages import meta, read


def message(number: int, text: str, *, reply: str = "") -> str:
    words = f'<div class="tgme_widget_message_text">{reply}</div>'
    quoted = f'<a class="tgme_widget_message_reply">{words}</a>'
    return f"""
      <div class="tgme_widget_message js-widget_message" data-post="sarmin_now/{number}">
        <a class="tgme_widget_message_owner_name" href="https://t.me/sarmin_now"><span>Sarmin now</span></a>
        {quoted if reply else ""}
        <a class="tgme_widget_message_photo_wrap" style="width:8px;background-image:url('https://cdn.example.org/{number}.jpg')"></a>
        <div class="tgme_widget_message_text js-message_text" dir="auto">{text}</div>
        <a class="tgme_widget_message_date" href="https://t.me/sarmin_now/{number}">
          <time datetime="2015-10-20T09:{number}:00+03:00">09:{number}</time></a>
      </div>"""  # noqa: E501 - as Telegram writes it


def html(*messages: str) -> bytes:
    return f"<!doctype html><html><body>{''.join(messages)}</body></html>".encode()


def test_a_message_is_read():
    text = 'Two strikes.<br/>See <a href="https://example.org/map">the map</a>.'
    found = read(html(message(30, text)), url="https://t.me/sarmin_now/30?embed=1")
    assert found.text == "Two strikes.\nSee the map."
    assert (found.title, found.author) == ("Two strikes.", "Sarmin now")
    assert (found.site_name, found.canonical) == ("Telegram", "https://t.me/sarmin_now/30")
    assert found.posted_at == datetime(2015, 10, 20, 6, 30, tzinfo=UTC)
    assert found.image_url == "https://cdn.example.org/30.jpg"
    assert found.links == ("https://example.org/map",)
    assert found.looks_like == ""


def test_the_message_that_it_answers_is_not_its_own_text():
    found = read(html(message(30, "No.", reply="Was it you?")), url="https://t.me/sarmin_now/30")
    assert found.text == "No."


def test_of_a_channel_s_page_the_message_in_the_address_is_read():
    both = html(message(30, "First."), message(31, "Second."))
    assert read(both, url="https://t.me/s/sarmin_now/31").text == "Second."


def test_a_channel_s_page_is_all_its_messages():
    both = html(message(30, "First."), message(31, "Second."))
    found = read(both, url="https://t.me/s/sarmin_now")
    assert (found.text, found.canonical) == ("First.\n\nSecond.", "")


def test_a_page_that_apes_telegram_is_not_telegram_s():
    assert read(html(message(30, "First.")), url="https://evil.example.org/").canonical == ""


def test_the_page_that_asks_to_open_the_program_is_read_by_its_description():
    head = meta(og_title="Sarmin now", og_description="Two strikes.")
    body = '<div class="tgme_page"><a>View in Telegram</a></div>'
    found = read(f"<html><head>{head}</head><body>{body}</body></html>".encode())
    assert (found.text, found.author) == ("Two strikes.", "Sarmin now")


def test_a_message_of_a_picture_alone_is_empty():
    assert read(html(message(30, "")), url="https://t.me/sarmin_now/30").looks_like == "empty"
