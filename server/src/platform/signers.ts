/** Signing keys and the only code that opens them. */
import { type KeyObject, sign } from 'node:crypto'
import { encodeMultikey } from '@kolleges/credentials'
import { PlatformError } from './errors.ts'
import { SIGNER_CACHE_SECONDS } from './limits.ts'
import type { Clock, Db, Instant, InstitutionSigner, KeyState, Random, Signers, SigningKey, Tx } from './ports.ts'
import { privateKeyOf, publicKeyOf, seal, unseal } from './sealed-keys.ts'
import { deriveKey } from './secret.ts'

const SEED_BYTES = 32
const IV_BYTES = 12

export type SignerParts = { readonly db: Db; readonly clock: Clock; readonly random: Random; readonly secret: string }

export function openSigners({ db, clock, random, secret }: SignerParts): Signers {
  const wrapping = deriveKey(secret, 'signing keys')
  const cache = new Map<string, { readonly signer: InstitutionSigner; readonly until: Instant }>()
  return {
    create: async (tx, institutionId) => {
      const now = clock.now()
      await tx
        .updateTable('signing_keys')
        .set({ state: 'retired', state_since: now })
        .where('institution_id', '=', institutionId)
        .where('state', '=', 'active')
        .execute()
      const seed = random.bytes(SEED_BYTES)
      const id = random.uuid()
      const publicKeyMultibase = encodeMultikey('Ed25519', publicKeyOf(privateKeyOf(seed)))
      const sealed = seal(seed, wrapping, ownerOf(institutionId, id), random.bytes(IV_BYTES))
      await tx
        .insertInto('signing_keys')
        .values({
          institution_id: institutionId,
          id,
          public_key_multibase: publicKeyMultibase,
          sealed_secret: sealed,
          state: 'active',
          active_since: now,
          state_since: now,
        })
        .execute()
      cache.delete(institutionId)
      return { keyId: id, institutionId, publicKeyMultibase, state: 'active', activeSince: now, stateSince: now }
    },
    forInstitution: async (institutionId) => {
      const known = cache.get(institutionId)
      if (known && known.until > clock.now()) return known.signer
      const row = await db.tenant(institutionId, (tx) => loadActive(tx, institutionId))
      if (!row) throw new PlatformError('no-active-key', 'The institution has no active signing key.')
      const signer = signerOf(row.id, row.public_key_multibase, openKey(wrapping, institutionId, row))
      cache.set(institutionId, { signer, until: clock.after(SIGNER_CACHE_SECONDS) })
      return signer
    },
    list: async (tx, institutionId) => {
      const rows = await tx
        .selectFrom('signing_keys')
        .select(['id', 'public_key_multibase', 'state', 'active_since', 'state_since'])
        .where('institution_id', '=', institutionId)
        .orderBy('id', 'desc')
        .execute()
      return rows.map(
        (row): SigningKey => ({
          keyId: row.id,
          institutionId,
          publicKeyMultibase: row.public_key_multibase,
          state: row.state as KeyState,
          activeSince: row.active_since,
          stateSince: row.state_since,
        }),
      )
    },
    setState: async (tx, institutionId, keyId, state, since = clock.now()) => {
      await tx
        .updateTable('signing_keys')
        .set({ state, state_since: since })
        .where('institution_id', '=', institutionId)
        .where('id', '=', keyId)
        .execute()
      cache.delete(institutionId)
    },
    ready: () => opens(db, wrapping),
  }
}

type SealedRow = { readonly id: string; readonly public_key_multibase: string; readonly sealed_secret: Uint8Array }

const ownerOf = (institutionId: string, keyId: string): string => `${institutionId} ${keyId}`

const openKey = (wrapping: Buffer, institutionId: string, row: SealedRow): KeyObject =>
  privateKeyOf(unseal(row.sealed_secret, wrapping, ownerOf(institutionId, row.id)))

const loadActive = (tx: Tx, institutionId: string): Promise<SealedRow | undefined> =>
  tx
    .selectFrom('signing_keys')
    .select(['id', 'public_key_multibase', 'sealed_secret'])
    .where('institution_id', '=', institutionId)
    .where('state', '=', 'active')
    .executeTakeFirst()

const signerOf = (keyId: string, publicKeyMultibase: string, key: KeyObject): InstitutionSigner => ({
  keyId,
  publicKeyMultibase,
  sign: async (bytes) => new Uint8Array(sign(null, bytes, key)),
})

/** Opens the newest key as a trial: a changed secret shows before the first signature is wanted. */
async function opens(db: Db, wrapping: Buffer): Promise<boolean> {
  try {
    return await db.operator(async (tx) => {
      const row = await tx
        .selectFrom('signing_keys')
        .select(['institution_id', 'id', 'public_key_multibase', 'sealed_secret'])
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst()
      if (row) openKey(wrapping, row.institution_id, row)
      return true
    })
  } catch {
    return false
  }
}
