// Folds the lines of a check into exactly one of the eleven states.

import type { Fault } from '../errors.ts'
import type { Instant } from '../instant.ts'
import type { JsonRefusal } from '../json.ts'
import type { ParsedCredential } from '../parsed-credential.ts'

/** In order of precedence: the first that applies is the answer. */
export const VERDICTS = [
  ...(['unreadable', 'tampered', 'revoked', 'suspended', 'not_yet_valid', 'expired', 'superseded'] as const),
  ...(['status_unknown', 'issuer_unverified', 'test', 'valid'] as const),
] as const
export type Verdict = (typeof VERDICTS)[number]

export type CheckName = 'format' | 'signature' | 'refresh' | 'issuer' | 'status' | 'validity' | 'recipient' | 'evidence'
export type Outcome = 'passed' | 'failed' | 'inconclusive'

export type CheckReason = keyof typeof VERDICT_OF | JsonRefusal

/** One line of the answer: what was checked, how it went, why, and what was compared. */
export interface Check {
  readonly check: CheckName
  readonly outcome: Outcome
  readonly because?: CheckReason
  readonly detail?: Readonly<Record<string, string>>
}

/** How one of several proofs fared: the issuer's, or a co-signer's. */
export interface ProofOutcome {
  readonly controller: string
  readonly standing: 'confirmed' | 'test' | 'unconfirmed'
  readonly outcome: Outcome
  readonly because?: CheckReason
  readonly detail: Readonly<Record<string, string>>
}

/** How many of several proofs hold: for whom one is enough, and for whom all must, can tell. */
export type Agreement = 'all' | 'some' | 'none'

/** The answer about a credential that stands inside another. */
export interface InnerResult {
  /** JSON Pointer to it. */
  readonly path: string
  readonly relation: 'part' | 'endorsement'
  readonly result: VerificationResult
}

export interface VerificationResult {
  readonly verdict: Verdict
  readonly checks: readonly Check[]
  /** Present when the input could be read as a credential. */
  readonly credential?: ParsedCredential
  readonly faults?: readonly Fault[]
  readonly at: Instant
  /** Each proof by itself, when there are several. */
  readonly proofs?: readonly ProofOutcome[]
  readonly agreement?: Agreement
  /** Endorsements, and the parts of a CLR, each verified as it stands. */
  readonly inner?: readonly InnerResult[]
  /** Hex SHA-256 of the canonical document whose signature was checked. */
  readonly canonicalHash?: string
}

/** What each reason means for the whole; `null` leaves the verdict alone. One row per reason, so that a new reason does not compile until placed. */
export const VERDICT_OF = {
  'not-a-credential': 'unreadable',
  'credential-malformed': 'unreadable',
  'context-unknown': 'unreadable',
  'context-inline': 'unreadable',
  'context-conflict': 'unreadable',
  'proof-suite-unknown': 'unreadable',
  'canonicalization-too-costly': 'unreadable',

  // A term that safe mode cannot place was not there when a correct signer signed.
  'json-ld-unsafe': 'tampered',
  'proof-missing': 'tampered',
  'proof-malformed': 'tampered',
  'proof-purpose': 'tampered',
  'previous-proof-missing': 'tampered',
  'proof-expired': 'tampered',
  'proof-from-the-future': 'tampered',
  'signature-wrong': 'tampered',
  'claims-differ': 'tampered',
  'hosted-copy-differs': 'tampered',
  'issuer-of-another-origin': 'tampered',
  'key-not-of-issuer': 'tampered',
  'key-of-another-kind': 'tampered',
  'key-malformed': 'tampered',
  'key-retired': 'tampered',
  'key-compromised': 'tampered',

  // The seal itself could not be checked: nothing may be said, neither good nor bad.
  'issuer-unreachable': 'status_unknown',
  'assertion-unreachable': 'status_unknown',
  'issuer-document-malformed': 'status_unknown',
  'key-compromised-undated': 'status_unknown',
  'signature-not-checked': 'status_unknown',

  revoked: 'revoked',
  suspended: 'suspended',
  superseded: 'superseded',
  'not-yet-valid': 'not_yet_valid',
  expired: 'expired',

  'status-list-unreachable': 'status_unknown',
  'status-list-malformed': 'status_unknown',
  'status-list-untrusted': 'status_unknown',
  'status-list-of-another-issuer': 'status_unknown',
  'status-list-expired': 'status_unknown',
  'status-purpose-mismatch': 'status_unknown',
  'status-index-out-of-range': 'status_unknown',
  'status-type-unknown': 'status_unknown',
  'status-purpose-unknown': 'status_unknown',

  'issuer-unconfirmed': 'issuer_unverified',
  'key-not-published': 'issuer_unverified',
  'test-issuer': 'test',
  'test-credential': 'test',

  refreshed: null,
  'refresh-unchanged': null,
  'refresh-unreachable': null,
  'refresh-refused': null,
  'no-status-declared': null,
  'status-message': null,
  'no-end-declared': null,
  'recipient-matches': null,
  'recipient-differs': null,
  'recipient-not-stated': null,
  'evidence-unchanged': null,
  'evidence-changed': null,
  'evidence-unreachable': null,
} as const satisfies Record<string, Verdict | null>

/**
 * Not known is not passed: `valid` is what remains when no line objects. A signature that is not established silences every later line, since
 * "expired" or "revoked" would call the credential genuine.
 */
export function verdictOf(checks: readonly Check[], inner: readonly InnerResult[] = []): Verdict {
  const decisive = checks.filter(({ check }) => check === 'format' || check === 'signature')
  const isSealed = decisive.every(({ outcome }) => outcome === 'passed')
  // A whole is no better than its worst part; an endorsement is not a part.
  const parts = isSealed ? inner.filter(({ relation }) => relation === 'part').map(({ result }) => result.verdict) : []
  const said = [...(isSealed ? checks : decisive).map(meaningOf), ...parts]
  return VERDICTS.find((verdict) => said.includes(verdict)) ?? 'valid'
}

export function agreementOf(proofs: readonly ProofOutcome[]): Agreement {
  const holding = proofs.filter(({ outcome }) => outcome === 'passed').length
  return holding === proofs.length ? 'all' : holding > 0 ? 'some' : 'none'
}

function meaningOf({ check, outcome, because }: Check): Verdict | null {
  if (because === undefined) return outcome === 'passed' ? null : DEFAULT_OF[outcome]
  const meaning: Verdict | null =
    because.startsWith('json-') && because !== 'json-ld-unsafe'
      ? 'unreadable'
      : VERDICT_OF[because as keyof typeof VERDICT_OF]
  const isAboutThePaper = check !== 'recipient' && check !== 'evidence' && check !== 'refresh'
  return meaning ?? (outcome === 'passed' || !isAboutThePaper ? null : DEFAULT_OF[outcome])
}

const DEFAULT_OF = { failed: 'tampered', inconclusive: 'status_unknown' } as const
