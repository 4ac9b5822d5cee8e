// Says what every check is given to look at.

import type { Instant } from '../instant.ts'
import type { ParsedCredential } from '../parsed-credential.ts'
import type { Primitives } from '../proof/primitives.ts'
import type { Material } from './material.ts'
import type { Check, ProofOutcome } from './result.ts'
import type { VerifyOptions } from './verify-options.ts'

export interface Question {
  readonly credential: ParsedCredential
  readonly material: Material
  readonly at: Instant
  readonly primitives: Primitives
  readonly signature: SignatureFinding
  /** What came of asking for a newer edition; null when there is nowhere to ask. */
  readonly refreshed: Check | null
  readonly options: VerifyOptions
}

export interface SignatureFinding {
  readonly line: Check
  readonly isPublished: boolean
  readonly canonicalHash?: string
  readonly proofs?: readonly ProofOutcome[]
}
