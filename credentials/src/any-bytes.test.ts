// Any bytes at all get an answer: never an exception, never a good verdict that is not deserved, never unbounded work or memory.

import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { nodePrimitives } from '../test/fixtures.ts'
import { judge } from '../test/vector-material.ts'
import { materialFile, vectorBytes, verificationVectors } from '../test/vectors.ts'
import type { Primitives } from './index.ts'

const SEED = 20_261_123
const RUNS = Number(process.env.KOLLEGES_FUZZ_RUNS ?? 400)
const material = materialFile()
const small = verificationVectors().filter(({ made }) => !made)
const files = small
  .map((vector) => ({ vector, bytes: vectorBytes(vector) }))
  .filter(({ bytes, vector }) => bytes.length > 0 && bytes.length < 60_000 && vector.file !== 'poison.json')

/** Work is told by what is hashed and verified, which is the same on a busy machine. */
interface Work {
  hashes: number
  hashedBytes: number
  signatures: number
}

function counting(work: Work): Primitives {
  return {
    sha256(bytes) {
      work.hashes++
      work.hashedBytes += bytes.length
      return nodePrimitives.sha256(bytes)
    },
    verify(...asked) {
      work.signatures++
      return nodePrimitives.verify(...asked)
    },
    verifyRsa(...asked) {
      work.signatures++
      return nodePrimitives.verifyRsa!(...asked)
    },
  }
}

async function verdictOf(
  bytes: Uint8Array,
  at: string,
): Promise<{ verdict: string; canonicalHash?: string; work: Work }> {
  const work: Work = { hashes: 0, hashedBytes: 0, signatures: 0 }
  const { verdict, canonicalHash } = await judge({ bytes, file: material, at, primitives: counting(work) })
  return { verdict, work, ...(canonicalHash ? { canonicalHash } : {}) }
}

const originals = new Map<string, Set<string | undefined>>()
for (const { vector, bytes } of files) {
  const { verdict, canonicalHash } = await verdictOf(bytes, vector.at)
  if (verdict === 'valid') originals.set(vector.file, new Set([canonicalHash]))
}
const goodHashes = new Set([...originals.values()].flatMap((hashes) => [...hashes]))

type Change = (bytes: Buffer) => Buffer

const flip = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })).map(
  ([at, by]): Change =>
    (bytes) => {
      bytes[at % bytes.length]! ^= by
      return bytes
    },
)
const cut = fc.tuple(fc.nat(), fc.nat(64)).map(
  ([at, length]): Change =>
    (bytes) => {
      const from = at % bytes.length
      return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + length)])
    },
)
const insert = fc.tuple(fc.nat(), fc.uint8Array({ maxLength: 24 })).map(
  ([at, more]): Change =>
    (bytes) => {
      const from = at % bytes.length
      return Buffer.concat([bytes.subarray(0, from), more, bytes.subarray(from)])
    },
)
const repeat = fc.tuple(fc.nat(), fc.nat(200), fc.integer({ min: 2, max: 40 })).map(
  ([at, length, times]): Change =>
    (bytes) => {
      const from = at % bytes.length
      const part = bytes.subarray(from, from + length)
      return Buffer.concat([bytes.subarray(0, from), ...new Array(times).fill(part), bytes.subarray(from + length)])
    },
)
const words = fc.constantFrom(
  ...['null', '[]', '{}', '"x"', '-0', '1e400', '"\\ud800"', '"__proto__"', '{"@id":"_:a"}', '[[[[]]]]', 'true'],
)
const replaceValue = fc.tuple(fc.nat(), words).map(
  ([at, word]): Change =>
    (bytes) => {
      const values = [...bytes.toString('latin1').matchAll(/:("[^"]*"|\d+|true|false)/g)]
      const found = values[at % Math.max(values.length, 1)]
      if (!found) return bytes
      const start = found.index + 1
      return Buffer.concat([bytes.subarray(0, start), Buffer.from(word), bytes.subarray(start + found[1]!.length)])
    },
)
const splice = fc.tuple(fc.nat(), fc.nat(), fc.nat(files.length - 1)).map(
  ([at, from, which]): Change =>
    (bytes) => {
      const other = files[which]!.bytes
      return Buffer.concat([bytes.subarray(0, at % bytes.length), other.subarray(from % other.length)])
    },
)

const spoiled = fc
  .tuple(
    fc.nat(files.length - 1),
    fc.array(fc.oneof(flip, cut, insert, repeat, replaceValue, splice), { minLength: 1, maxLength: 3 }),
  )
  .map(([which, changes]) => {
    const { vector, bytes } = files[which]!
    const changed = changes.reduce<Buffer>((now, change) => (now.length > 0 ? change(now) : now), Buffer.from(bytes))
    return { vector, changed, isSame: changed.equals(bytes) }
  })

test(`${RUNS} spoiled files get an answer in bounded work, and none says more than its seal covers`, async () => {
  const before = process.memoryUsage.rss()
  await fc.assert(
    fc.asyncProperty(spoiled, async ({ vector, changed, isSame }) => {
      const { verdict, canonicalHash, work } = await verdictOf(changed, vector.at)
      if (verdict === 'valid' && !isSame) assert.ok(goodHashes.has(canonicalHash), 'something unsigned is called valid')
      assert.ok(work.signatures <= 200, `${work.signatures} signatures`)
      assert.ok(work.hashes <= 2_000, `${work.hashes} hashes`)
      assert.ok(work.hashedBytes <= 16 * 1_048_576, `${work.hashedBytes} bytes hashed`)
    }),
    { seed: SEED, numRuns: RUNS, endOnFailure: true },
  )
  globalThis.gc?.()
  const rise = process.memoryUsage.rss() - before
  assert.ok(rise < 256 * 1_048_576, `${Math.round(rise / 1_048_576)} MiB more after ${RUNS} files`)
})

test('bytes of no meaning are never valid', async () => {
  const noise = fc.oneof(
    fc.uint8Array({ maxLength: 2_000 }),
    fc.string({ unit: 'binary', maxLength: 500 }).map((text) => new TextEncoder().encode(text)),
    fc
      .json()
      .map((text) => new TextEncoder().encode(`{"@context":"https://www.w3.org/ns/credentials/v2","x":${text}}`)),
    fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), bytes])),
    fc
      .array(fc.string({ unit: fc.constantFrom(...'eyJhbGciOi-_.0'), maxLength: 40 }), { minLength: 2, maxLength: 4 })
      .map((parts) => new TextEncoder().encode(parts.join('.'))),
  )
  await fc.assert(
    fc.asyncProperty(noise, async (bytes) => {
      const { verdict } = await verdictOf(bytes, '2026-11-23T03:00:00Z')
      return verdict === 'unreadable' || verdict === 'tampered' || verdict === 'status_unknown'
    }),
    { seed: SEED, numRuns: RUNS, endOnFailure: true },
  )
})
