// Lists the proof suites: one row each, and the only list.

import type { MultikeyAlgorithm } from './keys.ts'

export interface Suite {
  readonly proofType: string
  readonly algorithm: MultikeyAlgorithm
  /** Whether `prepare` and `sign` make it; a selective one is made by `signSelectively`. */
  readonly issues: boolean
  /** Signs the document as a whole, or statement by statement. */
  readonly manner: 'whole' | 'selective'
}

/** By `cryptosuite`, or by `type` for the suites older than DataIntegrityProof. */
export const SUITES: Readonly<Record<string, Suite>> = {
  'eddsa-rdfc-2022': { proofType: 'DataIntegrityProof', algorithm: 'Ed25519', issues: true, manner: 'whole' },
  'ecdsa-rdfc-2019': { proofType: 'DataIntegrityProof', algorithm: 'P-256', issues: true, manner: 'whole' },
  'ecdsa-sd-2023': { proofType: 'DataIntegrityProof', algorithm: 'P-256', issues: false, manner: 'selective' },
  // The older suite of DCC wallets: the same hashes under another name.
  Ed25519Signature2020: { proofType: 'Ed25519Signature2020', algorithm: 'Ed25519', issues: false, manner: 'whole' },
}

/** Untrusted proof; null when no suite of ours is meant. */
export function suiteOf(proof: { readonly type?: unknown; readonly cryptosuite?: unknown }): Suite | null {
  const name = proof.type === 'DataIntegrityProof' ? proof.cryptosuite : proof.type
  const suite = typeof name === 'string' && Object.hasOwn(SUITES, name) ? SUITES[name]! : null
  return suite?.proofType === proof.type ? suite : null
}
