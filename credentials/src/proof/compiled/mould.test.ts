// Holds the one walk against the two texts it stands for: it may miss a likeness, and never sees one that is not there.

import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { someParts$ } from '../../../test/arbitraries.ts'
import { fullParts, someParts } from '../../../test/fixtures.ts'
import { anAltered } from '../../../test/mutations.ts'
import { composeCredential, type JsonObject } from '../../index.ts'
import { split } from './holes.ts'
import { exactMouldOf, fit, mouldOf } from './mould.ts'

const RUNS = Number(process.env.KOLLEGES_PROVE_RUNS ?? 300)

const judge = (first: JsonObject, second: JsonObject): void => {
  const mould = mouldOf(first)
  const [one, other] = [split(first), split(second)]
  if (!mould || !one) {
    assert.equal(mould, one)
    return
  }
  assert.deepEqual(fit(mould, first), one.values)
  const values = fit(mould, second)
  if (values === null) return
  assert.equal(other?.key, one.key)
  assert.deepEqual(values, other?.values)
}

test('a document fits the mould of another only when their splits have one key, and then gives the same values', () => {
  fc.assert(
    fc.property(someParts$, someParts$, (a, b) => judge(composeCredential(a), composeCredential(b))),
    { numRuns: RUNS },
  )
})

test('the same holds when one value, anywhere, is altered, taken away, added or moved', () => {
  const document = composeCredential(fullParts())
  fc.assert(
    fc.property(anAltered(document), (altered) => judge(document, altered)),
    { numRuns: RUNS },
  )
})

test('documents that differ in their holes alone fit', () => {
  const mould = mouldOf(composeCredential(someParts()))!
  assert.notEqual(fit(mould, composeCredential(someParts({ id: 'https://badges.hanbit.example/c/2' }))), null)
})

test('an exact mould fits what is equal, and nothing else', () => {
  const { achievement } = composeCredential(fullParts()).credentialSubject as JsonObject
  const mould = exactMouldOf(achievement!)
  assert.notEqual(fit(mould, structuredClone(achievement!)), null)
  fc.assert(
    fc.property(anAltered(achievement as JsonObject), (altered) => {
      assert.equal(fit(mould, altered) !== null, JSON.stringify(altered) === JSON.stringify(achievement))
    }),
    { numRuns: RUNS },
  )
})

test('what is done to a document later does not change its mould', () => {
  const document = structuredClone(composeCredential(someParts())) as { type: string[] }
  const mould = mouldOf(document)!
  document.type.push('Other')
  assert.equal(fit(mould, document), null)
})
