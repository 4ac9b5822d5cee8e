// What is remembered may spare work, and never changes an answer.

import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { aSigned, fullParts, NOON, nodePrimitives, someMaterial } from '../test/fixtures.ts'
import { anAltered } from '../test/mutations.ts'
import { checkShape } from './check-shape.ts'
import type { Fault } from './errors.ts'
import { composeCredential, type JsonObject, parseCredential, sharedShapes, verify } from './index.ts'
import { isKnownAchievement } from './known-achievements.ts'

const RUNS = Number(process.env.KOLLEGES_PROVE_RUNS ?? 150)
const PATH = '/credentialSubject/achievement'
const unsigned = composeCredential(fullParts())
const { achievement } = unsigned.credentialSubject as { achievement: JsonObject }

test('an achievement is known from its second time on', () => {
  parseCredential(unsigned)
  parseCredential(unsigned)
  assert.equal(isKnownAchievement(structuredClone(achievement)), true)
  assert.equal(isKnownAchievement({ ...achievement, name: 'x' }), false)
})

test('an altered copy of a known achievement has the faults it has by itself', () => {
  fc.assert(
    fc.property(anAltered(achievement), (altered) => {
      const alone: Fault[] = []
      checkShape('Achievement', altered, PATH, alone)
      const subject = { ...(unsigned.credentialSubject as JsonObject), achievement: altered }
      const parsed = parseCredential({ ...unsigned, credentialSubject: subject })
      const found = parsed.outcome === 'refused' ? parsed.faults : []
      for (const fault of alone) assert.ok(found.some(({ path, code }) => path === fault.path && code === fault.code))
      if (alone.length > 0) assert.equal(parsed.outcome, 'refused')
    }),
    { numRuns: RUNS },
  )
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
