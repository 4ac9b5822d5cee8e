import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { boundsOf, movePath, round } from './path.ts'

const CASES: readonly [string, string, string][] = [
  ['points are scaled, then moved', 'M1 2L3 4', 'M12 24L16 28'],
  ['horizontal and vertical lines keep their axis', 'M0 0H5V6', 'M10 20H20V32'],
  ['an arc keeps its flags and its angle', 'M0 0A3 3 45 1 0 4 5', 'M10 20A6 6 45 1 0 18 30'],
  ['relative commands are scaled only', 'M1 1l2 3h4', 'M12 22l4 6h8'],
  ['numbers may touch a minus sign', 'M1-2C.5.5-1-1 0 0Z', 'M12 16C11 21 8 18 10 20Z'],
]

for (const [sentence, given, wanted] of CASES)
  test(sentence, () => assert.equal(movePath(given, { x: 10, y: 20, scale: 2 }), wanted))

test('a path moved nowhere stays as it is', () => {
  for (const [, given] of CASES.slice(0, 4)) assert.equal(movePath(given, { x: 0, y: 0, scale: 1 }), given)
})

test('rounding never writes minus zero', () => {
  fc.assert(fc.property(fc.double({ min: -0.005, max: 0, noNaN: true }), (value) => !Object.is(round(value), -0)))
})

test('the bounds of a path hold all its points and handles', () => {
  assert.deepEqual(boundsOf('M10 20H40V5C50 60 60 30 12 8Z'), { x: 10, y: 5, width: 50, height: 55 })
  assert.deepEqual(boundsOf('M10 20A10 10 0 0 1 30 20Z'), { x: 10, y: 10, width: 20, height: 10 })
  assert.deepEqual(boundsOf('M10 20A10 10 0 0 0 30 20Z'), { x: 10, y: 20, width: 20, height: 10 })
  assert.deepEqual(boundsOf('M10 20A10 10 0 0 1 30 20A10 10 0 0 1 10 20Z'), { x: 10, y: 10, width: 20, height: 20 })
  assert.equal(boundsOf('M10 10l5 5'), null)
  assert.equal(boundsOf(''), null)
})
