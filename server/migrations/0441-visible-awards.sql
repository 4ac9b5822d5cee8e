-- As before one look-up for all that may or may not be seen, which now also tells whose it is: the next question goes straight there.
CREATE FUNCTION visible_award(wanted text, viewer text) RETURNS TABLE (institution_id uuid, public_id text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT institution_id, public_id FROM awards
     WHERE public_id = wanted AND declined_at IS NULL AND (visibility <> 'private' OR recipient_email = viewer) $$;
CREATE FUNCTION visible_award_of_number(wanted text, viewer text) RETURNS TABLE (institution_id uuid, public_id text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT institution_id, public_id FROM awards
     WHERE number = wanted AND declined_at IS NULL AND (visibility <> 'private' OR recipient_email = viewer) $$;
DROP FUNCTION visible_credential(text, text);
DROP FUNCTION visible_number(text, text);
