-- The mentions of a part lie in its row, as JSON that every SQLite tool reads: one row a part
-- instead of one a mention takes a third of the time to write and to read. The imports have a
-- list of their own, so that it can be told what came since one.

CREATE TABLE import (
	id     INTEGER PRIMARY KEY AUTOINCREMENT,
	at     TEXT NOT NULL,  -- RFC 3339
	what   TEXT NOT NULL CHECK (what IN ('import', 'forget')),
	files  INTEGER NOT NULL,  -- that came or were forgotten
	before TEXT,           -- fingerprint of what was there before it; NULL: not known
	judged TEXT NOT NULL   -- numbers of the judgements that held before it, comma-separated
) STRICT;
INSERT INTO import (at, what, files, judged)
SELECT imported, 'import', count(*), '' FROM file GROUP BY imported ORDER BY min(id);
ALTER TABLE file ADD COLUMN import INTEGER NOT NULL DEFAULT 0;
UPDATE file SET import = (SELECT id FROM import WHERE at = imported);

ALTER TABLE part ADD COLUMN mentions TEXT NOT NULL DEFAULT '';
-- JSON: [[kind, key, raw, role, subject, in_text, confidence, line, column, more], ...], where key is the
-- canonical form, empty if it could not be read, confidence 0 means 1, and more is an object that few have; '': none
ALTER TABLE part ADD COLUMN normalised BLOB NOT NULL DEFAULT x'';
-- the normalised values, each behind its length, for tflink; a length of 0: to be normalised again
UPDATE part SET mentions = (
	SELECT coalesce(json_group_array(json(one)), '') FROM (
		SELECT CASE more WHEN '' THEN json_array(kind, key, raw, role, subject, in_text, confidence, line, col)
			ELSE json_array(kind, key, raw, role, subject, in_text, confidence, line, col, json(more)) END AS one
		FROM mention WHERE mention.part = part.id ORDER BY seq)),
	normalised = (
	SELECT unhex(coalesce(group_concat(size || hex(value), ''), '')) FROM (
		SELECT value, CASE -- a varint
			WHEN length(value) < 128 THEN printf('%02X', length(value))
			WHEN length(value) < 16384 THEN printf('%02X%02X', length(value) & 127 | 128, length(value) >> 7)
			ELSE printf('%02X%02X%02X', length(value) & 127 | 128, length(value) >> 7 & 127 | 128, length(value) >> 14) END AS size
		FROM mention WHERE mention.part = part.id ORDER BY seq))
WHERE EXISTS (SELECT 1 FROM mention WHERE mention.part = part.id);

DROP VIEW mentions;
DROP TABLE mention;

-- For people with a SQLite tool: a mention with the case and the file that it stands in.
CREATE VIEW mentions AS
SELECT part.case_id, part.agency, part.counties, part.first AS case_day, part.offense,
       json_extract(m.value, '$[0]') AS kind, json_extract(m.value, '$[1]') AS key, json_extract(m.value, '$[2]') AS raw,
       json_extract(m.value, '$[3]') AS role, json_extract(m.value, '$[4]') AS subject,
       json_extract(m.value, '$[5]') AS in_text, json_extract(m.value, '$[6]') AS confidence,
       file.name AS file, json_extract(m.value, '$[7]') AS line, json_extract(m.value, '$[8]') AS column
FROM part
JOIN json_each(CASE part.mentions WHEN '' THEN '[]' ELSE part.mentions END) AS m
JOIN file ON file.id = part.id >> 32;
