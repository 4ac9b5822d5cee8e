CREATE TABLE institutions (
  id uuid PRIMARY KEY,
  slug text NOT NULL UNIQUE,
  name_ko text NOT NULL,
  name_en text NOT NULL,
  kind text NOT NULL,
  standing text NOT NULL,
  primary_color text NOT NULL,
  accent_color text NOT NULL,
  website text,
  contact_email text,
  head_title text,
  logo_key text,
  seal_key text,
  default_language text NOT NULL DEFAULT 'ko',
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE TABLE signing_keys (
  institution_id uuid NOT NULL REFERENCES institutions (id),
  id uuid NOT NULL,
  public_key_multibase text NOT NULL,
  sealed_secret bytea NOT NULL,
  state text NOT NULL,
  active_since timestamptz NOT NULL,
  state_since timestamptz NOT NULL,
  PRIMARY KEY (institution_id, id)
);
CREATE UNIQUE INDEX signing_keys_one_active ON signing_keys (institution_id) WHERE state = 'active';
CREATE TABLE members (
  institution_id uuid NOT NULL REFERENCES institutions (id),
  id uuid NOT NULL,
  email text NOT NULL,
  name text NOT NULL DEFAULT '',
  role text NOT NULL,
  state text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (institution_id, id),
  UNIQUE (institution_id, email)
);
CREATE INDEX members_email ON members (email);
CREATE TABLE api_keys (
  institution_id uuid NOT NULL REFERENCES institutions (id),
  id uuid NOT NULL,
  name text NOT NULL,
  secret_hash bytea NOT NULL UNIQUE,
  last_four text NOT NULL,
  role text NOT NULL,
  created_at timestamptz NOT NULL,
  last_used_at timestamptz,
  revoked_at timestamptz,
  PRIMARY KEY (institution_id, id)
);
-- Append-only: the application role may insert and read, never change or delete.
CREATE TABLE audit_entries (
  institution_id uuid NOT NULL REFERENCES institutions (id),
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  actor text NOT NULL,
  action text NOT NULL,
  subject_kind text NOT NULL,
  subject_id text NOT NULL,
  details jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (institution_id, id)
);
CREATE TABLE idempotency_keys (
  institution_id uuid NOT NULL REFERENCES institutions (id),
  route text NOT NULL,
  key text NOT NULL,
  request_hash bytea NOT NULL,
  status int,
  response text,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (institution_id, route, key)
);
CREATE TABLE events (
  institution_id uuid NOT NULL REFERENCES institutions (id),
  id uuid NOT NULL,
  type text NOT NULL,
  payload jsonb NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (institution_id, id)
);

ALTER TABLE institutions ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON institutions USING (id = current_institution()) WITH CHECK (id = current_institution());
ALTER TABLE signing_keys ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON signing_keys USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
ALTER TABLE members ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON members USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
ALTER TABLE api_keys ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON api_keys USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
ALTER TABLE audit_entries ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON audit_entries USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
ALTER TABLE idempotency_keys ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON idempotency_keys USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
ALTER TABLE events ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON events USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());

GRANT SELECT, INSERT, UPDATE ON institutions, signing_keys, members, api_keys TO kolleges_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency_keys TO kolleges_app;
GRANT SELECT, INSERT ON audit_entries, events TO kolleges_app;

-- Narrow doors through the tenant walls: each answers one question about one exact value.
CREATE FUNCTION institution_by_slug(wanted text) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT id FROM institutions WHERE slug = wanted $$;
CREATE FUNCTION institution_by_api_key(wanted bytea) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT institution_id FROM api_keys WHERE secret_hash = wanted AND revoked_at IS NULL $$;
CREATE FUNCTION memberships_of(wanted text) RETURNS TABLE (institution_id uuid, member_id uuid, role text, slug text, name_ko text, name_en text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT m.institution_id, m.id, m.role, i.slug, i.name_ko, i.name_en
     FROM members m JOIN institutions i ON i.id = m.institution_id
     WHERE m.email = wanted AND m.state = 'active' ORDER BY i.name_ko COLLATE "C" $$;
CREATE FUNCTION slug_is_taken(wanted text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT EXISTS (SELECT FROM institutions WHERE slug = wanted) $$;
CREATE FUNCTION any_institution() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT EXISTS (SELECT FROM institutions) $$;
