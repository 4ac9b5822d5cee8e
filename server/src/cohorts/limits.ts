/** Every number the cohorts slice keeps to. */
/** Learners reckoned in one go for a chart. */
export const LEARNERS_PER_PAGE = 400
/** Learners who are written to by one call. */
export const REMINDED_MAX = 2_000
export const SECONDS_PER_DAY = 24 * 60 * 60
export const ANNOTATIONS_MAX = 20_000
