-- The names of an institution with everything folded away that the eye passes over, to refuse look-alikes.
ALTER TABLE institutions ADD COLUMN name_folds text[] NOT NULL DEFAULT '{}';
CREATE FUNCTION institution_name_is_taken(folds text[], besides uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT EXISTS (SELECT FROM institutions WHERE name_folds && folds AND id <> besides) $$;
