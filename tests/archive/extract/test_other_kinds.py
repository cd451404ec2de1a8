from datetime import UTC, datetime
from io import BytesIO

from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from tests.archive.extract.pages import SENTENCES, read


def pdf(*lines: str, password: str = "") -> bytes:
    writer = PdfWriter()
    for line in lines:
        sheet = writer.add_blank_page(width=400, height=200)
        font = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Font"),
                NameObject("/Subtype"): NameObject("/Type1"),
                NameObject("/BaseFont"): NameObject("/Helvetica"),
            }
        )
        fonts = DictionaryObject({NameObject("/F1"): font})
        sheet[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        stream = DecodedStreamObject()
        stream.set_data(f"BT /F1 12 Tf 20 100 Td ({line}) Tj ET".encode())
        sheet[NameObject("/Contents")] = writer._add_object(stream)
    writer.add_metadata(
        {"/Title": "Report", "/Author": "Nour", "/CreationDate": "D:20151020093000+02'00'"}
    )
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def test_a_pdf_is_read():
    found = read(pdf(SENTENCES[0], SENTENCES[1]), declared_type="text/html")
    assert found.text == f"{SENTENCES[0]}\n\n{SENTENCES[1]}"
    assert (found.title, found.author, found.language) == ("Report", "Nour", "en")
    assert found.posted_at == datetime(2015, 10, 20, 7, 30, tzinfo=UTC)
    assert found.media_type == "application/pdf"


def test_no_more_than_200_pages_of_a_pdf_are_read():
    assert read(pdf(*(f"p{n}." for n in range(203)))).text.endswith("p199.")


def test_a_scan_without_words_is_empty():
    assert read(pdf("")).looks_like == "empty"


def test_a_locked_pdf_is_unreadable():
    found = read(pdf("secret", password="x"))
    assert (found.looks_like, found.text, found.media_type) == ("unreadable", "", "application/pdf")


def test_a_broken_pdf_is_unreadable():
    assert read(b"%PDF-1.7\nnothing of the kind").looks_like == "unreadable"


def test_plain_text_is_its_own_text():
    found = read("\n".join(SENTENCES).encode(), declared_type="text/plain")
    assert found.text == "\n".join(SENTENCES)
    assert (found.title, found.language) == (SENTENCES[0], "en")


def test_json_is_kept_as_it_is():
    found = read(b'{"a": 1}', declared_type="text/html")
    assert (found.text, found.media_type) == ('{"a": 1}', "application/json")


def test_a_feed_gives_its_words():
    feed = b"<?xml version='1.0'?><rss><channel><title>Feed</title><item>One</item></channel></rss>"
    found = read(feed, declared_type="text/html")
    assert (found.title, found.text) == ("Feed", "Feed\nOne")
    assert found.media_type == "application/rss+xml"
