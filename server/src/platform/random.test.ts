import assert from 'node:assert/strict'
import { test } from 'node:test'
import { systemRandom } from './random.ts'

test('row ids are UUIDv7 and sort in the order they were made', () => {
  const ids = Array.from({ length: 10_000 }, () => systemRandom.uuid())
  for (const id of ids.slice(0, 20))
    assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  assert.deepEqual(ids.toSorted(), ids)
  assert.equal(new Set(ids).size, ids.length)
})

test('public ids are 26 Crockford characters and use all 32 of them', () => {
  const ids = Array.from({ length: 500 }, () => systemRandom.publicId())
  for (const id of ids) assert.match(id, /^[0-9a-hjkmnp-tv-z]{26}$/)
  assert.equal(new Set(ids.join('')).size, 32)
})

test('codes have six digits', () => {
  for (let made = 0; made < 200; made++) assert.match(systemRandom.code6(), /^\d{6}$/)
})
