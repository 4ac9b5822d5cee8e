-- The key that the published list was signed with, so that no list outlives its key.
ALTER TABLE status_lists ADD COLUMN published_key text;
