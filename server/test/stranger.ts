/** An issuer somewhere else on the web: keys, documents and credentials that our server has never seen. */
import { generateKeyPairSync, type KeyObject, sign as signBytes } from 'node:crypto'
import {
  bitAt,
  type CredentialParts,
  composeCredential,
  composeDidDocument,
  composeStatusList,
  credentialText,
  emptyBits,
  encodeMultikey,
  prepare,
  type Signer,
  STATUS_LIST_ENTRIES_MIN,
  sign,
  verificationMethodId,
  withBit,
} from '@kolleges/credentials'
import type { Harness } from './harness.ts'

export const STRANGER = 'https://badges.elsewhere.example'
const LIST = `${STRANGER}/status/1`

export type Stranger = {
  /** The signed text of a credential with these differences. */
  issue(parts?: Partial<CredentialParts>): Promise<string>
  /** Puts the issuer's documents on the web; `set` are the bits of its list, `suspension` its purpose. */
  publish(
    web: Harness['web'],
    list?: { readonly set?: number; readonly purpose?: 'revocation' | 'suspension' },
  ): Promise<void>
}

/** With another's `did` it is a forger, who signs in that name with a key of its own. */
export function stranger(did = 'did:web:badges.elsewhere.example'): Stranger {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const multibase = encodeMultikey('Ed25519', rawOf(publicKey))
  const method = verificationMethodId(did, multibase)
  const signer: Signer = {
    verificationMethod: method,
    sign: (bytes) => new Uint8Array(signBytes(null, bytes, privateKey)),
  }
  const issuer = { id: did, name: '먼나라대학교', url: STRANGER }
  const signed = async (unsigned: ReturnType<typeof composeCredential>, created: string): Promise<string> =>
    credentialText(await sign(await prepare(unsigned, { verificationMethod: method, created }), signer))
  return {
    issue: (parts = {}) => {
      const validFrom = parts.validFrom ?? '2026-11-01T00:00:00Z'
      return signed(
        composeCredential({
          id: `${STRANGER}/credentials/1`,
          issuer,
          validFrom,
          recipient: { id: 'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK', name: '박지우' },
          achievement: {
            id: `${STRANGER}/achievements/1`,
            name: '바다 생물 관찰',
            description: '갯벌에서 배운 것',
            criteria: { narrative: '관찰 기록 열 편' },
          },
          status: { listUrl: LIST, index: 4711 },
          ...parts,
        }),
        '2026-11-01T00:00:00Z',
      )
    },
    publish: async (web, { set, purpose = 'revocation' } = {}) => {
      const empty = emptyBits(STATUS_LIST_ENTRIES_MIN)
      const bits = set === undefined || bitAt(empty, set) ? empty : withBit(empty, set, true)
      const list = composeStatusList({ id: LIST, issuer: did, purpose, bits, validFrom: '2026-11-01T00:00:00Z' })
      web.set(
        `${STRANGER}/.well-known/did.json`,
        document(JSON.stringify(composeDidDocument({ did: did, keys: [{ publicKeyMultibase: multibase }] }))),
      )
      web.set(LIST, document(await signed(list, '2026-11-01T00:00:00Z')))
    },
  }
}

/** What an address of the web answers. */
export const document = (text: string, mediaType = 'application/json') =>
  ({ outcome: 'fetched', status: 200, bytes: new TextEncoder().encode(text), mediaType, url: STRANGER }) as const

const rawOf = (key: KeyObject): Uint8Array => new Uint8Array(key.export({ format: 'der', type: 'spki' }).subarray(-32))
