// A misspelt word of a rule is told with its place; it must never be passed over.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseRule } from './parse-rule.ts'

const faultsOf = (rule: unknown): string[] => {
  const parsed = parseRule(rule)
  return parsed.outcome === 'refused' ? parsed.faults.map(({ path, code }) => `${path} ${code}`) : []
}

const STRAY: readonly (readonly [place: string, rule: object])[] = [
  ['/minGrad', { badge: 'a', minGrad: 'B0' }],
  ['/any/0/minGrad', { any: [{ badge: 'a', minGrad: 'B0' }, { badge: 'b' }] }],
  ['/nOf/off', { nOf: { n: 1, of: [{ badge: 'a' }], off: 2 } }],
  ['/nOf/of/0/verson', { nOf: { n: 1, of: [{ badge: 'a', verson: '>=2' }] } }],
  ['/not/minGrad', { not: { badge: 'a', minGrad: 'B0' } }],
  ['/credits/maximum', { credits: { min: 9, maximum: 12 } }],
  ['/credits/from/tags', { credits: { min: 9, from: { tags: ['big-data'] } } }],
  ['/hours/partner/most', { hours: { min: 9, partner: { most: 3 } } }],
  ['/credits/overlapMax/credit', { credits: { min: 9, overlapMax: { with: 'major', credits: 3, credit: 3 } } }],
  ['/all/0/window/withn', { all: [{ window: { within: 'P3Y', withn: 'P1Y' } }, { badge: 'a' }] }],
  ['/all/0/minGrade', { all: [{ credits: { min: 3 }, minGrade: 'B0' }] }],
  ['/award/mod', { badge: 'a', award: { mod: 'review' } }],
  ['/equivalence', { badge: 'a', equivalence: [['a', 'b']] }],
  ['/~1~0', { badge: 'a', '/~': 1 }],
]
for (const [place, rule] of STRAY)
  test(`${place} is not known there`, () => assert.deepEqual(faultsOf(rule), [`${place} key-unknown`]))

test('a batch needs its dates', () => {
  const dated = { badge: 'a', award: { mode: 'batch', batchDates: ['03-02'] } }
  assert.deepEqual(faultsOf(dated), [])
  assert.deepEqual(faultsOf({ badge: 'a', award: { mode: 'batch' } }), ['/award/batchDates dates-missing'])
})
