"""Whatever of a report must not be known stands in no file of the site, however it came to be so.

Every text that a report has holds the same unmistakable word, and so do its pictures' bytes. An
update cites it in every way that there is, and others did so once. Old deltas held the card as it
was: they must lose it too.
"""

import gzip

import pytest

from dateline.codebook import Speaker
from dateline.ledger import storage
from dateline.ledger.models import Capture
from dateline.ledger.verbs.blogs import Masthead, start_blog
from dateline.ledger.verbs.capturing import Picture, keep_capture, note_look, seal_capture
from dateline.ledger.verbs.claims import accept_claim, reject_claim
from dateline.ledger.verbs.counting import set_aside_claim
from dateline.ledger.verbs.proposing import make_claim, propose_claims
from dateline.ledger.verbs.publishing import correct_update, publish_update, withdraw_update
from dateline.ledger.verbs.redacting import redact_report, redact_words
from dateline.ledger.verbs.reports import (
    Caution,
    Flags,
    attribute_report,
    bring_report,
    flag_report,
)
from dateline.ledger.verbs.sources import SourceText, add_source, edit_source, merge
from dateline.ledger.verbs.writing import Text, write_update
from dateline.live import follow as following
from tests.ledger.claimed import said
from tests.ledger.kept import AT, asked, kept
from tests.live.site import BLOG
from tests.pictures import picture

SECRET = "Zephyrine"
ADDRESS = "https://www.youtube.com/watch?v=ZephyrineXx"
NAMES = ("title", "author", "site_name", "excerpt", "canonical", "url", "source_name")


@pytest.fixture
def traces(data):
    """Return every file that readers or caches get in which a secret lies, its bytes or its hash.

    A gzip file counts as what is in it. A list of addresses to purge may name a picture by its
    hash: it names what is no longer there.
    """
    seen = set()

    def _traces():
        for one in Capture.objects.all():
            seen.update(value[:20].encode() for value in (one.sha256, one.warc, one.image) if value)
        secret = SECRET.lower().encode()
        return sorted(
            path.relative_to(data).as_posix()
            for top, forms in (("site", {secret, *seen}), ("purge", {secret}))
            for path in (data / top).rglob("*")
            if path.is_file() and any(form in told(path) for form in forms)
        )

    return _traces


def told(path):
    content = path.read_bytes()
    content = gzip.decompress(content) if path.suffix == ".gz" else content
    return str(path).lower().encode() + content.lower()


@pytest.fixture
def source(alice):
    text = SourceText(name=f"{SECRET} network", address="youtube.com/@zephyrine")
    return add_source(by=alice, text=text)


@pytest.fixture
def report(carl, source):
    return bring_report(by=carl, asked=asked(ADDRESS), source=source)


def keep_secrets(report, version=1, **more):
    fields = dict.fromkeys(NAMES, f"{SECRET} {version}") | {
        "canonical": ADDRESS,
        "source_address": "youtube.com/@zephyrine",
        "picture": Picture(data=picture("JPEG", (900, 600)), format="JPEG", width=900, height=600),
        "warc": gzip.compress(f"WARC of {SECRET} {version}".encode()),
    }
    return keep_capture(report, kept(f"It is {SECRET} who said: twelve died.", **fields | more))


@pytest.fixture
def house(alice, column, blog, report, source, follow, publish):
    """Updates that cite a report and its source in every way, each written to the site by itself.

    They are public before anything is known of it, so that every state of its card is in a delta.
    """
    card = f"::card{{report={report.pk}}}"
    every = "\n\n".join(
        [
            card,
            f":::quote{{report={report.pk}}}\ntwelve died\n:::",
            f":::quote{{source={source.pk}}}\nTwelve died.\n:::",
            f":::quote{{report={report.pk} source={source.pk} lang=en}}\ntwelve died\n:::",
        ]
    )
    publish("In every way", every)
    corrected = publish("Corrected since", every)
    withdrawn = publish("Withdrawn since", every)
    masthead = Masthead(headline="Another day")
    elsewhere = start_blog(by=alice, column=column, slug="elsewhere", masthead=masthead)
    publish("Elsewhere, corrected since", every, blog=elsewhere)
    follow()
    seal_capture(keep_secrets(report), authority=f"https://{SECRET}.org", token=b"t", at=AT)
    follow()
    flag_report(by=alice, report=report, flags=Flags(opened=True))
    follow()
    note_look(report, standing="gone", at=AT, due_at=None)
    follow()
    keep_secrets(report, 2)
    follow()
    for update in (corrected, elsewhere.updates.get()):
        text = Text(headline=update.headline, body="Put right.")
        correct_update(by=alice, update=update, text=text, note="It was wrong.", based_on=1)
    withdraw_update(by=alice, update=withdrawn, reason="It was wrong.")
    follow()
    return {"report": report, "source": source, "alice": alice}


def protect(report, alice, **_):
    flag_report(by=alice, report=report, flags=Flags(protected=True))


