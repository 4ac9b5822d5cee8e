-- Micro-degrees: versioned rules, who takes part, how far they are, what was awarded.
CREATE TABLE pathways (
  institution_id uuid NOT NULL REFERENCES institutions (id),
  id uuid NOT NULL,
  achievement_id uuid NOT NULL,
  title_ko text NOT NULL,
  title_en text NOT NULL,
  enrolment text NOT NULL,
  rule jsonb NOT NULL,
  published_version int,
  revision int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (institution_id, id),
  UNIQUE (institution_id, achievement_id),
  FOREIGN KEY (institution_id, achievement_id) REFERENCES achievements (institution_id, id)
);
CREATE UNIQUE INDEX pathways_id ON pathways (id);
-- A row never changes: whoever enrolled under a version keeps it.
CREATE TABLE pathway_versions (
  institution_id uuid NOT NULL,
  pathway_id uuid NOT NULL,
  version int NOT NULL,
  rule jsonb NOT NULL,
  published_at timestamptz NOT NULL,
  PRIMARY KEY (institution_id, pathway_id, version),
  FOREIGN KEY (institution_id, pathway_id) REFERENCES pathways (institution_id, id)
);
CREATE TABLE pathway_enrolments (
  institution_id uuid NOT NULL,
  pathway_id uuid NOT NULL,
  learner_id uuid NOT NULL,
  state text NOT NULL,
  version int NOT NULL,
  decisions jsonb NOT NULL DEFAULT '[]',
  semesters int,
  created_at timestamptz NOT NULL,
  enrolled_at timestamptz,
  PRIMARY KEY (institution_id, pathway_id, learner_id),
  FOREIGN KEY (institution_id, pathway_id, version) REFERENCES pathway_versions (institution_id, pathway_id, version),
  FOREIGN KEY (institution_id, learner_id) REFERENCES learners (institution_id, id)
);
CREATE INDEX pathway_enrolments_learner ON pathway_enrolments (institution_id, learner_id);
CREATE TABLE pathway_progress (
  institution_id uuid NOT NULL,
  pathway_id uuid NOT NULL,
  learner_id uuid NOT NULL,
  version int NOT NULL,
  outcome text NOT NULL,
  progress double precision NOT NULL,
  credits double precision NOT NULL,
  missing int NOT NULL,
  evaluated_at timestamptz NOT NULL,
  PRIMARY KEY (institution_id, pathway_id, learner_id),
  FOREIGN KEY (institution_id, pathway_id, learner_id) REFERENCES pathway_enrolments (institution_id, pathway_id, learner_id)
);
-- The primary key is the promise: one micro-degree for each learner, whatever runs at once.
CREATE TABLE pathway_degrees (
  institution_id uuid NOT NULL,
  pathway_id uuid NOT NULL,
  learner_id uuid NOT NULL,
  version int NOT NULL,
  state text NOT NULL,
  award_id uuid,
  parts uuid[] NOT NULL,
  completed_at timestamptz NOT NULL,
  award_on date,
  decided_at timestamptz,
  decided_by text,
  note text,
  flagged_at timestamptz,
  PRIMARY KEY (institution_id, pathway_id, learner_id),
  FOREIGN KEY (institution_id, pathway_id, learner_id) REFERENCES pathway_enrolments (institution_id, pathway_id, learner_id)
);
CREATE INDEX pathway_degrees_parts ON pathway_degrees USING gin (parts);
CREATE INDEX pathway_degrees_due ON pathway_degrees (award_on) WHERE state = 'waiting';
CREATE INDEX awards_by_learner ON awards (institution_id, learner_id);

ALTER TABLE pathways ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON pathways USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
ALTER TABLE pathway_versions ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON pathway_versions USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
ALTER TABLE pathway_enrolments ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON pathway_enrolments USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
ALTER TABLE pathway_progress ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON pathway_progress USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
ALTER TABLE pathway_degrees ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON pathway_degrees USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());

GRANT SELECT, INSERT ON pathway_versions TO kolleges_app;
GRANT SELECT, INSERT, UPDATE ON pathways, pathway_enrolments, pathway_progress TO kolleges_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON pathway_degrees TO kolleges_app;

CREATE FUNCTION institution_by_pathway(wanted uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT institution_id FROM pathways WHERE id = wanted $$;
