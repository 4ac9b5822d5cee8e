-- A session that began with a claim link opens the wallet and nothing else: such links live long, and the staff of the
-- institution that sent one can read it.
ALTER TABLE sessions ADD COLUMN for_wallet_only boolean NOT NULL DEFAULT false;
