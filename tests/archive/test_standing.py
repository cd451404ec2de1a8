"""What stands at a report whose capture brought no page: plain words, and when it is tried again.

The hostile server plays every case; nothing half is kept of any.
"""

from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from django.utils import timezone

from dateline.archive.bring import bring_address
from dateline.archive.capture import Capturer
from dateline.archive.fetch.exchange import Fetched
from dateline.archive.standing import MOST_TRIES, judge_answer
from dateline.ledger.models import Capture, Entry, Report
from dateline.ledger.verbs.in_hand import take
from dateline.ledger.verbs.reports import ask_again
from tests.archive.exchanges import exchange
from tests.archive.hostile import refused_port
from tests.archive.news import article

pytestmark = pytest.mark.django_db


def kept_files(data):
    return [path for path in Path(data).glob("bytes/**/*") if path.is_file()]


def wait_of(report):
    return report.due_at - timezone.now()


# Gone, and back again


def test_a_page_that_is_gone_twice_is_gone_since_then(hostile, capture, look):
    report = capture(hostile.put("/news", article()))
    hostile.put("/news", b"<p>Not here.", status=404)
    look(report)
    assert (report.standing, report.gone_since) == ("", None)
    assert report.trouble == "Nothing stands at this address (404)."
    assert wait_of(report) < timedelta(minutes=6)
    before = timezone.now()
    look(report)
    assert report.standing == "gone"
    assert before <= report.gone_since <= timezone.now()
    since = report.gone_since
    look(report)
    assert (report.standing, report.gone_since) == ("gone", since)
    assert Capture.objects.count() == 1


def test_it_may_come_back_as_it_was_or_with_other_words(hostile, capture, look):
    report = capture(hostile.put("/news", article()))
    for _ in range(2):
        hostile.put("/news", b"", status=410)
        look(report)
    hostile.put("/news", article())
    look(report)
    assert (report.standing, report.gone_since, report.trouble) == ("unchanged", None, "")
    hostile.put("/news", article("Something else entirely happened in Sarmin, it says now."))
    look(report)
    assert (report.standing, report.gone_since) == ("", None)
    assert report.newest.number == 2


def test_one_404_in_between_is_forgotten(hostile, capture, look):
    report = capture(hostile.put("/news", article()))
    for status in (404, 200, 404):
        hostile.put("/news", article(), status=status)
        look(report)
    assert (report.standing, report.tries) == ("unchanged", 1)


def test_what_was_never_kept_is_unreached_not_gone(hostile, capture, look):
    report = capture(hostile.url("/status/404"))
    look(report)
    assert (report.standing, report.gone_since) == ("unreached", None)


# Words for each answer

REFUSALS = {
    401: "The site asks for a password (401).",
    402: "The site asks for money (402).",
    403: "The site refuses to show it to Dateline (403).",
    418: "The site answers 418, which is no page.",
    304: "The site answers 304, which is no page.",
}


@pytest.mark.parametrize("status", REFUSALS)
def test_a_refusal_says_what_a_person_can_do_and_is_not_tried_again(hostile, capture, status, data):
    report = capture(hostile.url(f"/status/{status}"))
    assert report.trouble == (
        f"{REFUSALS[status]} Open it in your browser, save the page, and bring the file in."
    )
    assert (report.due_at, report.busy_until, report.tries) == (None, None, 1)
    assert kept_files(data) == []


@pytest.mark.parametrize("status", [429, 503])
def test_a_site_that_names_a_wait_is_left_alone_so_long(hostile, capture, status):
    address = hostile.put("/busy", b"<p>Later.", {"Retry-After": "7200"}, status)
    report = capture(address)
    words = f"The site cannot answer at the moment ({status}). It is tried again by itself."
    assert report.trouble == words
    assert timedelta(minutes=119) < wait_of(report) <= timedelta(hours=2)


WAITS = {
    "": None,
    "120": 120,
    "0": 0,
    "999999999": 86400,
    "9999999999": None,
    "-5": None,
    "١٢٠": None,
    "1e9": None,
    "Wed, 21 Oct 2015 07:28:00 GMT": None,
}


@pytest.mark.parametrize("asked", WAITS)
def test_a_wait_is_read_within_a_day(asked):
    answer = exchange(status=503, headers=(("Retry-After", asked),))
    seconds = WAITS[asked]
    wait = judge_answer(Fetched((answer,), b"")).wait
    assert wait == (None if seconds is None else timedelta(seconds=seconds))


