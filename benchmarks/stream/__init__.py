"""Streams and pages under load: Dateline beside nginx with nchan, in one run."""
