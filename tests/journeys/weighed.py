"""What is weighed in the journeys: strikes in columns of their own, which no other test sees."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from dateline.codebook import Hedge
from dateline.codebook.claim import Target
from dateline.ledger.models import Claim, Column, Incident, LiveBlog, Person
from dateline.ledger.summarising import fresh_clauses
from dateline.ledger.verbs.blogs import Masthead, start_blog
from dateline.ledger.verbs.columns import ColumnText, open_column
from dateline.ledger.verbs.fronts import FrontText, add_front
from dateline.ledger.verbs.people import give_role
from dateline.ledger.verbs.proposing import make_claim
from dateline.ledger.verbs.summaries import Clause, Window, publish_summary, save_summary
from tests.ledger.claimed import at
from tests.ledger.claimed import said as claim_of
from tests.ledger.happened import SARMIN, Desk, actor, speaker, then, toll

SPEAKERS = {
    "en": ("Jets bombed {place} on {day}; {dead} people died.", "bombed", "{dead} people"),
    "ar": ("قصفت طائرات {place} في {day}؛ قتل {dead} شخصا.", "قصفت", "{dead} شخصا"),
}


class Weighed:
    """Things that the cast does with incidents; Olga, who owns the site, does them all."""

    def theatre(self, slug: str, language: str = "en", since: str = "2015-09-30", **masthead: str):
        """Open a column with a live blog in it, and return the blog's id."""
        text = ColumnText(
            name=masthead.pop("name", "Putin in Syria"),
            publisher="The Interpreter",
            zone="Asia/Damascus",
            language=language,
            tolls_since=datetime.fromisoformat(since).date(),
        )
        column = open_column(by=_olga(), slug=slug, text=text)
        alice = Person.objects.get(email="alice@example.org")
        give_role(by=_olga(), person=alice, name="editor", column=column)
        said = Masthead(**{"headline": "Rescuers or commanders?", "language": language} | masthead)
        return str(start_blog(by=_olga(), column=column, slug="day", masthead=said).pk)

    def strike(self, blog_pk: str, dead: int, incident: str = "", **where: object):
        """Accept that jets struck a place; into an incident, or a new one: return its id."""
        column = _column(blog_pk)
        desk = Desk(_olga(), column, said=Claim.objects.count())
        form, verb, counted = SPEAKERS[column.language]
        name, day = str(where.get("name", "Sarmin")), str(where.get("day", "2015-10-20"))
        words = form.format(place=name, day=day, dead=dead)
        people = counted.format(dead=dead)
        claim = desk.claim(
            words,
            event="air_strike",
            site=str(where.get("site", "rescue.example")),
            event_words=verb,
            event_at=at(verb, words),
            tolls=(toll(people, words, dead),),
            place=_place(name, words, where),
            when=then(words, day, day),
            hedge=Hedge("asserted", "", None),
        )
        if not incident:
            title = str(where.get("title", f"{name}, {day}"))
            return str(desk.incident(claim, title=title).pk)
        desk.answer(claim, Incident.objects.get(pk=incident), "same")
        return incident

    def propose(self, blog_pk: str, words: str, site: str, who: str, **said: str) -> str:
        """Keep a report that tells of Sarmin, and propose what it claims; return the report's id.

        `hit` and `kind` say what was hit, `dead` who died; all are words of it, but the kind.
        """
        desk = Desk(_olga(), _column(blog_pk), said=Claim.objects.count())
        report = desk.report(words, site)
        found = claim_of(
            words,
            words,
            event="air_strike",
            event_words="struck",
            event_at=at("struck", words),
            speakers=(speaker(who, words),),
            actor=actor("Russian", words),
            target=Target(None, said["kind"], said["hit"], at(said["hit"], words)),
            tolls=(toll(said["dead"], words, int(said["dead"].split()[0])),),
            place=_place("Sarmin", words, {}),
            when=then(words, "on Tuesday"),
            hedge=Hedge("said", "", None),
        )
        make_claim(by=_olga(), text=report.newest.text, said=found)
        return str(report.pk)

    def front(self, blog_pk: str, name: str, areas: list[str]) -> None:
        text = FrontText(name=name, areas=tuple(areas))
        add_front(by=_olga(), column=_column(blog_pk), text=text)

    def summarise(self, blog_pk: str, judgement: str = "") -> None:
        """Publish the summary as the templates write it, with a judgement on the first front."""
        column = _column(blog_pk)
        until = datetime(2015, 10, 22, tzinfo=UTC)
        window = Window(since=until - timedelta(days=30), until=until)
        clauses = list(map(Clause.of, fresh_clauses(column, window.since, window.until)))
        if judgement:
            own = Clause(front=clauses[0].front, sort="assessment", words=judgement)
            clauses.insert(1, own)
        saved = save_summary(
            by=_olga(), column=column, window=window, clauses=tuple(clauses), based_on=0
        )
        publish_summary(by=_olga(), summary=saved, based_on=saved.revision)


def _olga() -> Person:
    return Person.objects.get(email="olga@example.org")


def _column(blog_pk: str) -> Column:
    return LiveBlog.objects.select_related("column").get(pk=blog_pk).column


def _place(name: str, words: str, where: dict[str, object]):
    known = {key: where[key] for key in ("lat", "lon", "radius_m", "level") if key in where}
    if "within" in where:
        known["admin"] = tuple(where["within"])
    return replace(SARMIN, name=name, words=name, at=at(name, words), **known)
