/** Every number the status slice keeps to. */
export const STATUS_LIST_ENTRIES = 131_072
/** A list takes no more entries than this; half of it stays free, so that a random draw seldom meets a taken index. */
export const STATUS_LIST_ALLOTTED_MAX = STATUS_LIST_ENTRIES / 2
/** Draws before an allotment counts as broken; with half a list free, one in 2^40 needs this many. */
export const ALLOTMENT_ROUNDS_MAX = 40
/** What the list tells verifiers to keep it for. */
export const STATUS_LIST_TTL_MS = 60_000
/** What web caches may keep it for: a revocation shows within five seconds. */
export const STATUS_LIST_CACHE_SECONDS = 2
export const STATUS_LIST_VALID_SECONDS = 30 * 24 * 60 * 60
/** An unchanged list is signed anew at this age, long before it expires. */
export const STATUS_LIST_REFRESH_SECONDS = 24 * 60 * 60
export const STATUS_SWEEP_SECONDS = 60
export const STATUS_SWEEP_LISTS_MAX = 500
