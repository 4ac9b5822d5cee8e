// Names the documents that must be at hand before a credential can be verified.

import { didWebUrl } from '../did.ts'
import { isObject, type JsonObject, listOf } from '../json.ts'
import type { ParsedCredential } from '../parsed-credential.ts'

export interface IssuerNeed {
  readonly id: string
  /** Null when there is nothing to fetch: did:key, or a method we cannot resolve. */
  readonly url: string | null
}

export interface StatusNeed {
  readonly url: string
  readonly purpose: string
  readonly index: string
  readonly type: string
}

export interface Needs {
  readonly issuers: readonly IssuerNeed[]
  readonly statusLists: readonly StatusNeed[]
}

/** The URLs are the credential's own claims: fetch them as one fetches from a stranger. */
export function needsOf(credential: ParsedCredential): Needs {
  const ids = new Set([
    credential.issuer.id,
    ...credential.proofs.flatMap((proof) => keyDocumentIds(proof, credential.issuer.id)),
  ])
  const statusLists = credential.status.flatMap(({ listUrl, purpose, index, type }) =>
    listUrl === undefined ? [] : [{ url: listUrl, purpose, index: String(index ?? ''), type }],
  )
  return { issuers: [...ids].map((id) => ({ id, url: documentUrl(id) })), statusLists }
}

/** Every credential inside another, to be verified as it stands: endorsements, the parts of a CLR. */
export const innerCredentials = (credential: ParsedCredential): JsonObject[] => {
  const subject = listOf(credential.json.credentialSubject).find(isObject)
  return [...credential.endorsements, ...listOf(subject?.verifiableCredential).filter(isObject)]
}

/** Where an id's own document is published. */
export function documentUrl(id: string): string | null {
  if (id.startsWith('did:')) return didWebUrl(id)
  if (!/^https?:/.test(id) || !URL.canParse(id)) return null
  return id.split('#')[0]!
}

// A verification method that is not under the issuer's id has a document of its own.
function keyDocumentIds(proof: JsonObject, issuerId: string): string[] {
  const { verificationMethod } = proof
  if (typeof verificationMethod !== 'string') return []
  const [controller] = verificationMethod.split('#')
  return controller === issuerId ? [] : [verificationMethod]
}
