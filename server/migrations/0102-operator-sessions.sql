-- Somebody signed in by a link that the operator made; an institution set up in such a session is confirmed at once.
ALTER TABLE sessions ADD COLUMN is_operator boolean NOT NULL DEFAULT false;
