"""Time expressions in a text, as EDTF intervals against a reference time and zone.

Pure: values in, values out; no clock, no network, no file but the time zones' own.
"""

from dateline.dates.expression import Expression, TimexType
from dateline.dates.reader import find, resolve

__all__ = ["Expression", "TimexType", "find", "resolve"]
