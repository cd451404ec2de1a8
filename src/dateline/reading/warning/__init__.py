"""What an editor is asked about a sentence as it is typed: claims without a source, and the like.

No parse: this runs in the process that serves, which never loads a language pipeline.
"""

from dateline.reading.warning.draft import Draft, look
from dateline.reading.warning.passage import Marked, Passage
from dateline.reading.warning.sighting import sightings
from dateline.reading.warning.warn import warnings
from dateline.reading.warning.warned import Fix, Known, Warned

__all__ = ["Draft", "Fix", "Known", "Marked", "Passage", "Warned", "look", "sightings", "warnings"]
