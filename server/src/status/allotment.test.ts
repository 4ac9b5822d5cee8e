import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { drawIndexes, shuffled } from './allotment.ts'

test('drawn indexes are distinct, ascending and within the list', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 5_000 }), fc.nat(100), (size, wanted) => {
      const count = Math.min(wanted, Math.floor(size / 2))
      const drawn = drawIndexes(randomBytes, size, count)
      assert.equal(new Set(drawn).size, count)
      assert.ok(drawn.every((index, i) => index >= 0 && index < size && (i === 0 || index > drawn[i - 1]!)))
    }),
  )
})

test('more than half of a list is not drawn', () => {
  assert.throws(() => drawIndexes(randomBytes, 10, 6), RangeError)
})

test('a shuffle loses and invents nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), (items) => {
      assert.deepEqual(shuffled(randomBytes, items).sort(), [...items].sort())
    }),
  )
})
