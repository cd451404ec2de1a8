"""The world's archive: reports that anyone with a role may know, and reports that are held."""

from dataclasses import replace

from dateline.archive.bring import bring_address
from dateline.ledger.models import Derivation, Entry, Source
from dateline.ledger.verbs import proposing, sources, watching
from dateline.ledger.verbs.capturing import Likeness, keep_capture
from dateline.ledger.verbs.checking import Finding, record_check
from dateline.ledger.verbs.reports import Caution, Flags, attribute_report, flag_report
from tests.ledger.claimed import said
from tests.ledger.happened import SARMIN
from tests.ledger.kept import kept

HELD = "vermilion"
"""Stands in a protected report, a held source and all that is read in them."""

OPEN_TEXT = "\n".join(f"Ochre {n} people died in Sarmin." for n in range(1, 13))
HELD_TEXT = "Vermilion says twelve died.\nVermilion asks not to be named."


def archived(w):
    """Bring in reports of each kind, and what is known about their sources."""
    w.report = brought(w.carl, "ochre", OPEN_TEXT)
    w.again = brought(w.carl, "ochre-again", OPEN_TEXT, Likeness(on=w.report.pk, why="link"))
    w.derived = Derivation.objects.get()
    w.capture, w.text = w.report.newest, w.report.newest.text
    w.protected = brought(w.owner, "vermilion", HELD_TEXT, caution=Caution(protected=True))
    w.held_capture = w.protected.newest
    w.mole = sources.add_source(
        by=w.owner, text=sources.SourceText(name="Vermilion Quill", confidential=True)
    )
    told = brought(w.owner, "vermilion-told", HELD_TEXT)
    w.mole_told = attribute_report(by=w.owner, report=told, source=w.mole)
    w.watch = watching.add_watch(by=w.alice, address="https://ochre.example/feed")
    rested = watching.add_watch(by=w.alice, address="https://ochre.example/rested")
    w.rested = watching.rest_watch(by=w.alice, watch=rested)
    named(w)
    flag_report(by=w.alice, report=w.again, flags=Flags(identifies=True))
    hidden = Entry.objects.filter(verb="flag_report").latest("sequence").sequence
    w.hidden = {"first": hidden, "last": hidden}


def brought(by, name, text, *rests_on, caution=None):
    """Bring an address in and keep what it shows."""
    address = f"https://{name}.example/page"
    report = bring_address(by=by, address=address, caution=caution or Caution())
    fields = {"title": f"{name.title()} title", "author": name, "site_name": name}
    fields |= {"excerpt": f"{name} excerpt.", "url": address, "canonical": address}
    fields |= {"source_address": f"{name}.example", "source_name": f"{name.title()} news"}
    keep_capture(report, kept(text, keys=(name,), rests_on=list(rests_on), **fields))
    report.refresh_from_db()
    return report


def named(w):
    """Add sources and parties, and merge some of them."""
    source, party = sources.SourceText, sources.PartyText
    w.source = sources.add_source(by=w.alice, text=source(name="Ochre Defence"))
    double = sources.add_source(by=w.alice, text=source(name="Ochre Rescue"))
    w.merged = sources.merge(by=w.alice, one=double, into=w.source)
    w.other_source = Source.objects.get(address="ochre.example")
    w.party = sources.add_party(by=w.alice, text=party(name="Ochre Army"))
    w.other_party = sources.add_party(by=w.alice, text=party(name="Ochre Forces"))
    double = sources.add_party(by=w.alice, text=party(name="Ochre Host"))
    w.merged_party = sources.merge(by=w.alice, one=double, into=w.other_party)
    finding = Finding(question="place", result="confirmed", method="Ochre landmarks.")
    w.check = record_check(by=w.alice, report=w.report, finding=finding)
    held = Finding(question="place", result="confirmed", method="Vermilion landmarks.")
    w.held_check = record_check(by=w.alice, report=w.protected, finding=held)


def quote(n):
    """Return the claim that the open text's line of this number makes."""
    line = f"Ochre {n} people died in Sarmin"
    start = OPEN_TEXT.index(line) + line.index("Sarmin")
    place = replace(SARMIN, at=(start, start + len("Sarmin")))
    return said(line, OPEN_TEXT, place=place)


def claimed(w, n, by=None, column=None):
    """Make the claim of a line by hand."""
    return proposing.make_claim(by=by or w.alice, text=w.text, said=quote(n), column=column)
