-- Judgements on values: two of one kind, or one value in two cases. The values stand as they were
-- written, so that a judgement outlives a change of how values are normalised.

ALTER TABLE judgement ADD COLUMN kind TEXT NOT NULL DEFAULT '';   -- of the values; empty where a and b are cases alone
ALTER TABLE judgement ADD COLUMN value TEXT NOT NULL DEFAULT '';  -- that is judged in cases a and b
