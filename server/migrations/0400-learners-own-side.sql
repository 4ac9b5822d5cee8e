-- What a learner does about a micro-degree: the stages they apply for, and whether others see how far they are.
ALTER TABLE pathway_enrolments ADD COLUMN progress_shown boolean NOT NULL DEFAULT false;
CREATE TABLE pathway_applications (
  institution_id uuid NOT NULL,
  pathway_id uuid NOT NULL,
  learner_id uuid NOT NULL,
  stage text NOT NULL,
  applied_at timestamptz NOT NULL,
  PRIMARY KEY (institution_id, pathway_id, learner_id, stage),
  FOREIGN KEY (institution_id, pathway_id, learner_id) REFERENCES pathway_enrolments (institution_id, pathway_id, learner_id)
);
ALTER TABLE pathway_applications ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON pathway_applications USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
GRANT SELECT, INSERT, UPDATE ON pathway_applications TO kolleges_app;
