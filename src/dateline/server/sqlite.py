"""Puts the pysqlite3 wheel in place of Python's own sqlite3, before Django loads it.

The system's SQLite may be older than 3.51.3, in which resetting the write-ahead log can corrupt the
database; see docs/decisions/0003-sqlite.md.
"""

import sys

import pysqlite3
import pysqlite3.dbapi2

sys.modules.setdefault("sqlite3", pysqlite3)
sys.modules.setdefault("sqlite3.dbapi2", pysqlite3.dbapi2)
