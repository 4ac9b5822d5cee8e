/** Says what a document breaks: a rule's code, and where. */

/** Every rule of the data model that this server holds documents to, in the order of the standard's chapters. */
export type RuleCode =
  | 'document-malformed'
  | 'document-too-long'
  | 'context-missing'
  | 'context-malformed'
  | 'context-base-missing'
  | 'context-entry-malformed'
  | 'id-malformed'
  | 'type-missing'
  | 'type-malformed'
  | 'type-base-missing'
  | 'text-malformed'
  | 'text-language-malformed'
  | 'text-direction-malformed'
  | 'issuer-missing'
  | 'issuer-malformed'
  | 'subject-missing'
  | 'subject-malformed'
  | 'subject-empty'
  | 'date-malformed'
  | 'validity-reversed'
  | 'property-malformed'
  | 'property-type-missing'
  | 'property-id-missing'
  | 'related-resource-repeated'
  | 'related-resource-digest-missing'
  | 'related-resource-digest-malformed'
  | 'related-resource-digest-differs'
  | 'proof-malformed'
  | 'proofs-too-many'
  | 'proof-previous-unknown'
  | 'holder-malformed'
  | 'presented-credential-malformed'
  | 'presented-credential-refused'
  | 'presented-credentials-too-many'
  | 'envelope-malformed'
  | 'envelope-kind-unknown'

export type RuleFault = {
  /** A JSON Pointer into the document (RFC 6901). */
  readonly pointer: string
  readonly code: RuleCode
}

export const pointerOf = (key: string | number): string => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`
