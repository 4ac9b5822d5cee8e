/** Every number the learners slice keeps to. */
export const LEARNERS_PER_STATEMENT_MAX = 5_000
export const HEADER_ROWS_SEARCHED_MAX = 10
export const COLUMNS_MAX = 100
export const SAMPLES_MAX = 3
export const CELL_CHARACTERS_MAX = 1_000
export const SAMPLE_CHARACTERS_MAX = 60
/** Rows read before the roster is called too long: the header search and blank rows take some beside the people. */
export const ROWS_READ_MAX = 21_000
export const EMAIL_CHARACTERS_MAX = 254
export const PHONE_CHARACTERS_MAX = 30
export const STUDENT_NUMBER_CHARACTERS_MAX = 40
export const DEPARTMENT_CHARACTERS_MAX = 80
export const RESULT_CHARACTERS_MAX = 30
export const SHORT_TEXT_CHARACTERS_MAX = 120
/** Unpacking a workbook. */
export const WORKBOOK_PARTS_MAX = 200
export const WORKBOOK_UNZIPPED_BYTES_MAX = 64 * 1024 * 1024
export const WORKBOOK_RATIO_MAX = 100
/** Small parts may be packed tighter than the ratio without being a danger. */
export const WORKBOOK_RATIO_FREE_BYTES = 1024 * 1024
/** A few shared strings can be named by millions of cells, so what the cells come to is counted too. */
export const WORKBOOK_CELL_CHARACTERS_MAX = 32 * 1024 * 1024
/** What a cell costs beside its text. */
export const CELL_COST_CHARACTERS = 16
export const SHARED_STRINGS_MAX = 500_000
export const WORKBOOK_READ_MS_MAX = 10_000
export const WORKBOOK_HEAP_MEGABYTES_MAX = 256
/** Each takes a thread with a heap of its own; the others wait their turn. */
export const WORKBOOKS_AT_ONCE_MAX = 2
/** Of the names with most letters, so many are measured: a shorter one is hardly ever wider. */
export const NAMES_MEASURED_MAX = 2_000
