-- When a message was last tried, so that one whose job was lost can be told from one that is being sent.
ALTER TABLE messages ADD COLUMN attempted_at timestamptz;
