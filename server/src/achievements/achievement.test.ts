/** Which act an achievement allows in which state. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draftBadgeDesign } from '@kolleges/design'
import type { Instant } from '../platform/ports.ts'
import { type Achievement, change, publication, restoration, retirement, type State } from './achievement.ts'
import { NO_CERTIFICATION } from './certification.ts'

const anAchievement = (parts: Partial<Achievement>): Achievement => ({
  id: '0190a7c1-0000-7000-8000-000000000000',
  state: 'draft',
  content: {} as Achievement['content'],
  design: draftBadgeDesign({ title: '배지', institutionName: '한빛대학교' }),
  certification: NO_CERTIFICATION,
  certificateVersion: null,
  publishedVersion: null,
  hasUnpublishedChanges: true,
  revision: 3,
  issuedCount: 0,
  createdAt: '2026-11-23T00:00:00Z' as Instant,
  updatedAt: '2026-11-23T00:00:00Z' as Instant,
  ...parts,
})

for (const [state, publishedVersion, hasUnpublishedChanges, decided] of [
  ['draft', null, true, { outcome: 'publish', version: 1 }],
  ['published', 4, true, { outcome: 'publish', version: 5 }],
  ['published', 4, false, { outcome: 'unchanged' }],
  ['retired', 4, true, { outcome: 'refused', reason: 'achievement-retired' }],
] as const) {
  test(`publishing a ${state} achievement ${hasUnpublishedChanges ? 'with' : 'without'} changes: ${decided.outcome}`, () => {
    assert.deepEqual(publication(anAchievement({ state, publishedVersion, hasUnpublishedChanges })), decided)
  })
}

for (const [state, retired, restored] of [
  ['draft', 'refused', 'refused'],
  ['published', 'turn', 'unchanged'],
  ['retired', 'unchanged', 'turn'],
] as const satisfies readonly (readonly [State, string, string])[]) {
  test(`a ${state} achievement: retiring is ${retired}, restoring ${restored}`, () => {
    assert.equal(retirement(anAchievement({ state })).outcome, retired)
    assert.equal(restoration(anAchievement({ state })).outcome, restored)
  })
}

for (const [state, basedOn, decided] of [
  ['draft', 3, { outcome: 'change' }],
  ['published', undefined, { outcome: 'change' }],
  ['draft', 2, { outcome: 'refused', reason: 'edit-conflict' }],
  ['retired', 3, { outcome: 'refused', reason: 'achievement-retired' }],
] as const) {
  test(`changing a ${state} achievement from revision ${basedOn ?? 'unknown'} is ${decided.outcome}`, () => {
    assert.deepEqual(change(anAchievement({ state }), basedOn), decided)
  })
}
