"""Dates: time expressions in a text to EDTF intervals, against a reference time and zone."""
