-- Under which learners a holder is known, for whoever proved to own the address.
CREATE FUNCTION learners_of_holder() RETURNS TABLE (institution_id uuid, learner_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT l.institution_id, l.id FROM learners l WHERE l.email = current_holder() $$;
