-- A badge may be a document of the studio instead of a template: kept as it was bound when its achievement was published.
ALTER TABLE badge_designs ADD COLUMN document text;
-- Where the institution's own pictures lay then, by variable.
ALTER TABLE badge_designs ADD COLUMN picture_keys jsonb;
