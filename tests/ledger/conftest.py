"""What the ledger's tests ask again and again."""

import json
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from dateline.ledger.models import Claim, Entry
from dateline.ledger.verbs.capturing import Likeness, keep_capture, seal_capture
from dateline.ledger.verbs.checking import Finding, record_check, withdraw_check
from dateline.ledger.verbs.claims import mend_claim, reject_claim
from dateline.ledger.verbs.counting import hold_claim, set_aside_claim, supersede_claim
from dateline.ledger.verbs.incidents import open_incident, open_place, set_part_of
from dateline.ledger.verbs.media import bring_media
from dateline.ledger.verbs.merging import mark_apart, merge_incidents
from dateline.ledger.verbs.proposing import make_claim, propose_claims
from dateline.ledger.verbs.reports import bring_report
from dateline.ledger.verbs.ruling import assess_incident, rule_relation, withdraw_assessment
from dateline.ledger.verbs.sources import PartyText, SourceText, add_party, add_source
from dateline.ledger.verbs.watching import add_watch
from dateline.ledger.verify import verify
from tests.conftest import member
from tests.disk import bytes_of
from tests.ledger.claimed import said, twelve
from tests.ledger.happened import Desk
from tests.ledger.kept import AT, asked, kept
from tests.pictures import picture


@pytest.fixture
def holds():
    """Return a check that the whole ledger verifies: `holds()`."""

    def _holds():
        result = verify()
        assert result.broken is None
        assert result.entries == Entry.objects.count()
        return True

    return _holds


@pytest.fixture
def raw(db):
    """Return what someone with the database file in hand can do: `raw(sql, *values)`."""

    def _raw(sql, *values):
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA foreign_keys=OFF")
            cursor.execute("PRAGMA ignore_check_constraints=ON")
            cursor.execute(sql, values)
            assert cursor.rowcount == 1
            cursor.execute("PRAGMA ignore_check_constraints=OFF")
            cursor.execute("PRAGMA foreign_keys=ON")

    return _raw


@pytest.fixture
def eve(owner, other_column):
    """Eve owns the other column and is nobody in Alice's."""
    return member(owner, "eve", "owner", other_column)


@pytest.fixture
def photo(alice):
    """A picture that Alice brought in."""
    return bring_media(by=alice, data=picture(), alt="A red field", credit="SANA")


@pytest.fixture
def report(carl):
    """A page of an agency that Carl asked to be kept; no worker has taken it in hand yet."""
    return bring_report(by=carl, asked=asked("https://example.org/strike"))


@pytest.fixture
def other_report(carl):
    """Another page of the same agency."""
    return bring_report(by=carl, asked=asked("https://example.org/roundup"))


@pytest.fixture
def capture(report):
    """The first version of the report."""
    return keep_capture(report, kept())


@pytest.fixture
def source(alice):
    """The Syrian Civil Defence, a source without an address."""
    return add_source(by=alice, text=SourceText(name="Civil Defence", kind="rescue_service"))


@pytest.fixture
def mole(alice):
    """A source who must never be known."""
    return add_source(by=alice, text=SourceText(name="Zephyrine Quill", confidential=True))


@pytest.fixture
def everything_kept(alice, capture, other_report):
    """One record of each kind that the archive has."""
    add_party(
        by=alice, text=PartyText(name="Syrian Army", aliases="الجيش السوري", note="A state's")
    )
    watch = add_watch(by=alice, address="https://example.org/feed")
    bring_report(by=None, asked=asked("https://example.org/watched"), watch=watch)
    keep_capture(other_report, kept(rests_on=[Likeness(on=capture.report_id, why="link")]))
    seal_capture(capture, authority="https://tsa.example.org", token=b"sealed", at=AT)


@pytest.fixture
def everything_claimed(alice, column, capture):
    """One reading, and claims with something in every field that a claim has."""
    read = propose_claims(
        capture.text, [twelve(), said("Rescuers"), said("say")], reader="dateline 1"
    )
    older, newer, wrong = read
    for claim in (older, newer):
        mend_claim(by=alice, claim=claim, said=said("died"), based_on=1, column=column)
    supersede_claim(by=alice, claim=newer, older=older)
    set_aside_claim(by=alice, claim=newer, reason="It was corrected.")
    hold_claim(by=alice, claim=newer, until=timezone.now() + timedelta(days=1))
    reject_claim(by=alice, claim=wrong, based_on=wrong.revision, reason="It says nothing.")


@pytest.fixture
def everything_grouped(alice, column, capture, source, everything_claimed):
    """Two incidents, a third merged into one of them, and all that can be said of them."""
    opening = {"by": alice, "column": column}
    one, other = (
        open_incident(**opening, title="A strike", claims=[claim])
        for claim in Claim.objects.filter(status="accepted")
    )
    again = make_claim(by=alice, text=capture.text, said=said("people"), column=column)
    third = open_incident(**opening, title="Again", claims=[again])
    merge_incidents(by=alice, incident=third, into=one, reason="One raid.", based_on=1)
    set_part_of(by=alice, incident=one, whole=other, based_on=1)
    open_place(by=alice, incident=one, based_on=2)
    mark_apart(by=alice, one=one, other=other, reason="Two days apart.")
    rule_relation(
        by=alice, incident=one, source=source, relation="observer", reason="It saw nothing."
    )
    signed = assess_incident(by=alice, incident=one, sentence="It was a market.")
    withdraw_assessment(by=alice, assessment=signed, reason="Too early.")
    finding = Finding(
        question="other",
        question_words="Whose jets?",
        result="undetermined",
        method="We asked.",
        evidence="Nobody answered.",
        addresses="https://example.org/map",
    )
    check = record_check(by=alice, report=capture.report, finding=finding)
    withdraw_check(by=alice, check=check, reason="It was another report.")


@pytest.fixture
def cite(publish):
    """Publish an update that shows reports: `cite(report, …)`."""

    def _cite(*reports, headline="They said"):
        cards = [f"::card{{report={report.pk}}}" for report in reports]
        return publish(headline, body="\n\n".join(cards))

    return _cite


@pytest.fixture
def told():
    """Return the numbers of the deltas by which readers learned of an update: `told(update)`."""

    def _told(update):
        entries = Entry.objects.filter(object=update.name_in_log).exclude(blog=None)
        return list(entries.values_list("revision", flat=True))

    return _told


@pytest.fixture
def traces(data):
    """Return where words still lie on the disk, in any case: `traces("a word")`."""

    def _traces(*words):
        folders = [*data.glob("dateline.sqlite3*"), *(data / "bytes").rglob("*")]
        return [
            f"{form!r} in {path.name}"
            for path in folders
            if path.is_file()
            for content in [bytes_of(path).lower()]
            for word in words
            for form in {word.lower().encode(), json.dumps(word.lower())[1:-1].encode()}
            if form in content
        ]

    return _traces


def files(data):
    """Return what lies in the bytes folder."""
    return sorted(path.name for path in (data / "bytes").rglob("*") if path.is_file())


def now_of(model):
    """Return every row of a model as it stands in the database, for a look before and after."""
    return list(model._base_manager.order_by("pk").values())


@pytest.fixture
def desk(alice, column):
    """Alice's desk, where she keeps, accepts and groups."""
    return Desk(alice, column)
