/** Every number the pathways slice keeps to. */
/** Learners reckoned in one transaction. */
export const LEARNERS_PER_JOB_MAX = 50
/** When everybody is reckoned: learners in one transaction, each of them under a lock until it ends. */
export const LEARNERS_PER_RECKONING = 400
/** Learners of one job when everybody is reckoned. */
export const LEARNERS_PER_RECKONING_PAGE = 4_000
export const RECKONING_LANES = 2
export const ADVANCE_JOBS_PARALLEL = 2
export const AWARD_DUE_SECONDS = 60 * 60
export const DUE_DEGREES_MAX = 1_000
/** Parts named as evidence in the credential of a micro-degree. */
export const EVIDENCE_PARTS_MAX = 50
export const SIMULATION_EXAMPLES_MAX = 20
export const SIMULATION_LEARNERS_MAX = 50_000
export const DECISIONS_MAX = 200
/** Holders shown on the public page as “fewer than”, so that nobody is found out by a count of one. */
export const HOLDERS_SHOWN_MIN = 5
/** Badges offered on a learner's page for trying out. */
export const HELPFUL_SHOWN_MAX = 20
/** Badges and micro-degrees searched in an institution's catalogue, and shown on one page of it. */
export const CATALOGUE_ENTRIES_MAX = 2_000
export const CATALOGUE_PAGE_MAX = 48
