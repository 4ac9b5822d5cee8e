/** Every number the issuing slice keeps to. */
/** A tenth of a second's work: little to do again after a kill, much for one commit. */
export const ISSUE_JOB_AWARDS_MAX = 200
/** Attempts at a signing job before its awards are shown as failed: about twenty minutes. */
export const ISSUE_JOB_ATTEMPTS_MAX = 12
export const ISSUE_JOBS_PARALLEL = 2
/** Fewer are signed sooner than a thread has heard of them. */
export const SIGNING_THREAD_AWARDS_MIN = 50
export const SIGNING_THREADS_MAX = 2
/** A form met for the first time goes the long way as often as this at most. */
export const SIGNATURES_ASKED_AT_ONCE_MAX = 25
/** A pending award this old has lost its job: the longest series of attempts ends in twenty minutes. */
export const AWARD_STALLED_SECONDS = 60 * 60
export const LIFT_SECONDS = 60
export const SWEEP_SECONDS = 10 * 60
export const SWEEP_AWARDS_MAX = 5_000
export const AWARD_ROWS_PER_STATEMENT_MAX = 5_000
export const SALT_BYTES = 16
export const NUMBER_DATA_CHARACTERS = 11
export const CLAIM_VALID_SECONDS = 90 * 24 * 60 * 60
export const RECIPIENT_FAULTS_MAX = 200
/** An occasion is one key at one date, as a batch has it; its editions differ in which fields are filled in. */
export const EDITION_OCCASIONS_MAX = 16
export const EDITIONS_PER_OCCASION_MAX = 8
/** Longer texts are kept as they are. */
export const CREDENTIAL_TEXT_BYTES_MAX = 1024 * 1024
/** At the 30 mm of a seal: 270 dots to the inch. */
export const SCREEN_PICTURE_SIDE_PX = 320
export const PRINT_JOB_ATTEMPTS_MAX = 6
