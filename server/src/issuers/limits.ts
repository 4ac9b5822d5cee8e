/** Every number of institutions. */
export const INSTITUTIONS_PER_ACCOUNT_PER_DAY_MAX = 5
export const PUBLIC_DOCUMENT_SECONDS = 60
export const BRAND_KITS_MAX = 50
