// The append-only record of who did what: entries are written beside the change they tell of, never changed, never removed.
export type { Entry } from './entry.ts'
export { record, recordAll } from './record.ts'
