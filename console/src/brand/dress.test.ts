import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Achievement } from '@kolleges/api'
import { CERTIFICATES } from '@kolleges/design'
import { dressed, isInColours } from './dress.ts'

const LOOKS = { primary: '#0f5c46', accent: '#ff9f6b', fonts: { title: 'as-designed', body: 'as-designed' } } as const
const BEFORE = { primary: '#1F3A8A', accent: '#e0a526' }

test('a document takes the new looks once; a second time there is nothing to do', () => {
  const once = dressed(CERTIFICATES[0]!.document, LOOKS)
  assert.deepEqual([once?.primary, once?.accent], [LOOKS.primary, LOOKS.accent])
  assert.equal(dressed(once, LOOKS), null)
})

test('a document this console cannot read is left alone', () => {
  assert.equal(dressed({ ...CERTIFICATES[0]!.document, version: 99 }, LOOKS), null)
  assert.equal(dressed('nonsense', LOOKS), null)
})

test('a badge is of the kit when it has its colours as they were, however they are written', () => {
  const badge = (state: string, primary: string, accent: string) =>
    ({ state, design: { primary, accent } }) as unknown as Achievement
  assert.equal(isInColours(badge('draft', '#1f3a8a', '#E0A526'), BEFORE, LOOKS), true)
  assert.equal(isInColours(badge('published', '#1f3a8a', '#e0a526'), BEFORE, LOOKS), true)
  assert.equal(isInColours(badge('retired', '#1f3a8a', '#e0a526'), BEFORE, LOOKS), false)
  assert.equal(isInColours(badge('draft', '#7a1631', '#e0a526'), BEFORE, LOOKS), false)
  assert.equal(isInColours(badge('draft', '#1f3a8a', '#e0a526'), BEFORE, BEFORE), false)
})