@pytest.mark.parametrize("status", [200, 201, 203, 206, 299])
def test_what_answers_well_is_a_page(status):
    assert judge_answer(Fetched((exchange(status=status),), b"")) is None


# Backing off


def test_it_is_tried_again_after_longer_and_longer_waits_and_then_no_more(hostile, capture, look):
    report = capture(hostile.url("/status/500"))
    waits = [wait_of(report)]
    for _ in range(MOST_TRIES - 1):
        look(report)
        waits.append(wait_of(report))
    assert all(later > 1.5 * sooner for sooner, later in pairwise(waits))
    assert timedelta(hours=24) > sum(waits, timedelta()) > timedelta(hours=19)
    look(report)
    assert (report.due_at, report.tries) == (None, MOST_TRIES + 1)
    # The ledger tells once, not nine times, that it could not be reached.
    assert Entry.objects.filter(verb="note_trouble").count() == 1


def test_who_asks_again_starts_anew(hostile, capture, look, owner):
    report = capture(hostile.url("/status/403"))
    ask_again(by=owner, report=report)
    report.refresh_from_db()
    assert (report.tries, report.trouble) == (0, "")
    assert report.due_at <= timezone.now()


def test_what_is_kept_is_looked_at_again_however_often_it_failed(hostile, capture, look):
    report = capture(hostile.put("/news", article()))
    hostile.put("/news", b"", status=403)
    look(report)
    assert timedelta(minutes=50) < wait_of(report) < timedelta(hours=1)
    assert (report.standing, report.newest.number) == ("", 1)


# What the hostile server plays

FINAL = {
    "/loop": "leads in a circle",
    "/steps/12": "leads on and on",
    "/inward/private": "10.0.0.1",
    "/inward/loopback": "127.0.0.2",
    "/inward/metadata": "169.254.169.254",
    "/inward/mapped": "leads to 10.0.0.1",
    "/inward/6to4": "2002:a00:1::1",
    "/inward/nat64": "64:ff9b::",
    "/inward/file": "only addresses that begin with http:// or https://",
    "/inward/credentials": "user name or a password",
    "/endless": "larger than 1 MB",
    "/declares-too-much": "larger than 1 MB",
    "/bomb/gzip": "1 MB",
    "/bomb/br": "1 MB",
    "/huge-header": "",
}
PASSING = {
    "/hangs-up": "broke off",
    "/cut-off": "broke off",
    "/cut-off/chunks": "broke off",
    "/not-http": "broke off",
}


@pytest.mark.parametrize("path", [*FINAL, *PASSING])
def test_a_hostile_answer_is_told_in_plain_words_and_leaves_nothing(hostile, capture, path, data):
    report = capture(hostile.url(path))
    assert (FINAL | PASSING)[path] in report.trouble
    assert report.trouble.endswith(".")
    assert "user:secret" not in report.trouble
    assert "Error" not in report.trouble
    assert (report.busy_until, report.standing, report.tries) == (None, "unreached", 1)
    if path in PASSING:
        assert wait_of(report) < timedelta(minutes=6)
    assert (Capture.objects.count(), kept_files(data)) == (0, [])


@pytest.mark.parametrize("path", ["/drip/body", "/drip/headers", "/drip/informational", "/silent"])
def test_what_never_ends_is_given_up_in_time(hostile, impatient, keeper, path, data):
    report = bring_address(by=None, address=hostile.url(path))
    Capturer(impatient, keeper).look(take(report))
    report.refresh_from_db()
    assert report.trouble.endswith("Try again later.")
    assert wait_of(report) < timedelta(minutes=6)
    assert (Capture.objects.count(), kept_files(data)) == (0, [])


def test_a_site_that_is_not_there_is_said(capture):
    report = capture(f"http://127.0.0.1:{refused_port()}/")
    assert report.trouble == "127.0.0.1 does not answer. Try again later."


@pytest.mark.parametrize(
    "address", ["http://10.0.0.1/", "http://[::1]/", "http://169.254.169.254/"]
)
def test_an_address_in_a_private_network_is_never_asked(capture, address):
    report = capture(address)
    assert report.trouble
    assert report.due_at is None
    assert Report.objects.get().standing == "unreached"
