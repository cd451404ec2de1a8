"""What can keep a command from reading, said in one plain line."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management.base import CommandError

from dateline.places import BadSource
from dateline.reading.pipeline import Missing
from dateline.server.reading.table import printable
from dateline.server.reading.texts import NoText


@contextmanager
def in_plain_words(name: str) -> Iterator[None]:
    """Turn what goes wrong into a CommandError that names what was to be read."""
    try:
        yield
    except NoText as error:
        what = "the input" if name == "-" else printable(name)
        raise CommandError(f"{what} cannot be read. {error}") from None
    except (Missing, BadSource) as error:
        raise CommandError(str(error)) from None
