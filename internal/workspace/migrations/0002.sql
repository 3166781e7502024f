-- What people decided about pairs of cases. Nothing is ever changed in it but undone, so
-- that it tells who decided what, and when.

CREATE TABLE judgement (
	id      INTEGER PRIMARY KEY AUTOINCREMENT,
	a       TEXT NOT NULL,  -- name of a case
	b       TEXT NOT NULL,
	verdict TEXT NOT NULL CHECK (verdict IN ('same', 'different', 'unsure')),
	why     TEXT NOT NULL,
	who     TEXT NOT NULL,
	made    TEXT NOT NULL,  -- RFC 3339
	undone  TEXT NOT NULL   -- RFC 3339; empty while it holds
) STRICT;
