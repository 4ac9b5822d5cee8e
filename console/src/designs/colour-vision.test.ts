import assert from 'node:assert/strict'
import { test } from 'node:test'
import { confusedBy, filterValues, seenBy, VISIONS } from './colour-vision.ts'

test('greys stay as they are to everybody', () => {
  for (const vision of VISIONS)
    for (const grey of ['#000000', '#808080', '#ffffff'])
      for (const at of [1, 3, 5]) {
        const [before, after] = [grey, seenBy(vision, grey)].map((one) => Number.parseInt(one.slice(at, at + 2), 16))
        assert.ok(Math.abs(before! - after!) <= 2, `${grey} is ${seenBy(vision, grey)} to ${vision}`)
      }
})

test('red and green that most tell apart are one to some; blue and yellow are not', () => {
  assert.deepEqual(confusedBy('#a8552f', '#6f7a2c'), ['protan', 'deutan'])
  assert.deepEqual(confusedBy('#2e8b57', '#b0506a'), ['deutan'])
  assert.deepEqual(confusedBy('#1f3a8a', '#e0a526'), [])
  assert.deepEqual(confusedBy('#1f3a8a', '#1f3a8b'), [])
})

test('the filter says the same as the sum', () => {
  const numbers = filterValues('protan').split(' ').map(Number)
  assert.equal(numbers.length, 20)
  assert.ok(Math.abs(numbers[0]! + numbers[1]! + numbers[2]! - 1) < 1e-4)
})
