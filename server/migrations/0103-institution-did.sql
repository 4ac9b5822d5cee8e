-- By which name the institution signs; the server aligns it when its own address changes.
ALTER TABLE institutions ADD COLUMN did text NOT NULL DEFAULT '';
