-- Answers whether somebody may see a credential with one look-up that takes the same path for an unknown id, a private one
-- and one whose recipient declined it: nobody can tell them apart by the time the answer takes.
CREATE FUNCTION visible_credential(wanted text, viewer text) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT public_id FROM awards
     WHERE public_id = wanted AND declined_at IS NULL AND (visibility <> 'private' OR recipient_email = viewer) $$;
CREATE FUNCTION visible_number(wanted text, viewer text) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT public_id FROM awards
     WHERE number = wanted AND declined_at IS NULL AND (visibility <> 'private' OR recipient_email = viewer) $$;
