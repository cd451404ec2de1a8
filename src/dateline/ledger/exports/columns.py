"""The columns of the flat tables: what each holds, for CSV's readers and the datapackage."""

from dataclasses import dataclass
from typing import Final, Literal

from dateline.codebook import CATEGORIES

Type = Literal["string", "integer", "number", "boolean", "date", "datetime"]


@dataclass(frozen=True)
class Column:
    """One column, by the types of Table Schema."""

    name: str
    type: Type
    description: str


def _tolls(what: str) -> tuple[Column, ...]:
    return tuple(
        Column(f"{category}_{bound}", "integer", f"{category}: {words}, {what}; empty: {empty}")
        for category in CATEGORIES
        for bound, words, empty in (
            ("low", "at least so many", "not said"),
            ("high", "at most so many", "unbounded or not said"),
        )
    )


EVENT: Final = (
    Column("event", "string", "Dateline's code of what happened"),
    Column("acled_type", "string", "event type that ACLED's codebook has for it"),
    Column("acled_sub", "string", "sub-event type of ACLED"),
    Column("plover", "string", "root code of PLOVER"),
    Column("ged", "string", "type of violence of UCDP GED, where the sides do not say otherwise"),
)
PLACE: Final = (
    Column("place", "string", "name of the place; empty where only an area may be shown"),
    Column("admin", "string", "areas around it, the nearest first, parted by '; '"),
    Column("country", "string", "ISO 3166-1, two letters"),
    Column("lat", "number", "WGS 84, degrees: the middle of a circle, never a dot"),
    Column("lon", "number", "WGS 84, degrees"),
    Column("radius_m", "integer", "metres by which it may be off"),
    Column("level", "string", "how fine the place is: exact, building, … town, … country"),
)
WHEN: Final = (
    Column("when_edtf", "string", "when it happened, as EDTF (ISO 8601-2)"),
    Column("when_start", "string", "first day or instant, ISO 8601"),
    Column("when_end", "string", "last day or instant, ISO 8601"),
)
CLAIMS: Final = (
    Column("id", "string", "the claim's id, for good; its page is claims/<id>/"),
    Column("column", "string", "slug of the column that it was accepted into"),
    Column("report", "string", "id of the report; its page is reports/<id>/"),
    Column("status", "string", "accepted, or withdrawn"),
    Column("language", "string", "of the report, BCP 47"),
    Column("kind", "string", "event, situation, toll, statement, responsibility, denial, …"),
    *EVENT,
    Column("negated", "boolean", "whether it says that it did not happen"),
    Column("hedge", "string", "how sure its speaker was: asserted, said, claimed, alleged, …"),
    Column("hedge_words", "string", "the source's own words for it"),
    Column("speakers", "string", "from the origin outwards, parted by '; '"),
    Column("said_when", "string", "when it was said, as EDTF"),
    Column("actor", "string", "who is said to have done it"),
    Column("target_kind", "string", "what is said to have been hit"),
    Column("target", "string", "its name, for the desk only"),
    *PLACE,
    *WHEN,
    Column("when_basis", "string", "whether the day rests on the text, the report's time or none"),
    *_tolls("the largest figure in the claim that counts one happening"),
    Column("tolls", "string", "every figure as JSON, with groups, words and what is cumulative"),
    Column("quote", "string", "the report's own words; a name taken out stands as [a person]"),
    Column("start", "integer", "where the quote begins, in code points of the report's text"),
    Column("end", "integer", "where it ends"),
    Column("set_aside", "string", "why it counts in no range; empty where it counts"),
    Column("supersedes", "string", "id of the claim whose figure it replaces"),
    Column("incident", "string", "id of the incident that it is about"),
    Column("may_be", "string", "ids of incidents that it may be about, parted by '; '"),
    Column("source", "string", "who gave the report"),
    Column("address", "string", "where the report was published"),
    Column("captured_at", "datetime", "when the bytes were kept"),
    Column("sha256", "string", "of the bytes kept"),
)
INCIDENTS: Final = (
    Column("id", "string", "the incident's id, for good; its page is incidents/<id>/"),
    Column("column", "string", "slug of its column"),
    Column("title", "string", "as the desk calls it"),
    Column("part_of", "string", "id of the incident that contains it: never add the two"),
    *EVENT,
    Column("events", "string", "all codes that its claims have, the commonest first"),
    Column("targets", "string", "what was hit as its claims say, the commonest first"),
    *PLACE,
    Column("place_disputed", "boolean", "whether claims place it apart"),
    *WHEN,
    Column("when_disputed", "boolean", "whether claims give days that exclude each other"),
    Column("who", "string", "admitted, denied, alleged_not_answered or unknown"),
    Column("parties", "string", "who is said to have done it, parted by '; '"),
    *_tolls("over each origin's newest figure"),
    Column("tolls", "string", "every range as JSON, with groups and the claims behind it"),
    Column("sources_low", "integer", "original sources, at least"),
    Column("sources_high", "integer", "original sources, at most"),
    Column("reports", "integer", "reports that it rests on"),
    Column("claims", "string", "ids of the claims that count, parted by '; '"),
    Column("set_aside", "string", "ids of claims that count in no range"),
    Column("may_be", "string", "ids of claims that only may be about it: counted in nothing"),
    Column("as_of", "datetime", "when the newest claim that counts was said"),
)
