-- The roll is read newest first, a page at a time.
CREATE INDEX learners_newest ON learners (institution_id, created_at DESC, id DESC);
