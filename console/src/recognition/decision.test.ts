// What is sent is what stands on the screen.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RecognitionItem } from '@kolleges/api'
import { beginDecision, linesOf, totalOf } from './decision.ts'

const item = (more: Partial<RecognitionItem> = {}): RecognitionItem => ({
  index: 0,
  name: 'SQL 기초',
  issuer: '한빛대학교',
  url: null,
  verdict: 'valid',
  isTheirs: true,
  articulation: {
    source: { achievement: 'a', name: 'SQL 기초' },
    course: { code: 'CSE201', name: '데이터베이스' },
    credits: 3,
    decision: 'review',
    validUntil: null,
  },
  outcome: null,
  credits: 0,
  course: null,
  reason: null,
  ...more,
})

test('a decision begins with what the table says', () => {
  assert.equal(beginDecision(item()).outcome, 'accepted')
  assert.equal(beginDecision(item({ verdict: 'revoked' })).outcome, 'refused')
  assert.equal(beginDecision(item({ articulation: null })).outcome, 'refused')
  const never = { ...item().articulation!, decision: 'never' as const }
  assert.equal(beginDecision(item({ articulation: never })).outcome, 'refused')
})

test('a refusal gives no credits, and a reason goes only where one is asked for', () => {
  const drafts = [
    { ...beginDecision(item()), reason: 'left from before' },
    { ...beginDecision(item({ index: 1 })), outcome: 'refused' as const, reason: ' 범위가 다름 ' },
    { ...beginDecision(item({ index: 2 })), outcome: 'partly' as const, credits: 1.5, reason: '시간 부족' },
  ]
  assert.equal(totalOf(drafts), 4.5)
  const course = { code: 'CSE201', name: '데이터베이스' }
  assert.deepEqual(linesOf(drafts), [
    { index: 0, outcome: 'accepted', credits: 3, course },
    { index: 1, outcome: 'refused', reason: '범위가 다름' },
    { index: 2, outcome: 'partly', credits: 1.5, course, reason: '시간 부족' },
  ])
})
