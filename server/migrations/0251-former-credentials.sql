-- A credential whose data were wrong is signed anew under the same id and number; what was signed before is kept here, so that
-- whoever hands it in learns that there is a newer edition.
CREATE TABLE former_credentials (
  institution_id uuid NOT NULL REFERENCES institutions (id),
  award_id uuid NOT NULL,
  edition int NOT NULL,
  text text NOT NULL,
  issued_at timestamptz,
  replaced_at timestamptz NOT NULL,
  replaced_by text NOT NULL,
  reason text NOT NULL,
  PRIMARY KEY (institution_id, award_id, edition),
  FOREIGN KEY (institution_id, award_id) REFERENCES awards (institution_id, id)
);
ALTER TABLE former_credentials ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON former_credentials USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
GRANT SELECT, INSERT ON former_credentials TO kolleges_app;

ALTER TABLE awards
  ADD COLUMN edition int NOT NULL DEFAULT 1,
  -- What the proof of a later edition is dated by; the first is dated by created_at.
  ADD COLUMN edition_at timestamptz;
