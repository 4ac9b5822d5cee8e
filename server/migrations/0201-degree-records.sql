-- The signed transcript (CLR 2.0) of a micro-degree, kept as it was signed.
ALTER TABLE pathway_degrees ADD COLUMN record text;
CREATE FUNCTION visible_degree(wanted text, viewer text) RETURNS TABLE (institution_id uuid, pathway_id uuid, learner_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT d.institution_id, d.pathway_id, d.learner_id FROM pathway_degrees d
     JOIN awards a ON a.institution_id = d.institution_id AND a.id = d.award_id
     WHERE a.public_id = wanted AND NOT EXISTS (
       SELECT FROM awards part WHERE part.institution_id = d.institution_id AND part.id = ANY (d.parts || d.award_id)
         AND (part.declined_at IS NOT NULL
           OR ((part.visibility = 'private' OR part.name_hidden) AND part.recipient_email IS DISTINCT FROM viewer))) $$;
CREATE INDEX pathway_degrees_award ON pathway_degrees (institution_id, award_id);
