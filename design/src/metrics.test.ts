import assert from 'node:assert/strict'
import { test } from 'node:test'
import { advanceOf, undrawable, widthOf } from './metrics.ts'

test('every syllable is equally wide, and heavier letters are wider', () => {
  assert.equal(advanceOf('가', 700), advanceOf('힣', 700))
  assert.ok(widthOf('Badge', 800) > widthOf('Badge', 400))
})

test('a width is the sum of its letters', () => {
  const sum = [...'AI 배지'].reduce((total, letter) => total + advanceOf(letter, 700)!, 0)
  assert.ok(Math.abs(widthOf('AI 배지', 700) - sum) < 1e-9)
})

test('characters without a glyph are named once', () => {
  assert.deepEqual(undrawable('Nguyễn Þór 김하늘 №'), [])
  assert.deepEqual(undrawable('漢字 漢 🎓'), ['漢', '字', '🎓'])
})
