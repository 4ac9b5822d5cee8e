-- How an institution and its programmes look. The default kit and the row of the institution agree in what both hold:
-- colours, logo, seal and the title of the head; `issuers/store.ts` writes them together.
CREATE TABLE brand_kits (
  institution_id uuid NOT NULL REFERENCES institutions (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  is_default boolean NOT NULL DEFAULT false,
  primary_color text NOT NULL,
  accent_color text NOT NULL,
  title_font text NOT NULL DEFAULT 'as-designed',
  body_font text NOT NULL DEFAULT 'as-designed',
  head_title_ko text NOT NULL DEFAULT '',
  head_title_en text NOT NULL DEFAULT '',
  head_name_ko text NOT NULL DEFAULT '',
  head_name_en text NOT NULL DEFAULT '',
  badge_template text,
  badge_levels int NOT NULL DEFAULT 0,
  logo_key text,
  symbol_key text,
  seal_key text,
  signature_key text,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  -- put away, not deleted: designs made with it still name it
  removed_at timestamptz,
  PRIMARY KEY (institution_id, id)
);
CREATE UNIQUE INDEX brand_kits_one_default ON brand_kits (institution_id) WHERE is_default;

ALTER TABLE brand_kits ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON brand_kits USING (institution_id = current_institution()) WITH CHECK (institution_id = current_institution());
GRANT SELECT, INSERT, UPDATE ON brand_kits TO kolleges_app;

INSERT INTO brand_kits (institution_id, name, is_default, primary_color, accent_color, head_title_ko, logo_key, seal_key, created_at, updated_at)
SELECT id, name_ko, true, primary_color, accent_color, coalesce(head_title, ''), logo_key, seal_key, created_at, updated_at
FROM institutions;
