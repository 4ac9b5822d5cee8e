import assert from 'node:assert/strict'
import { generateKeyPairSync, sign as signBytes } from 'node:crypto'
import { test } from 'node:test'
import {
  composeCredential,
  credentialText,
  encodeMultikey,
  nameIdentity,
  prepare,
  type Signer,
  sign,
  type UnsignedCredential,
  verificationMethodId,
} from '@kolleges/credentials'
import { counters } from '../platform/counters.ts'
import { silentLog } from '../platform/log.ts'
import type { Instant } from '../platform/ports.ts'
import { nodePrimitives } from '../platform/primitives.ts'
import { publicKeyOf } from '../platform/sealed-keys.ts'
import { type Editions, openEditions } from './editions.ts'
import { EDITION_OCCASIONS_MAX, EDITIONS_PER_OCCASION_MAX } from './limits.ts'
import { signUnsigned, type Way } from './sign-unsigned.ts'

const did = 'did:web:badges.hanbit.example:i:hanbit'
const { privateKey } = generateKeyPairSync('ed25519')
const signer: Signer = {
  verificationMethod: verificationMethodId(did, encodeMultikey('Ed25519', publicKeyOf(privateKey))),
  sign: (bytes) => new Uint8Array(signBytes(null, bytes, privateKey)),
}
const created = '2026-11-23T01:00:00Z' as Instant
const origin = 'https://badges.hanbit.example'

type Filled = { name?: string; narrative?: string; evidence?: string[]; achievement?: string }

const credential = (id: number, { name, narrative, evidence, achievement = '1' }: Filled = {}): UnsignedCredential =>
  composeCredential({
    id: `${origin}/c/${id}`,
    issuer: { id: did, name: '한빛대학교' },
    validFrom: created,
    recipient: { identifiers: [nameIdentity(name ?? `학습자 ${id}`)] },
    achievement: {
      id: `${origin}/b/${achievement}/1`,
      name: 'AI 데이터 기초',
      description: '기초를 익힌 사람에게 드립니다.',
      criteria: { narrative: '8주 과정을 마칩니다.' },
    },
    status: { listUrl: `${origin}/status/1`, index: id },
    ...(narrative !== undefined && { narrative }),
    evidence: (evidence ?? []).map((url) => ({ id: url, name: '과제' })),
  })

const byReference = async (unsigned: UnsignedCredential): Promise<string> => {
  const prepared = await prepare(unsigned, {
    verificationMethod: signer.verificationMethod,
    created,
    primitives: nodePrimitives,
  })
  return credentialText(await sign(prepared, signer))
}

const waysOf = async (): Promise<Record<string, number>> => {
  const metric = await counters.getSingleMetric('credentials_signed_total')?.get()
  return Object.fromEntries(metric?.values.map(({ labels, value }) => [String(labels.way), value]) ?? [])
}

/** Signs all and answers how often each way was gone. */
async function signAll(
  all: readonly UnsignedCredential[],
  editions: Editions = openEditions(),
  by: Signer = signer,
): Promise<{ texts: string[]; ways: Partial<Record<Way, number>> }> {
  const before = await waysOf()
  const texts: string[] = []
  for (const each of all) texts.push(await signUnsigned(each, { signer: by, created, log: silentLog, editions }))
  const after = Object.entries(await waysOf()).map(([way, count]) => [way, count - (before[way] ?? 0)] as const)
  return { texts, ways: Object.fromEntries(after.filter(([, count]) => count > 0)) }
}

const range = (count: number): number[] => Array.from({ length: count }, (_, at) => at)

test('a roster is signed to the same texts by editions and by the reference', async () => {
  const all = range(60).map((id) =>
    credential(id, {
      ...(id % 2 === 0 && { narrative: `"따옴표"\\와 줄\n바꿈, tab\t ${id} 😀` }),
      ...(id % 3 === 0 && { evidence: range(id % 2).map((n) => `https://works.example/${id}/${n}`) }),
      ...(id % 7 === 0 && { name: '남궁_솔'.normalize('NFD') }),
    }),
  )
  const { texts, ways } = await signAll(all)
  assert.deepEqual(texts, await Promise.all(all.map(byReference)))
  assert.deepEqual(ways, { unknown: 4, edition: 56 })
})

