"""Finding reports by words of their title, address, source or watch."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from dateline.ledger.models import Capture, Report

from .knowing import Knowing

MOST_WORDS = 8
FIELDS = (
    *("given_title", "given_name", "address", "canonical"),
    *("watch__title", "watch__address", "source__name", "source__merged_into__name"),
)


def with_words(reports: QuerySet[Report], words: str, knowing: Knowing) -> QuerySet[Report]:
    """Return the reports of which each word is found somewhere.

    What this person may not know is never found: a search would tell its words one by one.
    """
    for word in words.split()[:MOST_WORDS]:
        reports = reports.filter(_somewhere(word))
    return reports.filter(knowing.open())


def _somewhere(word: str) -> Q:
    titled = Capture.objects.filter(_holds(word, "title"), report=OuterRef("pk"))
    return _holds(word, *FIELDS) | Q(Exists(titled))


def _holds(word: str, *fields: str) -> Q:
    found = Q()
    for form in _forms(word):
        for field in fields:
            found |= Q(**{f"{field}__icontains": form})
    return found


def _forms(word: str) -> set[str]:
    """Return a word as it may be written: the database folds no letters but English ones."""
    return {word} if word.isascii() else {word, word.lower(), word.upper(), word.capitalize()}
