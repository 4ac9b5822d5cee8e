-- What the conformance endpoints keep when KOLLEGES_CONFORMANCE is on: nothing here belongs to an institution or a learner.
CREATE TABLE conformance_keys (
  algorithm text PRIMARY KEY,
  public_key_multibase text NOT NULL,
  sealed_secret bytea NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE TABLE conformance_status_lists (
  id text PRIMARY KEY,
  algorithm text NOT NULL REFERENCES conformance_keys (algorithm),
  purpose text NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE TABLE conformance_status_entries (
  list_id text NOT NULL REFERENCES conformance_status_lists (id),
  index integer NOT NULL,
  credential_id text NOT NULL,
  is_set boolean NOT NULL DEFAULT false,
  PRIMARY KEY (list_id, index)
);
CREATE INDEX conformance_status_entries_credential ON conformance_status_entries (credential_id);
GRANT SELECT, INSERT ON conformance_keys, conformance_status_lists TO kolleges_app;
GRANT SELECT, INSERT, UPDATE ON conformance_status_entries TO kolleges_app;
