import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findCertificate } from '@kolleges/design'
import { forgetDraft, keepDraft, keptDraft } from './kept-draft.ts'

const document = findCertificate('isu-classic')!.document

function store(first: Record<string, string> = {}) {
  const kept = new Map(Object.entries(first))
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}

test('a draft is kept until it is forgotten', () => {
  const place = store()
  assert.ok(keepDraft(place, 'd1', { document, revision: 3 }))
  assert.deepEqual(keptDraft(place, 'd1'), { document, revision: 3 })
  assert.equal(keptDraft(place, 'd2'), null)
  forgetDraft(place, 'd1')
  assert.equal(keptDraft(place, 'd1'), null)
})

for (const broken of ['', '{', 'null', '{"revision":1}', '{"document":{"version":99},"revision":1}'])
  test(`what is kept as ${JSON.stringify(broken)} is no draft`, () =>
    assert.equal(keptDraft(store({ 'kolleges.design.d': broken }), 'd'), null))

test('a browser without room says so', () => {
  const full = { ...store(), setItem: () => assert.fail('full') }
  assert.equal(keepDraft(full, 'd', { document, revision: 1 }), false)
})
