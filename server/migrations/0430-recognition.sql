-- Credit recognition: which badges a programme counts as which courses, who asked for it, what the registrar decided.
CREATE TABLE recognition_programmes (
  institution_id uuid NOT NULL REFERENCES institutions (id),
  id uuid NOT NULL,
  title_ko text NOT NULL,
  title_en text NOT NULL,
  description text NOT NULL,
  credits_max double precision,
  achievement_id uuid,
  is_open boolean NOT NULL,
  articulations jsonb NOT NULL,
  revision int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, achievement_id) REFERENCES achievements (institution_id, id)
);
CREATE UNIQUE INDEX recognition_programmes_id ON recognition_programmes (id);
-- The items carry the rows of the table as they stood on the day, so that a later change decides nothing backwards.
CREATE TABLE recognitions (
  institution_id uuid NOT NULL,
  id uuid NOT NULL,
  programme_id uuid NOT NULL,
  applicant_email text NOT NULL,
  applicant_name text NOT NULL,
  applicant_number text,
  state text NOT NULL,
  items jsonb NOT NULL,
  evidence jsonb NOT NULL,
  note text NOT NULL,
  package text NOT NULL,
  package_sha256 text NOT NULL,
  comment text,
  submitted_at timestamptz NOT NULL,
  decided_at timestamptz,
  decided_by text,
  award_id uuid,
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, programme_id) REFERENCES recognition_programmes (institution_id, id),
  FOREIGN KEY (institution_id, award_id) REFERENCES awards (institution_id, id)
);
CREATE INDEX recognitions_programme ON recognitions (institution_id, programme_id, state);
CREATE INDEX recognitions_applicant ON recognitions (applicant_email, submitted_at);
-- Two applications of one learner for one programme do not wait side by side.
CREATE UNIQUE INDEX recognitions_one_waiting ON recognitions (institution_id, programme_id, applicant_email) WHERE state = 'submitted';

ALTER TABLE recognition_programmes ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON recognition_programmes USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
ALTER TABLE recognitions ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON recognitions USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
-- An applicant sees what they asked for, wherever they asked.
CREATE POLICY holder ON recognitions FOR SELECT USING (applicant_email = current_holder());

GRANT SELECT, INSERT, UPDATE ON recognition_programmes, recognitions TO kolleges_app;

CREATE FUNCTION institution_by_recognition_programme(wanted uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT institution_id FROM recognition_programmes WHERE id = wanted $$;
