import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayInSeoul, endOfDayInSeoul, formatAgo, formatDate, startOfDayInSeoul } from './format.ts'

const LATE_EVENING_UTC = '2026-11-23T16:30:00Z'
const NOW = Date.parse('2026-11-24T16:30:00Z')

test('a date is the date in Seoul, whatever the zone of the machine', () => {
  assert.equal(dayInSeoul(LATE_EVENING_UTC), '2026-11-24')
  assert.equal(formatDate(LATE_EVENING_UTC, 'longDate', 'ko'), '2026년 11월 24일')
  assert.equal(formatDate(LATE_EVENING_UTC, 'longDate', 'en'), '24 November 2026')
})

test('a chosen day begins and ends in Seoul', () => {
  assert.equal(dayInSeoul(startOfDayInSeoul('2026-03-01')), '2026-03-01')
  assert.equal(dayInSeoul(endOfDayInSeoul('2026-03-01')), '2026-03-01')
})

const AGO: [string, string, string][] = [
  ['2026-11-24T16:29:50Z', '지금', 'now'],
  ['2026-11-24T16:25:00Z', '5분 전', '5 minutes ago'],
  ['2026-11-24T13:30:00Z', '3시간 전', '3 hours ago'],
  ['2026-11-23T16:30:00Z', '어제', 'yesterday'],
  ['2026-10-01T00:00:00Z', '2026. 10. 1.', '1 Oct 2026'],
]
for (const [instant, ko, en] of AGO)
  test(`${instant} is ${ko}, ${en}`, () => {
    assert.equal(formatAgo(instant, NOW, 'ko'), ko)
    assert.equal(formatAgo(instant, NOW, 'en'), en)
  })
