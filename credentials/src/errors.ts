// Gives every misuse of this package a stable code.

export type CredentialErrorCode =
  | 'credential-malformed'
  | 'context-unknown'
  | 'context-inline'
  | 'context-conflict'
  | 'json-ld-unsafe'
  | 'canonicalization-too-costly'
  | 'cryptosuite-unknown'
  | 'key-malformed'
  | 'signer-mismatch'
  | 'signature-malformed'
  | 'previous-proof-missing'
  | 'date-malformed'
  | 'recipient-missing'
  | 'did-malformed'
  | 'image-malformed'
  | 'image-already-baked'
  | 'image-type-unknown'
  | 'text-not-bakeable'
  | 'status-index-out-of-range'
  | 'status-list-size'
  | 'pointer-unmatched'
  | 'proof-not-derivable'

export type FaultCode =
  | 'missing'
  | 'wrong-type'
  | 'null'
  | 'empty'
  | 'not-a-uri'
  | 'not-a-datetime'
  | 'unknown-value'
  | 'not-allowed'
  | 'inconsistent'

/** One thing wrong with a document: a JSON Pointer to the place, a stable code, a sentence. */
export interface Fault {
  readonly path: string
  readonly code: FaultCode
  readonly message: string
}

/** Thrown for misuse only: a bad credential from outside is reported by value. */
export class CredentialError extends Error {
  readonly code: CredentialErrorCode
  readonly detail: Readonly<Record<string, unknown>>
  readonly faults: readonly Fault[]

  constructor(code: CredentialErrorCode, detail: Record<string, unknown> = {}, faults: readonly Fault[] = []) {
    super(sentence(code, detail, faults))
    this.name = 'CredentialError'
    this.code = code
    this.detail = detail
    this.faults = faults
  }
}

function sentence(code: string, detail: Record<string, unknown>, faults: readonly Fault[]): string {
  const said = Object.entries(detail).map(([name, value]) => `${name} ${String(value)}`)
  const found = faults.map((fault) => `${fault.path || '/'}: ${fault.message}`)
  return [code, ...said, ...found].join('; ')
}
