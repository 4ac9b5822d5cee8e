-- An award may be out of force for a while; set only while it is.
ALTER TABLE awards
  ADD COLUMN suspended_at timestamptz,
  ADD COLUMN suspended_by text,
  ADD COLUMN suspension_reason text,
  ADD COLUMN suspended_until timestamptz;
CREATE INDEX awards_suspended ON awards (suspended_until) WHERE state = 'suspended';
