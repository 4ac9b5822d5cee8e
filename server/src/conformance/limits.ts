/** Every number of the conformance endpoints. */
/** Of a request; no test document comes near it. */
export const DOCUMENT_BYTES_MAX = 256 * 1024
/** The costliest document of this many values takes a fifth of a second a proof, so that an answer takes less than one. */
export const DOCUMENT_VALUES_MAX = 2_500
export const PROOFS_MAX = 4
export const ISSUER_DOCUMENTS_MAX = 8
export const STATUS_LISTS_MAX = 8
export const CREDENTIALS_PER_PRESENTATION_MAX = 16
export const RELATED_RESOURCES_MAX = 16
export const FETCHED_RESOURCE_BYTES_MAX = 1_048_576
export const STATUS_LIST_ENTRIES = 131_072
/** Half of a list stays free, so that a random draw seldom meets a taken place. */
export const STATUS_LIST_ALLOTTED_MAX = STATUS_LIST_ENTRIES / 2
/** Draws before an allotment counts as broken; with half a list free, one in 2^40 needs this many. */
export const ALLOTMENT_ROUNDS_MAX = 40
export const STATUS_LIST_TTL_MS = 1_000
export const CREDENTIAL_ID_CHARACTERS_MAX = 2_048
export const FAULTS_SHOWN_MAX = 50
/** Of one credential; each is looked up for every statement. */
export const POINTERS_MAX = 64
