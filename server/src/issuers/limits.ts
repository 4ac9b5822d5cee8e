/** Every number of institutions. */
export const PUBLIC_DOCUMENT_SECONDS = 60
