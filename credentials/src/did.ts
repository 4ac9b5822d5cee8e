// Writes and reads the identifiers of issuers: did:web, did:key, and the documents that name their keys.

import { compact } from './compact.ts'
import { DID_V1, MULTIKEY_V1 } from './context.ts'
import { CredentialError } from './errors.ts'
import type { Instant } from './instant.ts'
import type { JsonObject } from './json.ts'
import { decodeMultikey } from './proof/keys.ts'

/** `didWeb('http://localhost:3000', 'i', 'hanbit')` → `did:web:localhost%3A3000:i:hanbit`. Of the origin only host and port are kept. */
export function didWeb(origin: string, ...path: string[]): string {
  if (!URL.canParse(origin)) throw new CredentialError('did-malformed', { origin })
  const { host } = new URL(origin)
  return ['did:web', host.replace(':', '%3A'), ...path.map(encodeURIComponent)].join(':')
}

/** Where an untrusted did:web says its document is: always https (did:web §2.5.2); null when it is not a did:web. */
export function didWebUrl(did: string): string | null {
  const [scheme, method, host, ...path] = did.split(':')
  if (scheme !== 'did' || method !== 'web' || !host || path.some((part) => part === '')) return null
  const address = `https://${host.replace(/%3a/i, ':')}/${path.length > 0 ? path.join('/') : '.well-known'}/did.json`
  if (!/^[\w.-]+(%3a\d{1,5})?$/i.test(host) || path.some((part) => !/^[\w.~%-]+$/.test(part) || /^\.+$/.test(part)))
    return null
  return URL.canParse(address) ? address : null
}

/** The identifier that is its own key (did:key §2); `publicKeyMultibase` as `encodeMultikey` gives it. */
export const didKey = (publicKeyMultibase: string): string => `did:key:${publicKeyMultibase}`

/** The id under which an issuer's document names a key: its fragment is the key itself, as 1EdTech's validator reads it. */
export const verificationMethodId = (did: string, publicKeyMultibase: string): string => `${did}#${publicKeyMultibase}`

export interface DidKeyParts {
  readonly publicKeyMultibase: string
  /** When the key stopped being trusted; a retired key has none and stays listed, or everything it signed would fall. */
  readonly revoked?: Instant
}

export interface DidDocumentParts {
  readonly did: string
  readonly keys: readonly DidKeyParts[]
  readonly services?: readonly JsonObject[]
  readonly alsoKnownAs?: readonly string[]
}

/** `assertionMethod` holds texts only: embedded methods break 1EdTech's validator. */
export function composeDidDocument({ did, keys, services, alsoKnownAs }: DidDocumentParts): JsonObject {
  for (const { publicKeyMultibase } of keys)
    if (!decodeMultikey(publicKeyMultibase)) throw new CredentialError('key-malformed', { publicKeyMultibase })
  return compact({
    '@context': [DID_V1, MULTIKEY_V1],
    id: did,
    alsoKnownAs,
    verificationMethod: keys.map(({ publicKeyMultibase, revoked }) => ({
      id: verificationMethodId(did, publicKeyMultibase),
      type: 'Multikey',
      controller: did,
      publicKeyMultibase,
      revoked,
    })),
    assertionMethod: keys.map(({ publicKeyMultibase }) => verificationMethodId(did, publicKeyMultibase)),
    service: services,
  })
}
