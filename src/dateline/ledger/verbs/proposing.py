"""How claims come to be: a reader proposes them, or a person makes one by hand."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Q

from dateline.codebook import Claim as Said

from ..checks import check_texts
from ..grounds import MAX_CLAIMS, about, grounded, kept_words, say
from ..log import Log, verb
from ..models import Claim, Column, Content, Person, Reading, Report, ReportText
from ..permission import may, require
from ..refusal import NotAllowed, Refused
from .in_hand import standing

NOT_FOUND_AGAIN = "A newer reading does not find it."
LET_GO = Q(status=Claim.Status.WITHDRAWN, reason=NOT_FOUND_AGAIN, made_by=None)
"""Claims that the program itself withdrew: a reader that finds them again proposes them again."""


def propose_claims(
    text: ReportText, claims: Iterable[Said], *, reader: str, language: str = "", note: str = ""
) -> list[Claim]:
    """Put what a reader (by its name and version) found in a text before the editors, once.

    What the report is known to claim, decided or not, is not proposed again; what nobody touched is
    brought up to date, and withdrawn where the newer reader finds it no more. Proposals that
    cannot stand are left out and counted. Returns the claims that are new or changed.
    """
    said, left_out = _that_stand(claims, kept_words(text))
    with verb("propose_claims", by=None) as log:
        report = standing(text.capture.report)
        if Reading.objects.filter(text=text, reader=reader).exists():
            return []
        known, room = _known(report, text), max(MAX_CLAIMS - report.claims.count(), 0)
        new = [one for key, one in said.items() if key not in known]
        reading = Reading(text=text, reader=reader, at=log.now, note=note)
        reading.left_out = left_out + len(new[room:])
        check_texts(reading)
        reading.save()
        log.write(reading, before=None)
        renewed = _renew_untouched(reading, said, log)
        language = language or text.capture.language
        of = {"report": report, "text": text, "reading": reading, "language": language}
        return [*renewed, *(_put(log, one, **of) for one in new[:room])]


def make_claim(*, by: Person, text: ReportText, said: Said, column: Column | None = None) -> Claim:
    """Make a claim by hand from words of a report's text, in whatever language.

    An editor may accept it into a `column` at once; without one it is proposed. The same claim,
    sent twice by the same person, is made once.
    """
    content = grounded(said, kept_words(text))
    with verb("make_claim", by=by) as log:
        require(by, "make_claim")
        if column:
            require(by, "decide_claim", column)
        report = standing(text.capture.report)
        if report.is_held and not may(by, "keep_archive"):
            raise NotAllowed("This report is held by the desk. Ask an editor about it.")
        if made := _made_before(by, text, content):
            return made
        if report.claims.count() >= MAX_CLAIMS:
            raise Refused(f"A report has {MAX_CLAIMS:,} claims at most, and this one has them.")
        status = Claim.Status.ACCEPTED if column else Claim.Status.PROPOSED
        of = {"report": report, "text": text, "made_by": by, "language": text.capture.language}
        return _put(log, content, **of, column=column, status=status)


def _that_stand(
    claims: Iterable[Said], words: str
) -> tuple[dict[tuple[Any, ...], dict[str, Any]], int]:
    """Return what claims say, each proposition once, and how many of them cannot stand."""
    found: dict[tuple[Any, ...], dict[str, Any]] = {}
    left_out = 0
    for claim in claims:
        try:
            said = grounded(claim, words)
        except Refused:
            left_out += 1
            continue
        left_out += found.setdefault(about(said), said) != said
    return found, left_out


def _renew_untouched(
    reading: Reading, said: Mapping[tuple[Any, ...], dict[str, Any]], log: Log
) -> list[Claim]:
    """Bring what no person has decided or mended in a text to what the newest reader says of it."""
    untouched = Q(status=Claim.Status.PROPOSED, made_by=None) | LET_GO
    renewed = []
    for claim in Claim.objects.filter(untouched, text=reading.text):
        now = said.get(about(claim.said)) if claim.said else None
        proposed = claim.status == Claim.Status.PROPOSED
        if now and not (proposed and now == claim.said):
            renewed.append(_renew(claim, now, reading, log))
        elif claim.said and proposed and not now:
            _let_go(claim, log)
    return renewed


def _known(report: Report, text: ReportText) -> set[tuple[Any, ...]]:
    """Return by what the claims of a report are known, as they are and as they were proposed."""
    claims = list(report.claims.exclude(LET_GO & ~Q(text=text)))
    names = [claim.name_in_log for claim in claims]
    logged = Content.objects.filter(entry__object__in=names, entry__verb="propose_claims")
    said = [*(claim.said for claim in claims), *(one.body["after"]["said"] for one in logged)]
    return {about(one) for one in said if one}


def _made_before(by: Person, text: ReportText, content: dict[str, Any]) -> Claim | None:
    standing = (Claim.Status.PROPOSED, Claim.Status.ACCEPTED)
    mine = Claim.objects.filter(made_by=by, text=text, status__in=standing)
    return next((one for one in mine if one.said == content), None)


def _put(log: Log, said: dict[str, Any], **of: Any) -> Claim:
    claim = Claim(**of)
    say(claim, said)
    check_texts(claim)
    claim.save()
    log.write(claim, before=None)
    return claim


def _renew(claim: Claim, said: dict[str, Any], reading: Reading, log: Log) -> Claim:
    before = claim.content()
    say(claim, said)
    claim.reading, claim.status, claim.reason = reading, Claim.Status.PROPOSED, ""
    claim.revision += 1
    claim.save()
    log.write(claim, before=before)
    return claim


def _let_go(claim: Claim, log: Log) -> None:
    before = claim.content()
    claim.status, claim.reason = Claim.Status.WITHDRAWN, NOT_FOUND_AGAIN
    claim.save()
    log.write(claim, before=before)
