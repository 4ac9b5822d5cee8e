// What other slices may use of learners: the roll, and the reader of rosters.
export type { NewLearner } from './learner.ts'
export { recipientKey } from './recipient-key.ts'
export { holdsResidentNumber } from './resident-number.ts'
export { saveLearners } from './save-learners.ts'
export { sheetDownload } from './sheet-download.ts'
export { findLearners } from './store.ts'
