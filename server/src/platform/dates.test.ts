import assert from 'node:assert/strict'
import { test } from 'node:test'
import { longDate, longDateTime, seoulDay, seoulMonth } from './dates.ts'

test('an evening in London is already the next day in Seoul', () => {
  assert.equal(longDate('2026-10-31T15:30:00Z', 'ko'), '2026년 11월 1일')
  assert.equal(longDate('2026-10-31T15:30:00Z', 'en'), '1 November 2026')
  assert.equal(seoulDay('2026-10-31T15:30:00Z'), '2026-11-01')
  assert.deepEqual(seoulMonth('2026-10-31T15:30:00Z'), { year: 2026, month: 11 })
})

test('a time is shown on the 24-hour clock', () => {
  assert.equal(longDateTime('2026-11-23T07:31:00Z', 'ko'), '2026년 11월 23일 16:31')
  assert.equal(longDateTime('2026-11-22T15:05:00Z', 'en'), '23 November 2026 at 00:05')
})
