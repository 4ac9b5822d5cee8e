// What other slices may use of status: a place for each award, its bit, the address and the state of a list.
export { type Allotment, allotIndexes } from './allot.ts'
export { setStatusBit } from './set-status-bit.ts'
export { statusBits } from './status-bits.ts'
export { listUrl, type StatusPlace, type StatusPurpose } from './status-list.ts'
