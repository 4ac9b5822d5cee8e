// What is remembered may spare work, and never changes an answer.

import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { someParts$ } from '../test/arbitraries.ts'
import { aSigned, fullParts, NOON, nodePrimitives, someMaterial } from '../test/fixtures.ts'
import { anAltered } from '../test/mutations.ts'
import { composeCredential, type JsonObject, parseCredential, sharedShapes, verify } from './index.ts'
import { withoutKey } from './json.ts'
import { Shapes } from './proof/compiled/shapes.ts'

const RUNS = Number(process.env.KOLLEGES_PROVE_RUNS ?? 150)
const unsigned = composeCredential(fullParts())
const withSubject = (more: JsonObject): JsonObject => ({
  ...unsigned,
  credentialSubject: { ...(unsigned.credentialSubject as JsonObject), ...more },
})

/** Two are hashed until the shape is compiled; then one is read. */
async function warm(known: JsonObject): Promise<Shapes> {
  const shapes = new Shapes()
  for (let time = 0; time < 2; time++) await shapes.hash(known, (bytes) => nodePrimitives.sha256(bytes) as Uint8Array)
  assert.equal(shapes.isFaultless(known), false)
  parseCredential(known, shapes)
  return shapes
}

test('a shape is known to be faultless once one of it was read, whatever stands in its holes', async () => {
  const shapes = await warm(unsigned)
  assert.equal(shapes.isFaultless(structuredClone(unsigned)), true)
  assert.equal(shapes.isFaultless({ ...unsigned, id: 'urn:uuid:0197fb2c-0000-7000-8000-000000000000' }), true)
  assert.equal(shapes.isFaultless({ ...unsigned, name: 'x' }), false)
})

const strange: [string, JsonObject, JsonObject][] = [
  ['an id that is no URI', unsigned, { ...unsigned, id: 'x' }],
  ['a recipient that is no URI', withSubject({ id: 'did:key:z6Mk1' }), withSubject({ id: 'nobody' })],
  [
    'a beginning that is no date',
    withSubject({ activityStartDate: '2026-03-01T00:00:00Z' }),
    withSubject({ activityStartDate: 'soon' }),
  ],
  ['an award on no day', { ...unsigned, awardedDate: '2026-11-22T00:00:00Z' }, { ...unsigned, awardedDate: 'today' }],
]

for (const [what, known, other] of strange)
  test(`${what} is found where the shape is known`, async () => {
    const shapes = await warm(known)
    assert.equal(shapes.isFaultless(known), true)
    assert.equal(shapes.isFaultless(other), false)
    assert.equal(parseCredential(other, shapes).outcome, 'refused')
  })

test('an altered copy of a known credential is read as it is read by itself', async () => {
  const shapes = await warm(unsigned)
  fc.assert(
    fc.property(anAltered(unsigned), (altered) => {
      assert.deepEqual(parseCredential(altered, shapes), parseCredential(altered, new Shapes()))
    }),
    { numRuns: RUNS },
  )
})

test('so is any other credential of the same badge', async () => {
  await fc.assert(
    fc.asyncProperty(someParts$, someParts$, async (a, b) => {
      const [one, other] = [composeCredential(a), composeCredential(b)]
      assert.deepEqual(parseCredential(other, await warm(one)), parseCredential(other, new Shapes()))
    }),
    { numRuns: RUNS / 5 },
  )
})

test('what was refused is not noted', async () => {
  const faulty = withSubject({ licenseNumber: 'x', role: 3 })
  assert.equal((await warm(faulty)).isFaultless(faulty), false)
})

test('with every memory warm, no altered credential is valid unless it says the same', async () => {
  const signed = await aSigned(fullParts())
  const ask = (credential: JsonObject) => verify(credential, someMaterial(), { at: NOON, primitives: nodePrimitives })
  for (let time = 0; time < 3; time++) assert.equal((await ask(structuredClone(signed))).verdict, 'valid')
  const before = sharedShapes.counts.compiled
  await fc.assert(
    fc.asyncProperty(anAltered(signed), async (altered) => {
      const { verdict, canonicalHash } = await ask(altered)
      const honest = await ask(structuredClone(signed))
      // The signature covers the graph: another order of properties, or one value as a list of one, says the same.
      if (verdict === 'valid') assert.equal(canonicalHash, honest.canonicalHash)
    }),
    { numRuns: RUNS },
  )
  assert.ok(sharedShapes.counts.compiled - before >= RUNS)
})

test('a copy without one property keeps all others, by whatever name', () => {
  const strange = JSON.parse('{"a":1,"__proto__":{"b":2},"proof":3}') as JsonObject
  const rest = withoutKey(strange, 'proof')
  assert.equal(JSON.stringify(rest), '{"a":1,"__proto__":{"b":2}}')
  assert.equal((rest as { b?: number }).b, undefined)
})
