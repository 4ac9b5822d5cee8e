-- The signed transcript of a micro-degree for whoever may see every part of it, and whether one of them was revoked since.
CREATE FUNCTION record_of_degree(wanted text, viewer text) RETURNS TABLE (record text, is_flagged boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT d.record, d.flagged_at IS NOT NULL FROM visible_degree(wanted, viewer) v
     JOIN pathway_degrees d ON d.institution_id = v.institution_id AND d.pathway_id = v.pathway_id AND d.learner_id = v.learner_id
     WHERE d.record IS NOT NULL $$;
-- What was sent to learners who lack one requirement, so that nobody is told twice within the days that staff chose.
CREATE TABLE pathway_reminders (
  institution_id uuid NOT NULL,
  pathway_id uuid NOT NULL,
  learner_id uuid NOT NULL,
  sent_at timestamptz NOT NULL,
  sent_by text NOT NULL,
  PRIMARY KEY (institution_id, pathway_id, learner_id),
  FOREIGN KEY (institution_id, pathway_id) REFERENCES pathways (institution_id, id),
  FOREIGN KEY (institution_id, learner_id) REFERENCES learners (institution_id, id)
);
ALTER TABLE pathway_reminders ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON pathway_reminders USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
GRANT SELECT, INSERT, UPDATE ON pathway_reminders TO kolleges_app;
