-- What the credentials of one achievement version share is kept once, and each of them as the few bytes by which it differs.
-- A row has its text as it is in `credential`, or packed in `credential_packed`; rows written before this stay as they are.
CREATE TABLE credential_samples (
  institution_id uuid NOT NULL REFERENCES institutions (id),
  achievement_id uuid NOT NULL,
  achievement_version int NOT NULL,
  -- Zstandard's dictionary (RFC 8878 §5): without this very text the packed credentials cannot be read.
  text text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (institution_id, achievement_id, achievement_version)
);
ALTER TABLE credential_samples ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON credential_samples USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
-- Never changed and never taken away.
GRANT SELECT, INSERT ON credential_samples TO kolleges_app;
CREATE FUNCTION keep_credential_sample() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN RAISE EXCEPTION 'packed credentials are read with this sample: it stays as it is'; END $$;
CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON credential_samples FOR EACH ROW EXECUTE FUNCTION keep_credential_sample();

ALTER TABLE awards ADD COLUMN credential_packed bytea;
