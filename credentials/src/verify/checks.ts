// Holds one function per line of the answer; no line hides another.

import { millisOf } from '../instant.ts'
import { CLOCK_SKEW_MS } from '../limits.ts'
import { checkEvidence } from './evidence-check.ts'
import type { Question } from './question.ts'
import { checkRecipient } from './recipient-check.ts'
import type { Check, CheckReason } from './result.ts'
import { checkStatus } from './status-check.ts'

type CheckFunction = (question: Question) => Check | null | Promise<Check | null>

/** In the order in which they are shown. */
export const CHECKS: readonly CheckFunction[] = [
  checkFormat,
  ({ signature }) => signature.line,
  ({ refreshed }) => refreshed,
  checkIssuer,
  checkStatus,
  checkValidity,
  checkRecipient,
  checkEvidence,
]

function checkFormat({ credential }: Question): Check {
  const detail = {
    kind: credential.kind,
    dataModel: `VC ${credential.vcVersion}`,
    ...(credential.obVersion === undefined ? {} : { openBadges: credential.obVersion }),
  }
  return { check: 'format', outcome: 'passed', detail }
}

// Whose signature it is, and whether we know them: the signature alone says neither.
function checkIssuer({ credential, material, signature }: Question): Check {
  const { id, name } = credential.issuer
  const trust = material.trust.get(id)
  const detail = {
    id,
    ...(name === undefined ? {} : { claimedName: name }),
    ...(trust?.name === undefined ? {} : { knownName: trust.name }),
  }
  const line = (outcome: Check['outcome'], because?: CheckReason): Check => ({
    check: 'issuer',
    outcome,
    ...(because === undefined ? {} : { because }),
    detail,
  })
  if (!trust || trust.standing === 'unconfirmed') return line('inconclusive', 'issuer-unconfirmed')
  if (!signature.isPublished) return line('inconclusive', 'key-not-published')
  if (trust.standing === 'test') return line('passed', 'test-issuer')
  return credential.isTest ? line('passed', 'test-credential') : line('passed')
}

function checkValidity({ credential, at }: Question): Check {
  const { validFrom, validUntil } = credential
  const now = millisOf(at)!
  const detail = {
    at,
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validUntil === undefined ? {} : { validUntil }),
  }
  if (validFrom !== undefined && millisOf(validFrom)! > now + CLOCK_SKEW_MS)
    return { check: 'validity', outcome: 'failed', because: 'not-yet-valid', detail }
  if (validUntil === undefined) return { check: 'validity', outcome: 'passed', because: 'no-end-declared', detail }
  if (millisOf(validUntil)! < now) return { check: 'validity', outcome: 'failed', because: 'expired', detail }
  return { check: 'validity', outcome: 'passed', detail }
}
