// Finds the credentials that stand inside another, each to be verified as it is.

import { isObject, type Json, type JsonObject, listOf } from './json.ts'
import { INNER_CREDENTIALS_MAX } from './limits.ts'

export interface InnerCredential {
  /** JSON Pointer to it. */
  readonly path: string
  /** A part makes its whole invalid when it is; an endorsement is somebody's word beside it. */
  readonly relation: 'part' | 'endorsement'
  readonly json: JsonObject
}

/** Untrusted. Endorsements of the credential, its issuer and its achievement, and the parts of a CLR; not those inside them. */
export function innerCredentials(credential: JsonObject): readonly InnerCredential[] {
  const subject = listOf(credential.credentialSubject)[0] ?? null
  const found = [
    ...partsIn(subject, '/credentialSubject', 'verifiableCredential', 'part'),
    ...partsIn(credential, '', 'endorsement', 'endorsement'),
    ...partsIn(credential.issuer ?? null, '/issuer', 'endorsement', 'endorsement'),
    ...partsIn(
      isObject(subject) ? (subject.achievement ?? null) : null,
      '/credentialSubject/achievement',
      'endorsement',
      'endorsement',
    ),
  ]
  return found.slice(0, INNER_CREDENTIALS_MAX)
}

function partsIn(holder: Json, path: string, key: string, relation: InnerCredential['relation']): InnerCredential[] {
  if (!isObject(holder)) return []
  const property = holder[key]
  return listOf(property).flatMap((json, at) => {
    const each = Array.isArray(property) ? `${path}/${key}/${at}` : `${path}/${key}`
    return isObject(json) ? [{ path: each, relation, json }] : []
  })
}
