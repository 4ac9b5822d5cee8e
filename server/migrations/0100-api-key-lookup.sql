-- A caller is known by the hash of the key alone, before any institution is named.
CREATE FUNCTION api_key_by_hash(wanted bytea)
  RETURNS TABLE (institution_id uuid, id uuid, name text, role text, last_four text, last_used_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT k.institution_id, k.id, k.name, k.role, k.last_four, k.last_used_at
     FROM api_keys k WHERE k.secret_hash = wanted AND k.revoked_at IS NULL $$;
