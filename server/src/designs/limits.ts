/** Every number the designs slice keeps to. */
export const COMPACT_WIDTH_PX = 160
export const RENDER_ATTEMPTS_MAX = 5
/** While somebody edits, the state before is kept this often. */
export const SAVED_STATE_SECONDS = 5 * 60
export const SAVED_STATES_MAX = 50
export const STATES_LISTED_MAX = 200
/** A drawing with its pictures; the rasteriser and the typesetter take a little more. */
export const DRAWING_CHARACTERS_MAX = 12 * 1024 * 1024
export const PREVIEW_WIDTHS_PX = { badge: 600, certificate: 1600 } as const