def bring_again_protected(report, alice, **_):
    bring_report(by=alice, asked=asked(ADDRESS), caution=Caution(protected=True))


def make_the_source_confidential(source, alice, **_):
    text = SourceText(name=f"{SECRET} network", confidential=True)
    edit_source(by=alice, source=source, text=text)


def merge_into_a_confidential_source(source, alice, **_):
    text = SourceText(name=f"{SECRET} himself", confidential=True)
    merge(by=alice, one=source, into=add_source(by=alice, text=text))


def merge_a_source_into_which_another_was_merged(source, alice, report, **_):
    between = add_source(by=alice, text=SourceText(name=f"{SECRET} between"))
    merge(by=alice, one=source, into=between)
    text = SourceText(name=f"{SECRET} himself", confidential=True)
    merge(by=alice, one=between, into=add_source(by=alice, text=text))


def attribute_to_a_confidential_source(source, alice, report, **_):
    text = SourceText(name=f"{SECRET} himself", confidential=True)
    attribute_report(by=alice, report=report, source=add_source(by=alice, text=text))
    # The quotations name the first source by its id: that one is known, and not secret by itself.
    edit_source(by=alice, source=source, text=SourceText(name="A network"))
    text = SourceText(name="A network", confidential=True)
    edit_source(by=alice, source=source, text=text)


def redact(report, owner, source, alice, **_):
    redact_report(by=owner, report=report, reason="It named a shelter.")
    make_the_source_confidential(source, alice)


def redact_the_words(owner, report, alice, **_):
    redact_words(by=owner, words=[SECRET], reason="It named a person.")
    protect(report, alice)


WAYS = [
    make_the_source_confidential,
    merge_into_a_confidential_source,
    merge_a_source_into_which_another_was_merged,
    attribute_to_a_confidential_source,
    redact,
    redact_the_words,
]
each_way = pytest.mark.parametrize("hold", WAYS, ids=lambda way: way.__name__)


def test_before_it_is_held_the_secret_is_all_over_the_site(house, traces):
    """Or the tests below would prove nothing."""
    found = set(traces())
    blog, page = f"site/{BLOG}/", f"site/reports/{house['report'].pk}/"
    fronts = ("index.html", "day.html", "feed.atom", "feed.json", "embed/index.html")
    assert {blog + name for name in fronts} <= found
    assert {f"{blog}rev/{n}.json" for n in range(2, 5)} <= found
    assert "site/putin-in-syria/elsewhere/rev/2.json" in found
    assert {page + name for name in ("index.html", "version-1.warc.gz", "version-2.warc.gz")} <= (
        found
    )
    assert any(path.startswith("site/media/") for path in found)


@each_way
def test_nothing_of_it_is_left_anywhere(hold, house, traces, follow, owner, carl):
    assert traces() != []
    hold(**house, owner=owner, carl=carl)
    follow()
    assert traces() == []


@pytest.mark.parametrize("hold", [protect, bring_again_protected], ids=lambda way: way.__name__)
def test_of_a_protected_report_only_its_sources_name_is_left(
    hold, house, traces, follow, carl, alice
):
    """The quotations name the source by its own id, and nobody said that it was confidential."""
    edit_source(by=alice, source=house["source"], text=SourceText(name="A network"))
    hold(**house, carl=carl)
    follow()
    assert traces() == []


@each_way
def test_batches_of_one_entry_leave_none_of_it(
    hold, house, traces, follow, owner, carl, monkeypatch
):
    """The entry that holds a report and those that tell its readers may fall into two batches."""
    assert traces() != []
    hold(**house, owner=owner, carl=carl)
    monkeypatch.setattr(following, "BATCH", 1)
    follow()
    assert traces() == []


@each_way
def test_a_site_made_anew_has_none_of_it(hold, house, data, fresh, owner, carl):
    hold(**house, owner=owner, carl=carl)
    site = fresh()
    assert not any(SECRET.lower() in str(path).lower() for path in site.files())
    assert not any(SECRET.lower().encode() in told(p) for p in site.root.rglob("*") if p.is_file())


def test_one_that_was_protected_from_the_start_was_never_there(
    alice, carl, publish, follow, traces
):
    text = SourceText(name=SECRET, address="youtube.com/@zephyrine", confidential=True)
    source = add_source(by=alice, text=text)
    report = bring_report(by=carl, asked=asked(ADDRESS), source=source)
    body = (
        f"::card{{report={report.pk}}}\n\n:::quote{{report={report.pk} source={source.pk}}}\nX\n:::"
    )
    publish("In every way", body)
    follow()
    for n in (1, 2):
        keep_secrets(report, n)
        follow()
        assert traces() == []
    assert report.pk


def test_a_source_that_turns_out_to_be_known_and_confidential_takes_the_address_along(
    alice, carl, publish, follow, traces
):
    """Its card stood with the address for as long as nobody knew where it led."""
    text = SourceText(name=SECRET, address="youtube.com/@zephyrine", confidential=True)
    add_source(by=alice, text=text)
    report = bring_report(by=carl, asked=asked(ADDRESS))
    publish("A video", f"::card{{report={report.pk}}}")
    follow()
    assert traces() != []
    keep_secrets(report)
    follow()
    assert traces() == []


