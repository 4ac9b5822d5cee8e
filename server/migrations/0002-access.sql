-- People sign in by address; these tables hold no tenant data.
CREATE TABLE accounts (
  id uuid PRIMARY KEY,
  email text NOT NULL UNIQUE,
  name text NOT NULL DEFAULT '',
  language text NOT NULL DEFAULT 'ko',
  created_at timestamptz NOT NULL
);
CREATE TABLE sign_in_tokens (
  id uuid PRIMARY KEY,
  email text NOT NULL,
  link_hash bytea NOT NULL UNIQUE,
  code_hash bytea NOT NULL,
  purpose text NOT NULL DEFAULT 'sign-in',
  next_path text,
  attempts int NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  consumed_at timestamptz
);
CREATE INDEX sign_in_tokens_email ON sign_in_tokens (email, created_at);
CREATE TABLE sessions (
  token_hash bytea PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES accounts (id),
  institution_id uuid,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL
);
CREATE INDEX sessions_account ON sessions (account_id);
CREATE TABLE rate_counters (
  bucket text NOT NULL,
  window_start timestamptz NOT NULL,
  count int NOT NULL,
  PRIMARY KEY (bucket, window_start)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON accounts, sign_in_tokens, sessions, rate_counters TO kolleges_app;
