// Every number the wire promises, with its unit last.
export const LIST_LIMIT_DEFAULT = 25
export const LIST_LIMIT_MAX = 100
export const ROSTER_ROWS_MAX = 20_000
export const NAME_CHARACTERS_MAX = 60
export const ACHIEVEMENT_NAME_CHARACTERS_MAX = 120
export const TEXT_CHARACTERS_MAX = 5_000
export const HOLDINGS_SENT_MAX = 1_000
export const SKILLS_MAX = 20
export const ALIGNMENTS_MAX = 20
export const EVIDENCE_ITEMS_MAX = 10
export const RESULT_VALUES_MAX = 12
export const IDEMPOTENCY_KEY_CHARACTERS_MAX = 255
export const UPLOAD_BYTES_MAX = 10 * 1024 * 1024
export const JSON_BODY_BYTES_MAX = 1024 * 1024
export const AWARD_BATCH_BODY_BYTES_MAX = 12 * 1024 * 1024
export const PASTE_CHARACTERS_MAX = 8 * 1024 * 1024
export const MAPPING_CHARACTERS_MAX = 10_000
