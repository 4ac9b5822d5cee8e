/** What a table gives, what a registrar may decide, and what is decided by itself. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Articulation, type Badge, isOpenOn, repeatedRows, rowFor } from './articulation.ts'
import {
  decideAutomatically,
  decideItems,
  type Item,
  itemOf,
  type Line,
  proposedCredits,
  recognisedCredits,
} from './recognition.ts'

const OWN = 'did:web:kolleges.example:i:hanbit'
const row = (more: Partial<Articulation> = {}): Articulation => ({
  source: { achievement: 'a-1', name: 'SQL 기초' },
  course: { code: 'CSE201', name: '데이터베이스' },
  credits: 3,
  decision: 'review',
  validUntil: null,
  ...more,
})
const badge = (more: Partial<Badge> = {}): Badge => ({
  name: 'SQL 기초',
  issuer: { id: OWN, name: '한빛대학교' },
  achievementIds: ['https://kolleges.example/b/a-1/1', 'a-1'],
  verdict: 'valid',
  isTheirs: true,
  url: null,
  ...more,
})
const item = (more: Partial<Item> = {}): Item => ({ ...itemOf(badge(), row(), 0, '2026-11-25'), ...more })

test('a badge falls under the row of its issuer and its achievement', () => {
  const foreign = row({ source: { achievement: 'https://x.example/a', issuer: 'did:web:x.example', name: 'X' } })
  const rows = [foreign, row()]
  assert.equal(rowFor(rows, badge(), OWN), rows[1])
  assert.equal(rowFor(rows, badge({ issuer: { id: 'did:web:x.example', name: 'X' } }), OWN), null)
  const theirs = badge({ issuer: { id: 'did:web:x.example', name: 'X' }, achievementIds: ['https://x.example/a'] })
  assert.equal(rowFor(rows, theirs, OWN), foreign)
})

test('a row holds to the end of its last day, and the same row may not stand twice', () => {
  assert.ok(isOpenOn(row({ validUntil: '2026-11-25' }), '2026-11-25'))
  assert.ok(!isOpenOn(row({ validUntil: '2026-11-25' }), '2026-11-26'))
  assert.equal(itemOf(badge(), row({ validUntil: '2026-11-24' }), 0, '2026-11-25').articulation, null)
  const other = row({ course: { code: 'CSE202', name: '자료구조' } })
  assert.deepEqual(repeatedRows([row(), other, row()]), [2])
})

const DECISIONS: readonly (readonly [name: string, item: Partial<Item>, line: Partial<Line>, fault: string | null])[] =
  [
    ['accepting gives what the table gives', {}, { outcome: 'accepted' }, null],
    [
      'accepting in part needs credits and a reason',
      {},
      { outcome: 'partly', credits: 1.5, reason: '범위가 좁음' },
      null,
    ],
    ['in part without a reason', {}, { outcome: 'partly', credits: 1.5 }, 'reason-missing'],
    ['in part without credits', {}, { outcome: 'partly', reason: '범위가 좁음' }, 'credits-missing'],
    ['refusing without a reason', {}, { outcome: 'refused' }, 'reason-missing'],
    ['refusing a revoked badge', { verdict: 'revoked' }, { outcome: 'refused', reason: '취소된 배지' }, null],
    ['accepting a revoked badge', { verdict: 'revoked' }, { outcome: 'accepted' }, 'badge-not-valid'],
    ['accepting what the table does not know', { articulation: null }, { outcome: 'accepted' }, 'course-missing'],
    ['accepting more than the programme allows', {}, { outcome: 'accepted', credits: 9.5 }, 'credits-too-many'],
    ['deciding about a badge that was not handed in', {}, { index: 7, outcome: 'accepted' }, 'item-unknown'],
  ]
for (const [name, given, line, fault] of DECISIONS)
  test(`${name}: ${fault ?? 'is taken'}`, () => {
    const decided = decideItems([item(given)], [{ index: 0, outcome: 'accepted', ...line }], 9)
    if (fault === null) assert.equal(decided.outcome, 'decided')
    else assert.deepEqual(decided.outcome === 'refused' && decided.faults[0]?.code, fault)
  })

test('every badge is decided about, and none twice', () => {
  const two = [item(), item({ index: 1 })]
  const line: Line = { index: 0, outcome: 'accepted' }
  const faultsOf = (lines: Line[]) => {
    const decided = decideItems(two, lines, null)
    return decided.outcome === 'refused' ? decided.faults.map(({ code }) => code) : []
  }
  assert.deepEqual(faultsOf([line]), ['item-undecided'])
  assert.deepEqual(faultsOf([line, line]), ['item-repeated'])
})

test('only sound badges under automatic rows are decided by themselves', () => {
  const clear = item({ articulation: row({ decision: 'automatic' }) })
  assert.equal(recognisedCredits(decideAutomatically([clear], null) ?? []), 3)
  const doubtful: Partial<Item>[] = [
    { verdict: 'issuer_unverified' },
    { isTheirs: false },
    { articulation: row({ decision: 'review' }) },
    { articulation: null },
  ]
  for (const more of doubtful) assert.equal(decideAutomatically([clear, { ...clear, index: 1, ...more }], null), null)
  assert.equal(decideAutomatically([clear, { ...clear, index: 1 }], 5), null)
  assert.equal(decideAutomatically([], null), null)
})

test('what is recognised without changing the credits is never more than what the table proposed', () => {
  const halves = fc.integer({ min: 1, max: 12 }).map((n) => n / 2)
  const made = fc.record({
    credits: halves,
    decision: fc.constantFrom('automatic', 'review') as fc.Arbitrary<'automatic' | 'review'>,
    isTheirs: fc.constant(true),
  })
  fc.assert(
    fc.property(fc.array(made, { maxLength: 8 }), (parts) => {
      const items = parts.map(({ credits, decision }, index) =>
        item({ index, articulation: row({ credits, decision }) }),
      )
      const lines = items.map(({ index }): Line => ({ index, outcome: 'accepted' }))
      const decided = decideItems(items, lines, null)
      assert.equal(decided.outcome, 'decided')
      if (decided.outcome === 'decided') assert.equal(recognisedCredits(decided.items), proposedCredits(items))
    }),
    { numRuns: 200 },
  )
})
