"""What a test asks of the events read in a text."""

from spacy.language import Language

from dateline.reading.events import EventMention, events


def told(nlp: Language, text: str) -> list[EventMention]:
    return events(nlp(text))


def codes(nlp: Language, text: str) -> list[str]:
    return [each.code for each in told(nlp, text) if each.mood != "background"]


def only(nlp: Language, text: str) -> EventMention:
    found = [each for each in told(nlp, text) if each.mood != "background"]
    assert len(found) == 1, found
    return found[0]


def who(event: EventMention) -> tuple[str | None, str | None]:
    """Return the words of actor and target."""
    actor, target = event.actor, event.target
    return actor.words if actor else None, target.words if target else None
