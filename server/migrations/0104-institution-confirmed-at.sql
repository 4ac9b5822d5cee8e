-- Since when the operator vouches for an institution.
ALTER TABLE institutions ADD COLUMN confirmed_at timestamptz;
UPDATE institutions SET confirmed_at = updated_at WHERE standing = 'confirmed';
