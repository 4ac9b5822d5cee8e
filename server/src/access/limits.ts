/** Every number of signing in. */
export const SIGN_IN_MINUTES_MAX = 15
/** Wrong codes one link-and-code pair bears. */
export const CODE_ATTEMPTS_MAX = 5
/** Wrong codes one address bears in a day; after that the link alone still works. */
export const CODE_FAILURES_PER_DAY_MAX = 20
export const CODES_PER_CLIENT_PER_HOUR_MAX = 120
export const MAILS_PER_ADDRESS_PER_HOUR_MAX = 6
/** Each comes with a letter that anybody can be made to receive. */
export const INVITATIONS_PER_INSTITUTION_PER_DAY_MAX = 200
/** A campus shares one network address, so this is generous. */
export const MAILS_PER_CLIENT_PER_HOUR_MAX = 120
export const SESSION_IDLE_DAYS_MAX = 14
export const SESSION_DAYS_MAX = 90
/** A session in use is renewed no more often than this. */
export const SESSION_RENEWAL_SECONDS = 3_600
/** The last use of a key is noted no more often than this. */
export const API_KEY_USE_SECONDS = 60
export const API_KEY_BYTES = 32
export const NEXT_PATH_CHARACTERS_MAX = 500
export const SWEEP_SECONDS = 3_600
export const SPENT_TOKENS_KEPT_DAYS = 1
