"""Who says what: attributions, the chain of who relays whom, and who "he" is."""

from dateline.reading.speakers.attribution import Act, Attribution
from dateline.reading.speakers.cast import Cast
from dateline.reading.speakers.find import attributions
from dateline.reading.speakers.makers import maker
from dateline.reading.speakers.voices import Voices

__all__ = ["Act", "Attribution", "Cast", "Voices", "attributions", "maker"]
