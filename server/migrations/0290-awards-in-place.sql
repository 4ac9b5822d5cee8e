-- Every award is written twice, pending and then issued, and once more when its message has gone. A changed row stays in its
-- page, and its dozen index entries with it, when the page has room and no index looks at what changed.
DROP INDEX awards_suspended;
CREATE INDEX awards_suspended ON awards (suspended_until) WHERE suspended_until IS NOT NULL;
ALTER TABLE awards SET (fillfactor = 45);
