CREATE TABLE status_lists (
  institution_id uuid NOT NULL REFERENCES institutions (id),
  id uuid NOT NULL,
  public_id text NOT NULL UNIQUE,
  purpose text NOT NULL,
  size int NOT NULL,
  allotted int NOT NULL DEFAULT 0,
  -- revision counts changes of bits; the published text carries the revision it was signed at
  revision int NOT NULL DEFAULT 0,
  published_revision int,
  published text,
  published_at timestamptz,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (institution_id, id)
);
CREATE TABLE status_entries (
  institution_id uuid NOT NULL,
  list_id uuid NOT NULL,
  index int NOT NULL,
  award_id uuid NOT NULL,
  is_set boolean NOT NULL DEFAULT false,
  PRIMARY KEY (institution_id, list_id, index),
  UNIQUE (institution_id, award_id),
  FOREIGN KEY (institution_id, list_id) REFERENCES status_lists (institution_id, id)
);
CREATE INDEX status_entries_set ON status_entries (institution_id, list_id) WHERE is_set;

CREATE TABLE award_batches (
  institution_id uuid NOT NULL REFERENCES institutions (id),
  id uuid NOT NULL,
  achievement_id uuid NOT NULL,
  achievement_version int NOT NULL,
  total int NOT NULL,
  already_awarded int NOT NULL DEFAULT 0,
  valid_from timestamptz NOT NULL,
  valid_until timestamptz,
  requested_by text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, achievement_id, achievement_version) REFERENCES achievement_versions (institution_id, achievement_id, version)
);
CREATE TABLE awards (
  institution_id uuid NOT NULL REFERENCES institutions (id),
  id uuid NOT NULL,
  batch_id uuid NOT NULL,
  public_id text NOT NULL UNIQUE,
  number text NOT NULL UNIQUE,
  achievement_id uuid NOT NULL,
  achievement_version int NOT NULL,
  learner_id uuid NOT NULL,
  recipient_name text NOT NULL,
  recipient_name_en text,
  recipient_email text NOT NULL,
  recipient_key text NOT NULL,
  details jsonb NOT NULL DEFAULT '{}',
  salt text NOT NULL,
  state text NOT NULL,
  valid_from timestamptz NOT NULL,
  valid_until timestamptz,
  status_list_id uuid NOT NULL,
  status_index int NOT NULL,
  test_mode boolean NOT NULL,
  created_at timestamptz NOT NULL,
  issued_at timestamptz,
  failure text,
  credential text,
  revoked_at timestamptz,
  revoked_by text,
  revocation_reason text,
  claim_hash bytea NOT NULL UNIQUE,
  claim_expires_at timestamptz NOT NULL,
  claimed_at timestamptz,
  declined_at timestamptz,
  visibility text NOT NULL DEFAULT 'link',
  name_hidden boolean NOT NULL DEFAULT false,
  opened_at timestamptz,
  delivery_state text NOT NULL DEFAULT 'waiting',
  delivered_at timestamptz,
  PRIMARY KEY (institution_id, id),
  UNIQUE (institution_id, batch_id, recipient_key),
  UNIQUE (institution_id, status_list_id, status_index),
  FOREIGN KEY (institution_id, batch_id) REFERENCES award_batches (institution_id, id),
  FOREIGN KEY (institution_id, learner_id) REFERENCES learners (institution_id, id)
);
CREATE INDEX awards_holder ON awards (recipient_email, created_at);
CREATE INDEX awards_by_achievement ON awards (institution_id, achievement_id, recipient_key);
CREATE INDEX awards_by_name ON awards (institution_id, recipient_name COLLATE "C");

CREATE TABLE messages (
  institution_id uuid NOT NULL REFERENCES institutions (id),
  id uuid NOT NULL,
  award_id uuid,
  once_key text NOT NULL,
  message_id text NOT NULL,
  to_email text NOT NULL,
  to_name text NOT NULL,
  subject text NOT NULL,
  text_body text NOT NULL,
  html_body text NOT NULL,
  state text NOT NULL,
  attempts int NOT NULL DEFAULT 0,
  possibly_repeated boolean NOT NULL DEFAULT false,
  last_fault text,
  created_at timestamptz NOT NULL,
  sent_at timestamptz,
  PRIMARY KEY (institution_id, id),
  UNIQUE (institution_id, once_key)
);

ALTER TABLE status_lists ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON status_lists USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
ALTER TABLE status_entries ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON status_entries USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
ALTER TABLE award_batches ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON award_batches USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
ALTER TABLE awards ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON awards USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
-- A holder sees what was issued to the address they proved, whoever issued it; changing anything goes through the tenant.
CREATE POLICY holder ON awards FOR SELECT USING (recipient_email = current_holder());
ALTER TABLE messages ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON messages USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());

GRANT SELECT, INSERT, UPDATE ON status_lists, status_entries, award_batches, awards, messages TO kolleges_app;

CREATE FUNCTION institution_by_credential(wanted text) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT institution_id FROM awards WHERE public_id = wanted $$;
CREATE FUNCTION institution_by_number(wanted text) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT institution_id FROM awards WHERE number = wanted $$;
CREATE FUNCTION institution_by_claim(wanted bytea) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT institution_id FROM awards WHERE claim_hash = wanted $$;
CREATE FUNCTION institution_by_status_list(wanted text) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT institution_id FROM status_lists WHERE public_id = wanted $$;
