// Numbers of the command line tool, with their units last.
export const INPUT_BYTES_MAX = 10 * 1024 * 1024
export const DOCUMENT_BYTES_MAX = 2 * 1024 * 1024
export const FETCH_TIMEOUT_MS = 8_000
export const BRAND_PICTURE_BYTES_MAX = 5 * 1024 * 1024
export const RENDER_WIDTH_PX_MAX = 4_000
/** An assertion leads to its hosted copy, its achievement, its issuer, its key and its list. */
export const ASSERTION_ROUNDS_MAX = 6
export const DATA_DEPTH_MAX = 8
