/** The two did:key issuers that sign for conformance tests, and for nothing else. */
import { type KeyObject, sign } from 'node:crypto'
import { didKey, encodeMultikey, type Signer, verificationMethodId } from '@kolleges/credentials'
import type { Ports } from '../platform/ports.ts'
import { privateKeyOf, publicKeyOf, seal, unseal } from '../platform/sealed-keys.ts'
import { deriveKey } from '../platform/secret.ts'
import { compressedPoint, ellipticKey, signElliptic } from './elliptic-key.ts'
import { findKey, type KeyRow, saveKey } from './store.ts'

export type Algorithm = 'Ed25519' | 'P-256'

export type Issuer = {
  readonly algorithm: Algorithm
  readonly did: string
  readonly publicKeyMultibase: string
  readonly signer: Signer
}

/** Made when first asked for, and kept sealed in the database: the same after every restart. */
export async function loadIssuer(ports: Ports, algorithm: Algorithm): Promise<Issuer> {
  const row = (await ports.db.lookup((tx) => findKey(tx, algorithm))) ?? (await createKey(ports, algorithm))
  const { toKey, sign: signWith } = KINDS[algorithm]
  const key = toKey(unseal(row.sealed_secret, wrappingKey(ports), ownerOf(algorithm)))
  const did = didKey(row.public_key_multibase)
  const verificationMethod = verificationMethodId(did, row.public_key_multibase)
  const signer: Signer = { verificationMethod, sign: (bytes) => new Uint8Array(signWith(bytes, key)) }
  return { algorithm, did, publicKeyMultibase: row.public_key_multibase, signer }
}

type Kind = {
  readonly publicKey: (seed: Uint8Array) => Uint8Array
  readonly toKey: (seed: Uint8Array) => KeyObject
  readonly sign: (bytes: Uint8Array, key: KeyObject) => Buffer
}

const KINDS: Readonly<Record<Algorithm, Kind>> = {
  Ed25519: {
    publicKey: (seed) => publicKeyOf(privateKeyOf(seed)),
    toKey: privateKeyOf,
    sign: (bytes, key) => sign(null, bytes, key),
  },
  'P-256': {
    publicKey: compressedPoint,
    toKey: ellipticKey,
    sign: signElliptic,
  },
}

const SEED_BYTES = 32
const IV_BYTES = 12

async function createKey(ports: Ports, algorithm: Algorithm): Promise<KeyRow> {
  const seed = ports.random.bytes(SEED_BYTES)
  const row: KeyRow = {
    algorithm,
    public_key_multibase: encodeMultikey(algorithm, KINDS[algorithm].publicKey(seed)),
    sealed_secret: seal(seed, wrappingKey(ports), ownerOf(algorithm), ports.random.bytes(IV_BYTES)),
  }
  return ports.db.lookup(async (tx) => {
    await saveKey(tx, row, ports.clock.now())
    return (await findKey(tx, algorithm)) ?? row
  })
}

const wrappingKey = ({ config }: Ports): Buffer => deriveKey(config.secret ?? '', 'conformance keys')
const ownerOf = (algorithm: Algorithm): string => `conformance ${algorithm}`
