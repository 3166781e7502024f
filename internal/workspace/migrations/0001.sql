-- Cases as they were read, one row a part: a case told in several rows or files has several parts.
-- An id is file * 2^32 + a running number, so that a file's rows lie side by side.

CREATE TABLE file (
	id       INTEGER PRIMARY KEY AUTOINCREMENT,
	path     TEXT NOT NULL UNIQUE,  -- absolute, when it was imported
	name     TEXT NOT NULL,         -- as the user named it
	sha256   TEXT NOT NULL UNIQUE,  -- of the content, hexadecimal
	size     INTEGER NOT NULL,      -- bytes
	sheets   INTEGER NOT NULL,      -- of a workbook; 0 elsewhere
	settings TEXT NOT NULL,         -- with which it was read; empty: all found automatically
	mapping  TEXT NOT NULL,         -- YAML: which column was read as what
	imported TEXT NOT NULL,         -- RFC 3339
	cases    INTEGER NOT NULL,      -- distinct (agency, case_id)
	parts    INTEGER NOT NULL,
	mentions INTEGER NOT NULL,
	problems INTEGER NOT NULL,
	rows     TEXT NOT NULL          -- hash of what was read
) STRICT;

CREATE TABLE part (
	id       INTEGER PRIMARY KEY,
	case_id  TEXT NOT NULL,
	agency   TEXT NOT NULL,
	origin   TEXT NOT NULL,         -- what the part came from, where there is no agency
	counties TEXT NOT NULL,         -- FIPS codes, comma-separated
	assumed  INTEGER NOT NULL,      -- 1: the counties are those of the file
	doubt    TEXT NOT NULL,         -- about the counties
	first    TEXT NOT NULL,         -- YYYY-MM-DD
	last     TEXT NOT NULL,
	offense  TEXT NOT NULL,         -- sex, labor, sex+labor, unknown
	status   TEXT NOT NULL,
	minors   INTEGER NOT NULL,      -- 1: the case has minors in it
	source   TEXT,                  -- file, where it is not the file's name
	sheet    TEXT NOT NULL,
	line     INTEGER NOT NULL,
	col      INTEGER NOT NULL
) STRICT;
CREATE INDEX part_by_case ON part (case_id, agency);

CREATE TABLE narrative (
	part   INTEGER NOT NULL,
	seq    INTEGER NOT NULL,
	text   TEXT NOT NULL,
	source TEXT,                    -- file, where it is not the part's
	sheet  TEXT,                    -- where it is not the part's
	line   INTEGER NOT NULL,
	col    INTEGER NOT NULL,
	PRIMARY KEY (part, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE mention (
	part       INTEGER NOT NULL,
	seq        INTEGER NOT NULL,
	kind       TEXT NOT NULL,
	key        TEXT NOT NULL,       -- canonical; empty: could not be read
	raw        TEXT NOT NULL,       -- as it stood
	role       TEXT NOT NULL,
	subject    TEXT NOT NULL,
	in_text    INTEGER NOT NULL,    -- 1: found in a narrative
	confidence REAL NOT NULL,       -- 0 means 1
	line       INTEGER NOT NULL,
	col        INTEGER NOT NULL,
	more       TEXT NOT NULL,       -- JSON of what few mentions have; empty: nothing
	value      BLOB NOT NULL,       -- the normalised value, for tflink
	PRIMARY KEY (part, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_by_key ON mention (kind, key);

CREATE TABLE problem (
	id     INTEGER PRIMARY KEY,
	source TEXT NOT NULL,
	sheet  TEXT NOT NULL,
	line   INTEGER NOT NULL,
	col    INTEGER NOT NULL,
	field  TEXT NOT NULL,
	raw    TEXT NOT NULL,           -- the value as it stood
	reason TEXT NOT NULL,
	hint   TEXT NOT NULL
) STRICT;

-- For people with a SQLite tool: a mention with the case and the file that it stands in.
CREATE VIEW mentions AS
SELECT part.case_id, part.agency, part.counties, part.first AS case_day, part.offense,
       mention.kind, mention.key, mention.raw, mention.role, mention.subject,
       mention.in_text, mention.confidence, file.name AS file, mention.line, mention.col AS column
FROM mention
JOIN part ON part.id = mention.part
JOIN file ON file.id = part.id >> 32;
