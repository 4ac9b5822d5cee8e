// What one application may carry.
export const UPLOADED_BADGES_MAX = 5
export const EVIDENCE_LINKS_MAX = 5
export const NOTE_CHARACTERS_MAX = 2_000
export const APPLICATION_BYTES_MAX = 10 * 1024 * 1024
export const PACKAGE_BYTES_MAX = 4 * 1024 * 1024
export const EXPORT_ROWS_MAX = 20_000
