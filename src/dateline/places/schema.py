"""The tables of a gazetteer file, and the pragmas that make it the same bytes every time."""

from typing import Final

FORMAT: Final = 2
"""Raised when the tables or the folding change: an older file is then built anew."""
PRAGMAS: Final = """
PRAGMA page_size = 4096;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA locking_mode = EXCLUSIVE;
PRAGMA cache_size = -65536;
PRAGMA temp_store = FILE;
PRAGMA auto_vacuum = NONE;
"""
STAGE: Final = """
CREATE TEMP TABLE stage (
    entry TEXT NOT NULL, layer INTEGER NOT NULL, name TEXT, names TEXT, lat REAL, lon REAL,
    level TEXT, radius INTEGER, kind TEXT, country TEXT, code TEXT, parent TEXT, admin TEXT,
    population INTEGER, source TEXT, box TEXT, outline TEXT,
    known INTEGER, renown REAL
);
"""
TABLES: Final = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE place (
    id INTEGER PRIMARY KEY, entry TEXT NOT NULL, name TEXT NOT NULL,
    lat REAL NOT NULL, lon REAL NOT NULL, level INTEGER NOT NULL, radius INTEGER NOT NULL,
    kind TEXT, country TEXT, parent INTEGER, admin TEXT, population INTEGER, source TEXT
);
CREATE TABLE name (
    id INTEGER PRIMARY KEY, place INTEGER NOT NULL, name TEXT NOT NULL,
    country TEXT NOT NULL, folded INTEGER NOT NULL, skeleton INTEGER
);
CREATE TABLE outline (place INTEGER PRIMARY KEY, box TEXT NOT NULL, rings TEXT);
CREATE VIRTUAL TABLE gram USING fts5(marks, content='', columnsize=0, detail=none,
                                     tokenize='ascii');
"""
INDEXES: Final = """
CREATE INDEX name_folded ON name (folded, country, place);
CREATE INDEX name_skeleton ON name (skeleton, country, place) WHERE skeleton IS NOT NULL;
CREATE INDEX name_place ON name (place);
CREATE INDEX place_entry ON place (entry);
INSERT INTO gram (gram) VALUES ('optimize');
CREATE VIRTUAL TABLE temp.grams USING fts5vocab(main, gram, row);
CREATE TABLE common (mark TEXT PRIMARY KEY, names INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO common SELECT term, doc FROM temp.grams ORDER BY term;
DROP TABLE temp.grams;
"""
