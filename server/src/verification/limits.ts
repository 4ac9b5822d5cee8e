/** Every number of verification. */
/** The printed number has 55 random bits; at this pace guessing one of a million takes many thousand years. */
export const NUMBERS_PER_CLIENT_PER_MINUTE_MAX = 20
export const NUMBERS_PER_CLIENT_PER_HOUR_MAX = 200
/** A campus shares one network address, so this is generous. */
export const VERIFICATIONS_PER_CLIENT_PER_MINUTE_MAX = 600
export const TYPED_CHARACTERS_MAX = 1_048_576
/** Documents of others that one verification may read: the credential, its issuer, its lists. */
export const ISSUER_DOCUMENTS_MAX = 8
export const STATUS_LISTS_MAX = 8
export const ASSERTION_DOCUMENTS_MAX = 8
/** An assertion leads to its hosted copy, its achievement, its issuer, its key and its list. */
export const ASSERTION_ROUNDS_MAX = 6
export const FETCHED_CREDENTIAL_BYTES_MAX = 10 * 1024 * 1024
export const SKILLS_SHOWN_MAX = 5
/** Programmes of credit recognition on the page of an institution. */
export const PROGRAMMES_SHOWN_MAX = 50
export const ACHIEVEMENTS_SHOWN_MAX = 60
export const PENDING_REFRESH_SECONDS = 4
export const DESCRIPTION_CHARACTERS_MAX = 200
export const SHARE_CARD_CACHE_SECONDS = 86_400
export const WORDS_CACHE_SECONDS = 3_600
