// The answer to "is this real?": one of eleven states, and every check behind it.
import { z } from 'zod'

export const Verdict = z.enum([
  'unreadable',
  'tampered',
  'revoked',
  'suspended',
  'not_yet_valid',
  'expired',
  'superseded',
  'status_unknown',
  'issuer_unverified',
  'test',
  'valid',
])
export type Verdict = z.infer<typeof Verdict>

export const VerificationRequest = z.object({
  url: z.string().max(2000).optional(),
  credential: z.unknown().optional(),
  number: z.string().max(40).optional(),
})
export const VerificationCheck = z.object({
  check: z.string(),
  outcome: z.enum(['passed', 'failed', 'inconclusive']),
  because: z.string().optional(),
  compared: z.unknown().optional(),
})
export const VerificationResult = z.object({
  verdict: Verdict,
  checks: z.array(VerificationCheck),
  checkedAt: z.string(),
  /** Each of several signatures: the issuer's, and those of co-signers. */
  proofs: z
    .array(
      z.object({
        controller: z.string(),
        standing: z.enum(['confirmed', 'test', 'unconfirmed']),
        outcome: z.enum(['passed', 'failed', 'inconclusive']),
        because: z.string().optional(),
        compared: z.unknown().optional(),
      }),
    )
    .optional(),
  /** How many of them hold. */
  agreement: z.enum(['all', 'some', 'none']).optional(),
  /** Endorsements, and the parts of a transcript: each with its own verdict; `path` is a JSON Pointer. */
  inner: z
    .array(
      z.object({
        path: z.string(),
        relation: z.enum(['part', 'endorsement']),
        verdict: Verdict,
        checks: z.array(VerificationCheck),
      }),
    )
    .optional(),
  credential: z.unknown().optional(),
})
export type VerificationResult = z.infer<typeof VerificationResult>
