-- The design studio: documents of badges and certificates as staff draw them, what was published of them, the pictures in them.
-- A document is kept as the text it was printed as: jsonb would refuse characters that a text may hold.
CREATE TABLE designs (
  institution_id uuid NOT NULL REFERENCES institutions (id),
  id uuid NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  document text NOT NULL,
  template text,
  brand_kit_id uuid,
  published_version int,
  revision int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  archived_at timestamptz,
  PRIMARY KEY (institution_id, id)
);
CREATE INDEX designs_newest ON designs (institution_id, updated_at DESC, id DESC) WHERE archived_at IS NULL;
-- Published states never change and never go; states saved along the way make room for later ones.
CREATE TABLE design_states (
  institution_id uuid NOT NULL,
  design_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  version int,
  document text NOT NULL,
  brand_kit_id uuid,
  at timestamptz NOT NULL,
  by text NOT NULL,
  PRIMARY KEY (institution_id, id),
  UNIQUE (institution_id, design_id, version),
  CHECK ((kind = 'published') = (version IS NOT NULL)),
  FOREIGN KEY (institution_id, design_id) REFERENCES designs (institution_id, id)
);
CREATE INDEX design_states_of_design ON design_states (institution_id, design_id, at DESC);
-- Named by the hash of their pixels, so that a document means the same picture in every institution it is copied to.
CREATE TABLE pictures (
  institution_id uuid NOT NULL REFERENCES institutions (id),
  id text NOT NULL,
  blob_key text NOT NULL,
  media_type text NOT NULL,
  width_px int NOT NULL,
  height_px int NOT NULL,
  byte_length int NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (institution_id, id)
);

ALTER TABLE designs ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON designs USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
ALTER TABLE design_states ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON design_states USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
ALTER TABLE pictures ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON pictures USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());

GRANT SELECT, INSERT, UPDATE ON designs TO kolleges_app;
GRANT SELECT, INSERT, DELETE ON design_states TO kolleges_app;
GRANT SELECT, INSERT ON pictures TO kolleges_app;
-- Whatever is done to the history, a published state stays.
CREATE POLICY published_stays ON design_states AS RESTRICTIVE FOR DELETE USING (kind = 'saved');
