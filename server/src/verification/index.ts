// What other slices may use of verification: the answer to "is this real?" for bytes at hand.
export { linkable } from './facts.ts'
export { allowVerification } from './rates.ts'
export { type Result, verifyInput } from './verify.ts'
