/** What a transcript says of its parts. */
import type { VerificationResult } from '@kolleges/credentials'
import { isSealed, type Result } from './verify.ts'

/** An altered part's own words are not repeated. */
export const partTitle = (part: VerificationResult): string =>
  (isSealed(part) && (part.credential?.subject.achievement?.name ?? part.credential?.name)) || '—'

/** The part whose state became that of the whole, when the whole's own checks found nothing. */
export function decisivePart({ verdict, checks, inner = [] }: Result): string | undefined {
  const isItself = checks.some(({ check, outcome }) => check !== 'issuer' && outcome !== 'passed')
  if (isItself || verdict === 'issuer_unverified' || verdict === 'test') return undefined
  const part = inner.find(({ relation, result }) => relation === 'part' && result.verdict === verdict)
  return part && verdict !== 'valid' ? partTitle(part.result) : undefined
}
