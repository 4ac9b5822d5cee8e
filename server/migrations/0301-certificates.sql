-- Certificates: which design certifies an achievement, pinned when it is published; what each batch was certified with; the files.
ALTER TABLE achievements ADD COLUMN draft_certification jsonb NOT NULL
  DEFAULT '{"nameEn": null, "certificate": null, "badge": null, "coIssuers": [], "certificateNumber": null}';
ALTER TABLE achievement_versions ADD COLUMN certification jsonb NOT NULL
  DEFAULT '{"nameEn": null, "certificate": null, "badge": null, "coIssuers": [], "certificateNumber": null}';
ALTER TABLE achievement_versions ADD COLUMN certificate_version int;
ALTER TABLE achievement_versions ADD COLUMN badge_version int;
CREATE INDEX achievements_by_certificate ON achievements (institution_id, ((draft_certification -> 'certificate' ->> 'design')));

-- The institutions as they were when the batch was written: a new head or a new seal changes nothing that was awarded before.
ALTER TABLE award_batches ADD COLUMN certificate jsonb;

-- The last serial number given, for one achievement or the whole institution, in one year. The row is locked until the awards are
-- committed, so that no number is given twice and none is left out.
CREATE TABLE certificate_serials (
  institution_id uuid NOT NULL REFERENCES institutions (id),
  scope text NOT NULL,
  year int NOT NULL,
  last int NOT NULL,
  PRIMARY KEY (institution_id, scope, year)
);
-- One file for each award and size. The key is the hash of all that the file is made of.
CREATE TABLE certificate_files (
  institution_id uuid NOT NULL,
  award_id uuid NOT NULL,
  size text NOT NULL,
  content_key text NOT NULL,
  blob_key text NOT NULL,
  byte_length int NOT NULL,
  rendered_at timestamptz NOT NULL,
  PRIMARY KEY (institution_id, award_id, size),
  FOREIGN KEY (institution_id, award_id) REFERENCES awards (institution_id, id)
);

ALTER TABLE certificate_serials ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON certificate_serials USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
ALTER TABLE certificate_files ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON certificate_files USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());

GRANT SELECT, INSERT, UPDATE ON certificate_serials TO kolleges_app;
GRANT SELECT, INSERT ON certificate_files TO kolleges_app;