def test_whom_it_identifies_leaves_the_old_deltas_too(
    alice, carl, publish, follow, data, seen_in, site
):
    report = bring_report(by=carl, asked=asked("https://example.org/strike"))
    publish("They said", f"::card{{report={report.pk}}}")
    follow()
    keep_capture(report, kept(author=SECRET, excerpt=SECRET))
    follow()
    assert "rev/3.json" in seen_in(SECRET)
    flag_report(by=alice, report=report, flags=Flags(identifies=True))
    follow()
    assert seen_in(SECRET) == set()
    assert not any(path.startswith("media/") for path in site.files())


@pytest.fixture
def purged(data):
    """Return all that the lists of addresses to purge name."""
    return lambda: {
        line for path in (data / "purge").glob("*.txt") for line in path.read_text().splitlines()
    }


def test_the_addresses_to_purge_are_listed(house, follow, site, purged):
    before = site.files()
    protect(**house)
    follow()
    after = site.files()
    changed = {path for path in before | after if before.get(path) != after.get(path)}
    assert purged() == changed
    assert f"reports/{house['report'].pk}/version-2.warc.gz" in changed


def test_a_merge_that_hides_nothing_rewrites_no_delta(house, follow, site, purged, alice):
    before = site.files()
    other = add_source(by=alice, text=SourceText(name="Another network"))
    merge(by=alice, one=house["source"], into=other)
    follow()
    after = site.files()
    assert all(after[path] == data for path, data in before.items() if "/rev/" in path)
    assert purged() == set()


def test_a_report_that_nobody_ever_cited_is_protected_at_no_cost(
    alice, carl, publish, follow, site
):
    publish("Aleppo")
    follow()
    before = site.files()
    report = bring_report(by=carl, asked=asked(ADDRESS))
    protect(report, alice)
    follow()
    assert site.files() == before


def test_pictures_that_another_report_shows_stay(house, alice, carl, publish, follow, site):
    other = bring_report(by=carl, asked=asked("https://example.org/other"))
    keep_capture(other, kept())
    publish("Another", f"::card{{report={other.pk}}}")
    follow()
    protect(**house)
    follow()
    image = Capture.objects.get(report=other).image
    assert any(image[:20] in path for path in site.files())
    assert site.broken_links() == []
    assert storage.read(image)


def test_the_words_that_a_draft_cites_make_no_difference(alice, blog, house, follow, traces):
    body = f"::card{{report={house['report'].pk}}}"
    draft = write_update(by=alice, blog=blog, text=Text(headline="Later", body=body))
    make_the_source_confidential(**house)
    follow()
    publish_update(by=alice, update=draft)
    follow()
    assert traces() == []


OF_CLAIMS = "Ondine"
"""Stands in claims, in what is said about them, and nowhere else."""
OF_THE_DESK = "Perpetua"
"""Stands in what readers never see of claims: who read them, and why one was rejected."""


@pytest.fixture
def claims(house, report, alice, column):
    """Claims of the cited report in each state, which name someone that no update names."""
    text = report.newest.text
    words = f"It is {SECRET} who said: twelve died."
    speaker = Speaker(OF_CLAIMS, "said", "It", (0, 2))
    found = [said(one, words, speakers=(speaker,)) for one in ("twelve died", SECRET, "It is")]
    reader = {"reader": OF_THE_DESK, "note": f"{OF_THE_DESK} was not read."}
    first, second, _ = propose_claims(text, found, **reader)
    accept_claim(by=alice, claim=first, column=column, based_on=1)
    set_aside_claim(by=alice, claim=first, reason=f"{OF_CLAIMS} took it back.")
    reject_claim(
        by=alice,
        claim=second,
        based_on=second.revision,
        reason=f"{OF_THE_DESK} said no such thing.",
    )
    make_claim(by=alice, text=text, said=said("said", words, speakers=(speaker,)), column=column)


def in_files(data, word=OF_CLAIMS):
    return [
        path.relative_to(data / "site").as_posix()
        for path in (data / "site").rglob("*")
        if path.is_file() and word.lower().encode() in told(path)
    ]


def test_only_accepted_claims_are_public(claims, house, follow, publish, data, alice):
    publish("After the claims", f"::card{{report={house['report'].pk}}}")
    follow()
    accepted = house["report"].claims.filter(status="accepted")
    assert sorted(in_files(data)) == sorted(f"claims/{one.pk}/index.html" for one in accepted)
    assert in_files(data, OF_THE_DESK) == []


@each_way
def test_claims_keep_nothing_of_what_is_held_on_the_site(
    hold, claims, house, traces, follow, owner, carl, data
):
    follow()
    hold(**house, owner=owner, carl=carl)
    follow()
    assert traces() == []
    assert in_files(data) == []
