"""`dateline mentions`: what a text mentions, as lines of JSON."""

from collections.abc import Mapping
from typing import Any

from django.core.management.base import BaseCommand

from dateline.codebook.claim_json import plain
from dateline.places import Gazetteer
from dateline.reading.mentions import mentions
from dateline.server.management.commands.places import built
from dateline.server.reading.failing import in_plain_words
from dateline.server.reading.lines import line
from dateline.server.reading.parsed import parsed


def run(command: BaseCommand, options: Mapping[str, Any]) -> None:
    """Print one line for each mention, in the order of the text."""
    with in_plain_words(options["file"]):
        read = parsed(options["file"])
        with Gazetteer(built()) as gazetteer:
            found = mentions(read.text, read.docs, read.starts, gazetteer)
    for one in found:
        command.stdout.write(line(plain(one)))
