"""Incidents for tests: reports of sources that each say something, accepted and grouped."""

from dataclasses import dataclass, replace
from datetime import timedelta

from dateline.codebook import Actor, Place, Speaker, Toll, When
from dateline.ledger.verbs.capturing import keep_capture
from dateline.ledger.verbs.grouping import answer_grouping
from dateline.ledger.verbs.incidents import open_incident
from dateline.ledger.verbs.proposing import make_claim
from dateline.ledger.verbs.reports import bring_report
from tests.ledger.claimed import at, said
from tests.ledger.kept import AT, asked, kept

HOUR = timedelta(hours=1)


@dataclass
class Desk:
    """Alice's desk: she keeps, accepts and groups what sources say."""

    by: object
    column: object
    said: int = 0

    def report(self, words, site="example.org", hours=None, **fields):
        """Keep a report with these words, an hour after the one before."""
        self.said += 1
        report = bring_report(by=self.by, asked=asked(f"https://{site}/{self.said}"))
        fields = {"source_address": site, "source_name": site, "keys": ()} | fields
        posted = AT + HOUR * (self.said if hours is None else hours)
        keep_capture(report, kept(words, posted_at=posted, picture=None, **fields))
        return report

    def claim(self, words, quote=None, report=None, site="example.org", **fields):
        """Accept what a new report, or the one given, says."""
        report = report or self.report(words, site)
        claim = said(quote or words, words, **fields)
        return make_claim(by=self.by, text=report.newest.text, said=claim, column=self.column)

    def incident(self, *claims, title="A strike on Sarmin", column=None):
        """Open an incident of these claims."""
        return open_incident(by=self.by, column=column or self.column, title=title, claims=claims)

    def answer(self, claim, incident, answer, based_on=0, by=None):
        """Answer whether a claim is about an incident."""
        return answer_grouping(
            by=by or self.by, claim=claim, incident=incident, answer=answer, based_on=based_on
        )


def speaker(name, text, words=None):
    """Return who says it, by words that stand in the text."""
    words = words or name
    return Speaker(name, "said", words, at(words, text))


def actor(words, text):
    """Return who did it."""
    return Actor(words, words, at(words, text))


def toll(words, text, low, high=None):
    """Return how many were killed."""
    return Toll("killed", ("unknown",), low, low if high is None else high, words, at(words, text))


SARMIN = Place(
    **{"words": "Sarmin", "name": "Sarmin", "lat": 35.904, "lon": 36.726, "level": "town"},
    **{"radius_m": 1500, "gazetteer": "geonames:172957", "admin": ("Idlib", "Syria")},
    **{"country": "SY", "at": None},
)
TUESDAY = When("on Tuesday", "2015-10-20", "2015-10-20", "2015-10-20", "text")


def here(text, words="Sarmin", **fields):
    """Return Sarmin, where these words stand in the text."""
    return replace(SARMIN, words=words, at=at(words, text), **fields)


def then(text, words="on Tuesday", day="2015-10-20"):
    """Return a day, where these words stand in the text."""
    return When(words, day, day, day, "text", at(words, text))


def strike(desk, text="Jets bombed Sarmin on Tuesday.", site="example.org", day=None, **fields):
    """Accept a claim of an air strike in Sarmin on a day."""
    usual = {
        "event": "air_strike",
        "event_words": "bombed",
        "event_at": at("bombed", text),
        "place": here(text),
        "when": then(text, day=day or "2015-10-20"),
    }
    return desk.claim(text, site=site, **(usual | fields))
