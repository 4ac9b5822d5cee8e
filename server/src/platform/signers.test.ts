import assert from 'node:assert/strict'
import { createPublicKey, verify } from 'node:crypto'
import { after, before, test } from 'node:test'
import { decodeMultikey } from '@kolleges/credentials'
import { type Harness, harness } from '../../test/harness.ts'
import { PlatformError } from './errors.ts'
import type { Instant } from './ports.ts'
import { openSigners } from './signers.ts'

const HANBIT = '01920000-0000-7000-8000-00000000000a'
const data = new TextEncoder().encode('badge')

let h: Harness
before(async () => {
  h = await harness()
  const now = h.clock.now()
  await h.ports.db.tenant(HANBIT, (tx) =>
    tx
      .insertInto('institutions')
      .values({
        ...{
          id: HANBIT,
          slug: 'hanbit',
          name_ko: '한빛',
          name_en: 'Hanbit',
          kind: 'university',
          standing: 'confirmed',
        },
        ...{
          primary_color: '#000000',
          accent_color: '#000000',
          default_language: 'ko',
          created_at: now,
          updated_at: now,
        },
      })
      .execute(),
  )
})
after(() => h.close())

const create = () => h.ports.db.tenant(HANBIT, (tx) => h.ports.signers.create(tx, HANBIT))
const list = () => h.ports.db.tenant(HANBIT, (tx) => h.ports.signers.list(tx, HANBIT))
const codeIs = (code: string) => (error: unknown) => error instanceof PlatformError && error.code === code

test('an institution without a key has no signer', async () => {
  await assert.rejects(h.ports.signers.forInstitution(HANBIT), codeIs('no-active-key'))
})

test('a signature is good under the public key that the key was announced with', async () => {
  const key = await create()
  const signer = await h.ports.signers.forInstitution(HANBIT)
  assert.equal(signer.publicKeyMultibase, key.publicKeyMultibase)
  const { publicKey } = decodeMultikey(key.publicKeyMultibase)!
  const x = Buffer.from(publicKey).toString('base64url')
  const opened = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  assert.equal(verify(null, data, opened, await signer.sign(data)), true)
  assert.equal(await h.ports.signers.ready(), true)
})

test('a new key retires the one before, and is used at once', async () => {
  const second = await create()
  const states = (await list()).map(({ keyId, state }) => [keyId === second.keyId, state])
  assert.deepEqual(states, [
    [true, 'active'],
    [false, 'retired'],
  ])
  assert.equal((await h.ports.signers.forInstitution(HANBIT)).keyId, second.keyId)
})

test('a compromised key signs nothing more, and says since when', async () => {
  const [active] = await list()
  const since = '2026-11-01T00:00:00Z' as Instant
  await h.ports.db.tenant(HANBIT, (tx) => h.ports.signers.setState(tx, HANBIT, active!.keyId, 'compromised', since))
  await assert.rejects(h.ports.signers.forInstitution(HANBIT), codeIs('no-active-key'))
  assert.equal((await list())[0]?.stateSince, since)
})

test('the stored key is not the key, and does not open with another secret or in another row', async () => {
  const key = await create()
  const row = await h.ports.db.operator((tx) =>
    tx.selectFrom('signing_keys').select('sealed_secret').where('id', '=', key.keyId).executeTakeFirstOrThrow(),
  )
  assert.equal(row.sealed_secret.length, 12 + 16 + 32)
  const { db, clock, random } = h.ports
  const stranger = openSigners({ db, clock, random, secret: 'another secret of thirty-two characters' })
  await assert.rejects(stranger.forInstitution(HANBIT), codeIs('key-unreadable'))
  assert.equal(await stranger.ready(), false)
  const moved = await create()
  await h.ports.db.operator((tx) =>
    tx.updateTable('signing_keys').set({ sealed_secret: row.sealed_secret }).where('id', '=', moved.keyId).execute(),
  )
  await assert.rejects(h.ports.signers.forInstitution(HANBIT), codeIs('key-unreadable'))
})
