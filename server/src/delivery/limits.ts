/** Every number the delivery slice keeps to. */
export const SEND_PARALLEL = 5
export const MESSAGE_RETRY_SECONDS = 15
export const MESSAGE_RETRY_SECONDS_MAX = 600
/** About a day of tries at the longest pause. */
export const MESSAGE_ATTEMPTS_MAX = 150
/** A message untouched for this long has lost its job: attempts are ten minutes apart at most. */
export const MESSAGE_STALLED_SECONDS = 60 * 60
export const SWEEP_SECONDS = 10 * 60
export const SWEEP_MESSAGES_MAX = 2_000
export const FAULT_CHARACTERS_MAX = 300
export const SUBJECT_CHARACTERS_MAX = 200
export const RESEND_PAUSE_SECONDS = 60
export const RESENDS_PER_DAY_MAX = 5
export const DAY_SECONDS = 24 * 60 * 60
export const BADGE_WIDTH_PX = 160
