/** Every number the designs slice keeps to. */
export const COMPACT_WIDTH_PX = 160
export const RENDER_ATTEMPTS_MAX = 5
