/** Every number of the wallet. */
export const HOLDINGS_SHOWN_MAX = 500
export const CLAIM_TOKEN_CHARACTERS_MAX = 64
export const PENDING_REFRESH_SECONDS = 4
