import test from 'node:test'
import fc from 'fast-check'
import { aSigned, fullParts, LIST_URL, NOON, nodePrimitives, someMaterial } from '../../test/fixtures.ts'
import { type Check, type Json, type JsonObject, type Material, type VerifyOptions, verify, withBit } from '../index.ts'

const signed = await aSigned()
const ask = (credential: Json, material: Material = someMaterial(), options: Partial<VerifyOptions> = {}) =>
  verify(credential, material, { at: NOON, primitives: nodePrimitives, ...options })
const _lineOf = (checks: readonly Check[], name: string) => checks.find(({ check }) => check === name)

function _altered(change: (credential: JsonObject, proof: JsonObject) => void, credential: Json = signed): JsonObject {
  const copy = structuredClone(credential) as JsonObject
  change(copy, (copy.proof as JsonObject[])[0]!)
  return copy
}

const _listOfBits = (bits: Uint8Array, purpose = 'revocation'): Partial<Material> => ({
  statusLists: new Map([[LIST_URL, { bits, purpose }]]),
})
const _revokedBits = withBit(new Uint8Array(16_384), 4_711, true)
test('any one-byte change of a signed credential is never valid', async () => {
  const text = Buffer.from(JSON.stringify(await aSigned(fullParts())))
  await fc.assert(
    fc.asyncProperty(fc.nat(text.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
      const changed = Buffer.from(text)
      changed[at]! ^= flip
      let value: Json
      try {
        value = JSON.parse(changed.toString('utf8'))
      } catch {
        return true
      }
      return (await ask(value)).verdict !== 'valid'
    }),
    { numRuns: 600 },
  )
})

test('any JSON at all gets an answer, and never a good one', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), async (value) => (await ask(value as Json)).verdict === 'unreadable'),
    { numRuns: 300 },
  )
})
