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

export const DOCUMENT_ELEMENTS_MAX = 400
export const DOCUMENT_TEXT_CHARACTERS_MAX = 2_000
export const DOCUMENT_TITLE_CHARACTERS_MAX = 200
export const GROUP_DEPTH_MAX = 6
export const LAYER_NAME_CHARACTERS_MAX = 80
export const PATH_CHARACTERS_MAX = 20_000
export const TEXT_LINES_MAX = 40

/** A value bound into a text: longer ones are cut with an ellipsis. */
export const BOUND_VALUE_CHARACTERS_MAX = 300

/** Pre-flight: what print and scanners need. */
export const PRINT_TEXT_PT_MIN = 9
export const QR_SIDE_MM_MIN = 18
export const PRINT_PICTURE_DPI_MIN = 300

/** An SVG that is taken apart into elements. */
export const SVG_CHARACTERS_MAX = 2_000_000
export const SVG_NODES_MAX = 5_000
export const SVG_DEPTH_MAX = 40
export const SVG_USES_MAX = 200
/** Commands of one path. */
export const SVG_SEGMENTS_MAX = 4_000
export const SVG_STYLE_RULES_MAX = 500
