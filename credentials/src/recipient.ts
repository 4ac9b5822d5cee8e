// Names a recipient without giving the address away: identity objects, salted and hashed.

import { hexOf, utf8 } from './encoding/bytes.ts'
import { CredentialError } from './errors.ts'
import type { Primitives } from './proof/primitives.ts'

export type IdentityObject = {
  readonly type: 'IdentityObject'
  readonly hashed: boolean
  readonly identityHash: string
  readonly identityType: string
  readonly salt?: string
}

export interface IdentityParts {
  readonly identity: string
  /** At least 16 random characters; it is published with the hash and only stops one table from serving for all badges. */
  readonly salt: string
  readonly identityType?: string
}

const PREFIX = 'sha256$'

/** `sha256$` and the hex of SHA-256(identity ‖ salt), as OB 3.0 has it ("IdentityHash"). */
export async function hashIdentity(
  parts: IdentityParts,
  primitives: Pick<Primitives, 'sha256'>,
): Promise<IdentityObject> {
  const { salt, identityType = 'emailAddress' } = parts
  const identity = parts.identity.normalize('NFC')
  if (identity === '') throw new CredentialError('recipient-missing')
  return {
    type: 'IdentityObject',
    hashed: true,
    identityHash: await hashOf(identity, salt, primitives),
    identityType,
    salt,
  }
}

/** The recipient's name in the clear, so that the signature covers it. */
export const nameIdentity = (name: string): IdentityObject => ({
  type: 'IdentityObject',
  hashed: false,
  identityHash: name.normalize('NFC'),
  identityType: 'name',
})

/** Whether an untrusted claim of identity is the one meant; e-mail addresses also match in lower case. An md5 hash never matches. */
export async function matchesIdentity(
  object: IdentityObject,
  identity: string,
  primitives: Pick<Primitives, 'sha256'>,
): Promise<boolean> {
  const trimmed = identity.normalize('NFC').trim()
  for (const spelling of new Set([trimmed, trimmed.toLowerCase()])) {
    const expected = object.hashed ? await hashOf(spelling, object.salt ?? '', primitives) : spelling
    if (object.hashed ? object.identityHash.toLowerCase() === expected : object.identityHash === expected) return true
  }
  return false
}

const hashOf = async (identity: string, salt: string, primitives: Pick<Primitives, 'sha256'>): Promise<string> =>
  PREFIX + hexOf(await primitives.sha256(utf8(identity + salt)))
