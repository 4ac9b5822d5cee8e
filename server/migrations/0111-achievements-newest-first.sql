-- The catalogue is read newest first, a page at a time.
CREATE INDEX achievements_newest ON achievements (institution_id, created_at DESC, id DESC);
