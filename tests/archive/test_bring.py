"""Asking for something to be kept: what is refused, and what is known again."""

import pytest

from dateline.archive.bring import MOST_BYTES, bring_address, bring_given
from dateline.ledger.models import Report, Source
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.redacting import redact_report
from dateline.ledger.verbs.sources import SourceText, add_source

pytestmark = pytest.mark.django_db

REFUSED = {
    "": "begins with https://",
    "   ": "begins with https://",
    "sarmin": "begins with https://",
    "example.org/sarmin": "begins with https://",
    "ftp://example.org/": "begins with https://",
    "file:///etc/passwd": "begins with https://",
    "javascript:alert(1)": "begins with https://",
    "https://": "begins with https://",
    "https:///path": "begins with https://",
    "http://[": "begins with https://",
    "https://user:hunter2@example.org/": "name or password",
    "https://user@example.org/": "name or password",
    f"https://example.org/{'x' * 2000}": "longer than 2,000",
    "https://example.org/\0": "cannot be stored",
    "https://example.org/\ud800": "cannot be stored",
}


@pytest.mark.parametrize("address", REFUSED, ids=range(len(REFUSED)))
def test_what_is_no_address_is_refused_in_plain_words(address):
    with pytest.raises(Refused, match=REFUSED[address]) as refused:
        bring_address(by=None, address=address)
    assert "hunter2" not in str(refused.value)
    assert not Report.objects.exists()


SAME = [
    "https://www.example.org/sarmin",
    "http://example.org/sarmin/",
    "  https://example.org/sarmin  ",
    "https://EXAMPLE.org/sarmin",
    "https://m.example.org/sarmin?utm_source=x&fbclid=1",
    "https://example.org/sarmin#comments",
    "https://web.archive.org/web/20151021/https://example.org/sarmin",
]


@pytest.mark.parametrize("address", SAME)
def test_every_spelling_of_an_address_is_one_report(address):
    first = bring_address(by=None, address=SAME[0])
    assert bring_address(by=None, address=address) == first


@pytest.mark.parametrize(
    "address", ["https://example.org/sarmin?page=2", "https://example.org/Sarmin", "https://a.org/"]
)
def test_another_page_is_another_report(address):
    first = bring_address(by=None, address=SAME[0])
    assert bring_address(by=None, address=address) != first


def test_who_needs_it_protected_gets_it_protected_whoever_came_first():
    report = bring_address(by=None, address=SAME[0])
    bring_address(by=None, address=SAME[1], protected=True)
    report.refresh_from_db()
    assert report.protected
    bring_address(by=None, address=SAME[1])
    report.refresh_from_db()
    assert report.protected


@pytest.mark.django_db(transaction=True)
def test_what_was_redacted_does_not_come_back(owner):
    report = bring_address(by=owner, address=SAME[0])
    redact_report(by=owner, report=report, reason="It names a shelter.")
    with pytest.raises(Refused, match="was redacted"):
        bring_address(by=None, address=SAME[1])


@pytest.mark.parametrize("data", [b"", b" \n\t "])
def test_nothing_is_refused(data):
    with pytest.raises(Refused, match="nothing in it"):
        bring_given(by=None, data=data)


def test_too_much_is_refused():
    with pytest.raises(Refused, match="50 MB is the most"):
        bring_given(by=None, data=bytes(MOST_BYTES + 1))
    assert not Report.objects.exists()


def test_the_same_bytes_under_another_name_are_the_same_report():
    report = bring_given(by=None, data=b"Twelve were killed.", name="a.txt")
    assert bring_given(by=None, data=b"Twelve were killed.", name="b.html") == report


def test_a_name_that_is_no_text_is_refused_and_leaves_no_bytes(data):
    with pytest.raises(Refused, match="cannot be stored"):
        bring_given(by=None, data=b"Twelve were killed.", name="\udcff.txt")
    assert list(data.glob("bytes/*/*")) == []


def test_what_a_confidential_source_hands_in_is_protected_from_the_start(owner):
    source = add_source(by=owner, text=SourceText(name="A nurse", confidential=True))
    report = bring_given(by=owner, data=b"Twelve were killed.", source=source)
    assert report.protected
    assert Source.objects.get() == report.source
