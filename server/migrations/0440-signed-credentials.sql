-- What was signed never changes, and an award does: it is delivered, claimed, hidden, revoked. So each has its own table, an award that
-- changes no longer copies its credential, and the application may add what was signed but neither alter it nor take it away.
CREATE TABLE signed_credentials (
  institution_id uuid NOT NULL,
  award_id uuid NOT NULL,
  edition smallint NOT NULL,
  -- The text as it is, or packed against the sample of the award's achievement version: one of the two.
  text text,
  packed bytea,
  PRIMARY KEY (institution_id, award_id, edition),
  FOREIGN KEY (institution_id, award_id) REFERENCES awards (institution_id, id),
  CHECK ((text IS NULL) <> (packed IS NULL))
);
INSERT INTO signed_credentials (institution_id, award_id, edition, text)
  SELECT institution_id, award_id, edition, text FROM former_credentials;
INSERT INTO signed_credentials (institution_id, award_id, edition, text, packed)
  SELECT institution_id, id, edition, credential, CASE WHEN credential IS NULL THEN credential_packed END
  FROM awards WHERE credential IS NOT NULL OR credential_packed IS NOT NULL;
ALTER TABLE former_credentials DROP COLUMN text;
ALTER TABLE awards DROP COLUMN credential, DROP COLUMN credential_packed;

ALTER TABLE signed_credentials ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON signed_credentials USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
GRANT SELECT, INSERT ON signed_credentials TO kolleges_app;
