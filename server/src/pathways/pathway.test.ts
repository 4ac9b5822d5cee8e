import assert from 'node:assert/strict'
import { test } from 'node:test'
import { batchDay } from './pathway.ts'

const CASES: [sentence: string, dates: string[], day: string, expected: string][] = [
  ['the next date of the year is taken', ['03-02', '09-01'], '2026-04-10', '2026-09-01'],
  ['after the last one the first of the next year', ['03-02', '09-01'], '2026-09-02', '2027-03-02'],
  ['the day itself still counts', ['03-02'], '2026-03-02', '2026-03-02'],
  ['29 February is the 28th where the year has none', ['02-29'], '2026-11-01', '2027-02-28'],
  ['and itself in a leap year', ['02-29'], '2027-11-01', '2028-02-29'],
  ['without dates it is today', [], '2026-04-10', '2026-04-10'],
]
for (const [sentence, dates, day, expected] of CASES)
  test(`batches: ${sentence}`, () => assert.equal(batchDay(dates, day), expected))
