-- What a badge looks like; a row never changes, so an issued picture stays what it was.
CREATE TABLE badge_designs (
  institution_id uuid NOT NULL REFERENCES institutions (id),
  id uuid NOT NULL,
  design jsonb NOT NULL,
  content_hash text NOT NULL,
  created_at timestamptz NOT NULL,
  rendered_at timestamptz,
  PRIMARY KEY (institution_id, id),
  UNIQUE (institution_id, content_hash)
);
CREATE TABLE renderings (
  institution_id uuid NOT NULL,
  design_id uuid NOT NULL,
  variant text NOT NULL,
  blob_key text NOT NULL,
  media_type text NOT NULL,
  sha256 text NOT NULL,
  byte_length int NOT NULL,
  PRIMARY KEY (institution_id, design_id, variant),
  FOREIGN KEY (institution_id, design_id) REFERENCES badge_designs (institution_id, id)
);
CREATE TABLE achievements (
  institution_id uuid NOT NULL REFERENCES institutions (id),
  id uuid NOT NULL,
  state text NOT NULL,
  draft jsonb NOT NULL,
  draft_design jsonb NOT NULL,
  published_version int,
  revision int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (institution_id, id)
);
CREATE TABLE achievement_versions (
  institution_id uuid NOT NULL,
  achievement_id uuid NOT NULL,
  version int NOT NULL,
  content jsonb NOT NULL,
  design_id uuid NOT NULL,
  published_at timestamptz NOT NULL,
  PRIMARY KEY (institution_id, achievement_id, version),
  FOREIGN KEY (institution_id, achievement_id) REFERENCES achievements (institution_id, id),
  FOREIGN KEY (institution_id, design_id) REFERENCES badge_designs (institution_id, id)
);
CREATE TABLE learners (
  institution_id uuid NOT NULL REFERENCES institutions (id),
  id uuid NOT NULL,
  name text NOT NULL,
  name_en text,
  email text NOT NULL,
  phone text,
  student_number text,
  department text,
  birth_date date,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (institution_id, id),
  UNIQUE (institution_id, email)
);

ALTER TABLE badge_designs ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON badge_designs USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
ALTER TABLE renderings ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON renderings USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
ALTER TABLE achievements ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON achievements USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
ALTER TABLE achievement_versions ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON achievement_versions USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
ALTER TABLE learners ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON learners USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());

GRANT SELECT, INSERT ON achievement_versions TO kolleges_app;
GRANT SELECT, INSERT, UPDATE ON badge_designs, achievements, learners TO kolleges_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON renderings TO kolleges_app;

CREATE FUNCTION institution_by_achievement(wanted uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT institution_id FROM achievements WHERE id = wanted $$;
CREATE UNIQUE INDEX achievements_id ON achievements (id);
