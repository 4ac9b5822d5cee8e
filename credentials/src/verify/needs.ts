// Names the documents that must be at hand before a credential can be verified.

import { didWebUrl } from '../did.ts'
import { innerCredentials } from '../inner-credentials.ts'
import type { Json, JsonObject } from '../json.ts'
import { INNER_DEPTH_MAX } from '../limits.ts'
import { parseCredential } from '../parse-credential.ts'
import type { ParsedCredential } from '../parsed-credential.ts'
import type { StatusEntry } from '../status/status-entry.ts'
import { otherParty } from './other-party.ts'
import { readSealed } from './refresh.ts'

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
  /** To be asked once, before anything else: what comes back has needs of its own. */
  readonly refreshUrl?: string
}

/** For the credential and those inside it. The URLs are the credentials' own claims: fetch them as one fetches from a stranger. */
export function needsOf(credential: ParsedCredential, jwtKeyId: string | null = null): Needs {
  const all = withInner(credential, INNER_DEPTH_MAX)
  const jwtProof = jwtKeyId === null ? [] : keyDocumentIds({ verificationMethod: jwtKeyId }, credential.issuer.id)
  const keyIds = all.flatMap((each) => [
    each.issuer.id,
    ...each.proofs.flatMap((proof) => keyDocumentIds(proof, each.issuer.id)),
  ])
  const ids = new Set([...keyIds, ...jwtProof])
  const lists = all.flatMap(({ status }) => status).flatMap(statusNeed)
  return {
    issuers: [...ids].map((id) => ({ id, url: documentUrl(id) })),
    statusLists: [...new Map(lists.map((need) => [`${need.url} ${need.index}`, need])).values()],
    ...(credential.refreshUrl === undefined ? {} : { refreshUrl: credential.refreshUrl }),
  }
}

/** For untrusted JSON or the text of a JWT; null for what is no credential. */
export function needsOfInput(input: Json): Needs | null {
  const sealed = readSealed(input)
  const kid = sealed?.jwt?.header.kid
  return sealed && needsOf(sealed.credential, typeof kid === 'string' ? kid : null)
}

function withInner(credential: ParsedCredential, depth: number): ParsedCredential[] {
  if (depth === 0) return [credential]
  const inner = innerCredentials(credential.json).flatMap(({ json }) => {
    const parsed = parseCredential(json)
    return parsed.outcome === 'parsed' ? withInner(parsed.credential, depth - 1) : []
  })
  return [credential, ...inner]
}

const statusNeed = ({ listUrl, purpose, index, type }: StatusEntry): StatusNeed[] =>
  listUrl === undefined ? [] : [{ url: listUrl, purpose, index: String(index ?? ''), type }]

/** Where an id's own document is published. */
export function documentUrl(id: string): string | null {
  if (id.startsWith('did:')) return didWebUrl(id)
  if (!/^https?:/.test(id) || !URL.canParse(id)) return null
  return id.split('#')[0]!
}

// A verification method that is not under the issuer's id belongs to a co-signer, or has a document of its own.
function keyDocumentIds(proof: JsonObject, issuerId: string): string[] {
  const { verificationMethod } = proof
  if (typeof verificationMethod !== 'string') return []
  const [controller] = verificationMethod.split('#')
  if (controller === issuerId) return []
  const party = otherParty(proof, issuerId)
  return party === null
    ? [verificationMethod]
    : verificationMethod.startsWith('did:')
      ? [party]
      : [party, verificationMethod]
}
