/** Puts a number, with its unit last, on everything a drawing may hold. */
export const TITLE_CHARACTERS_MAX = 60
export const INSTITUTION_NAME_CHARACTERS_MAX = 60
/** No line or title on any drawing is longer. */
export const SHORTENED_CHARACTERS_MAX = 160
export const GRADE_CHARACTERS_MAX = 2
export const LEVELS_MAX = 5
export const PROGRESS_PARTS_MIN = 2
export const PROGRESS_PARTS_MAX = 12
export const DESIGN_FAULTS_MAX = 32
export const QR_TEXT_CHARACTERS_MAX = 512

/** Shown smaller than this a badge is drawn compact: no text, a larger icon. */
export const COMPACT_BELOW_PX = 96

/** Every published design is rendered at these widths. */
export const RENDER_WIDTHS_PX = [160, 320, 600, 1200] as const

/** Text on its ground, and marks beside it (WCAG 2.2, 1.4.3 and 1.4.11). */
export const TEXT_CONTRAST_MIN = 4.5
/** Words in colour on paper: a colour that only just reads looks washed out (WCAG 2.2, 1.4.6). */
export const TITLE_CONTRAST_MIN = 7
export const MARK_CONTRAST_MIN = 3

/** Smaller than this, in units of the 600-unit canvas, a title is no longer read. */
export const TITLE_SIZE_MIN = 27
