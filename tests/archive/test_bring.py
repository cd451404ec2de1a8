"""Asking for something to be kept: what is refused, and what is known again."""

import pytest

from dateline.archive.bring import MOST_BYTES, bring_address, bring_given
from dateline.ledger.models import Report, Source
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.capturing import give_back
from dateline.ledger.verbs.redacting import redact_report
from dateline.ledger.verbs.reports import Caution
from dateline.ledger.verbs.sources import SourceText, add_source, edit_source

pytestmark = pytest.mark.django_db

REFUSED = {
    "": "begins with https://",
    "   ": "begins with https://",
    "sarmin": "begins with https://",
    "example.org/sarmin": "begins with https://",
    "ftp://example.org/": "begins with https://",
    "file:///etc/passwd": "begins with https://",
    "javascript:alert(1)": "begins with https://",
    "https://": "is not the name of a site",
    "https:///path": "is not the name of a site",
    "http://[": "cannot be read",
    "https://user:hunter2@example.org/": "user name or a password",
    "https://user@example.org/": "user name or a password",
    f"https://example.org/{'x' * 2000}": "longer than 2,000",
    "https://example.org/\0": "cannot be read",
    "https://example.org/\ud800": "cannot be read",
    "https://@example.org/": "user name or a password",
    "https://exam\tple.org/": "cannot be read",
    "https://exam\u202eple.org/": "is not the name of a site|cannot be read",
    "https://example.org:99999/": "cannot be read",
    "http://[fe80::1%25lo]/": "is not the name of a site",
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
]


@pytest.mark.parametrize("address", SAME)
def test_every_spelling_of_an_address_is_one_report(address):
    first = bring_address(by=None, address=SAME[0])
    assert bring_address(by=None, address=address) == first


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/sarmin?page=2",
        "https://example.org/Sarmin",
        "https://a.org/",
        "https://web.archive.org/web/20151021/https://www.example.org/sarmin",
    ],
)
def test_another_page_is_another_report(address):
    first = bring_address(by=None, address=SAME[0])
    assert bring_address(by=None, address=address) != first


def test_who_needs_it_protected_gets_it_protected_whoever_came_first():
    report = bring_address(by=None, address=SAME[0])
    bring_address(by=None, address=SAME[1], caution=Caution(protected=True))
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


def test_an_address_tells_whose_it_is_before_anything_is_fetched(owner):
    text = SourceText(name="Mole", address="t.me/molechannel", confidential=True)
    add_source(by=owner, text=text)
    assert bring_address(by=None, address="https://t.me/molechannel/7").protected
    assert not bring_address(by=None, address="https://t.me/another_one/7").protected


def test_a_source_that_becomes_confidential_protects_what_is_not_captured_yet(owner):
    report = bring_address(by=None, address="https://t.me/molechannel/7")
    source = add_source(by=owner, text=SourceText(name="Mole", address="t.me/molechannel"))
    text = SourceText(name="Mole", address="t.me/molechannel", confidential=True)
    edit_source(by=owner, source=source, text=text)
    report.refresh_from_db()
    assert report.protected


def test_a_better_spelling_of_what_failed_for_good_is_tried():
    report = bring_address(by=None, address="http://example.org/sarmin")
    give_back(report, trouble="Nothing stands there.", due_at=None)
    again = bring_address(by=None, address="https://www.example.org/sarmin")
    assert (again.pk, again.address) == (report.pk, "https://www.example.org/sarmin")
    assert again.due_at
    assert again.trouble == ""