test('signing everything again, with a fresh memory or in another order, gives the same texts', async () => {
  const all = range(12).map((id) => credential(id))
  const { texts } = await signAll(all)
  const editions = openEditions()
  assert.deepEqual((await signAll([...all].reverse(), editions)).texts.reverse(), texts)
  assert.deepEqual((await signAll(all, editions)).texts, texts)
})

test('values that make another graph go to the reference, and are counted', async () => {
  const editions = openEditions()
  await signAll(
    range(3).map((id) => credential(id, { evidence: [`https://works.example/${id}`] })),
    editions,
  )
  const twins = [credential(5, { evidence: [`${origin}/c/5`] }), credential(6, { evidence: [`${origin}/b/1/1`] })]
  const { texts, ways } = await signAll(twins, editions)
  assert.deepEqual(texts, await Promise.all(twins.map(byReference)))
  assert.equal(ways.edition, undefined)
})

test('what may not be signed is refused by the reference, edition or not', async () => {
  const editions = openEditions()
  await signAll(
    range(3).map((id) => credential(id, { evidence: [`https://works.example/${id}`] })),
    editions,
  )
  const bad = credential(9, { evidence: ['not an address'] })
  await assert.rejects(signAll([bad], editions), { code: 'credential-malformed' })
  await assert.rejects(signAll([bad]), { code: 'credential-malformed' })
})

test('an edition that fails or lies costs speed and nothing else', async () => {
  const all = range(4).map((id) => credential(id))
  const expected = await Promise.all(all.map(byReference))
  const broken: Editions = {
    find: () => {
      throw new Error('broken')
    },
    learn: () => Promise.reject(new Error('broken')),
  }
  assert.deepEqual(await signAll(all, broken), { texts: expected, ways: { broken: 4 } })
  const unknown: Editions = { ...broken, find: () => ({ outcome: 'unknown' }) }
  assert.deepEqual(await signAll(all, unknown), { texts: expected, ways: { unknown: 4 } })
})

test('an edition is kept only when it gives the very text that the reference gave', async () => {
  const editions = openEditions()
  const occasion = { verificationMethod: signer.verificationMethod, created }
  const learn = (id: number, text: string) => editions.learn(occasion, credential(id), text, signer)
  assert.equal(await learn(1, await byReference(credential(1))), 'noted')
  assert.equal(await learn(2, 'another text'), 'refused')
  assert.equal(editions.find(occasion, credential(3)).outcome, 'unknown')
  assert.equal(await learn(3, await byReference(credential(3))), 'kept')
  assert.equal(editions.find(occasion, credential(4)).outcome, 'found')
  assert.equal(
    editions.find({ ...occasion, created: '2026-11-24T01:00:00Z' as Instant }, credential(4)).outcome,
    'unknown',
  )
})

test('the memory is bounded, within an occasion and over all of them', async () => {
  const editions = openEditions()
  const shapes = range(EDITIONS_PER_OCCASION_MAX + 3)
  const all = [0, ...shapes, ...shapes].map((n) => credential(n, { achievement: `a${n}` }))
  const { ways } = await signAll(all, editions)
  assert.deepEqual(ways, { unknown: 1 + shapes.length + 3, edition: EDITIONS_PER_OCCASION_MAX })
  const text = await byReference(credential(1))
  for (const n of range(EDITION_OCCASIONS_MAX + 1)) {
    const other = { verificationMethod: signer.verificationMethod, created: `2027-01-${10 + n}T00:00:00Z` as Instant }
    await editions.learn(other, credential(1), text, signer)
  }
  const { verificationMethod } = signer
  assert.equal(editions.find({ verificationMethod, created }, all[1]!).outcome, 'unknown')
})
