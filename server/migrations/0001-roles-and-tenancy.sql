-- The role every request works under: it owns nothing, so row-level security always applies to it.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'kolleges_app') THEN CREATE ROLE kolleges_app NOLOGIN; END IF;
END $$;
GRANT kolleges_app TO CURRENT_USER;
GRANT USAGE ON SCHEMA public TO kolleges_app;

-- The tenant and the holder of the current transaction; NULL when none was named, so that nothing matches.
CREATE FUNCTION current_institution() RETURNS uuid LANGUAGE sql STABLE AS
  $$ SELECT NULLIF(current_setting('kolleges.institution', true), '')::uuid $$;
CREATE FUNCTION current_holder() RETURNS text LANGUAGE sql STABLE AS
  $$ SELECT NULLIF(current_setting('kolleges.holder', true), '') $$;
