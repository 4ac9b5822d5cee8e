import assert from 'node:assert/strict'
import test from 'node:test'
import { CredentialError } from '@kolleges/credentials'
import { aSigningWork } from '../../test/signing-work.ts'
import { silentLog } from '../platform/log.ts'
import type { Instant } from '../platform/ports.ts'
import { keepAll, signAwards } from './sign-awards.ts'
import { signInThread } from './signing-threads.ts'

const { work, signer, sample } = await aSigningWork(60)

test('a thread keeps the very bytes that this process keeps', async () => {
  const here = await signAwards(work, { signer, log: silentLog, abreast: 1 })
  assert.equal(here.signed.length, 60)
  const there = await signInThread({ work, sample }, signer)
  assert.deepEqual(there.kept, keepAll(here.signed, sample))
  assert.deepEqual(there.refused, here.refused)
  assert.equal(there.ways.filter((way) => way === 'edition').length, 58)
})

test('what may not be signed fails alone, in a thread too', async () => {
  const [first, ...others] = work.awards
  const bad = { ...first!, validFrom: 'today' as Instant }
  const { kept, refused } = await signInThread({ work: { ...work, awards: [bad, ...others] }, sample }, signer)
  assert.deepEqual(refused, [{ id: bad.id, failure: 'date-malformed' }])
  assert.equal(kept.length, 59)
})

test('a signer that is away breaks the task, and nothing is kept', async () => {
  const away = { ...signer, sign: () => Promise.reject(new CredentialError('signature-malformed', {})) }
  await assert.rejects(signInThread({ work, sample }, away), { code: 'thread-broken' })
})
