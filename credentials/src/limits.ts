// Puts a number on everything that comes from outside.

export const JSON_BYTES_MAX = 1_048_576
export const JSON_DEPTH_MAX = 64
// The reference JSON-LD processor costs about 30 µs and 4 kB a value, so this bounds one check to half a second and 50 MB. A transcript of forty badges has 6,000.
export const JSON_VALUES_MAX = 12_000

export const INPUT_BYTES_MAX = 16_777_216
export const PNG_CHUNKS_MAX = 10_000
export const PNG_KEYWORD_BYTES_MAX = 79
export const SVG_BYTES_MAX = 4_194_304
export const SVG_DEPTH_MAX = 256
export const SVG_ELEMENTS_MAX = 50_000
export const PDF_BYTES_MAX = 8_388_608
export const PDF_OBJECTS_MAX = 20_000
export const PDF_DICTIONARY_CHARS_MAX = 65_536
export const PDF_STREAM_BYTES_MAX = JSON_BYTES_MAX
// Of all streams together: a small file can hold thousands that each grow a thousandfold.
export const PDF_UNPACKED_BYTES_MAX = 8_388_608

/** Fewer entries would tell a list's reader who is meant (BSL §6.1, "at least 131,072"). */
export const STATUS_LIST_ENTRIES_MIN = 131_072
/** Two mebibytes of bits: longer lists are refused unread. */
export const STATUS_LIST_ENTRIES_MAX = 16_777_216
export const STATUS_LIST_ENCODED_CHARS_MAX = 4_194_304
export const STATUS_ENTRIES_MAX = 8

export const PROOFS_MAX = 8
export const KEYS_PER_DOCUMENT_MAX = 256
// Comparisons of blank nodes with equal hashes: an honest credential needs a handful, the published vectors up to a thousand, a poison graph millions.
export const RDFC_DEEP_ITERATIONS_MAX = 2_048
export const BLANK_NODES_MAX = 4_096

// Each is worked into every term known before it, and one that a term brings along is worked in at every place where the term stands.
export const INLINE_CONTEXTS_MAX = 16
export const INLINE_TERMS_MAX = 256

export const CLOCK_SKEW_MS = 300_000

// A compiled shape takes about 100 kB; one per published achievement and set of optional fields.
export const SHAPES_MAX = 64
// What is longer is hashed by the reference and forgotten: a stranger's megabyte is neither kept nor compiled.
export const SHAPE_CHARS_MAX = 32_768
export const PROOF_OPTIONS_CHARS_MAX = 4_096
export const KNOWN_INSTANTS_MAX = 512

export const INNER_CREDENTIALS_MAX = 64
export const INNER_DEPTH_MAX = 3

// A signature check costs about 100 µs, and there is one for each statement shown.
export const SELECTIVE_SIGNATURES_MAX = 2_000
