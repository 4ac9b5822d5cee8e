import assert from 'node:assert/strict'
import { test } from 'node:test'
import { advanceOf, needsSerif, undrawable, widthOf } from './metrics.ts'

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
  assert.deepEqual(undrawable('𠮷龘 𠮷 🎓'), ['𠮷', '龘', '🎓'])
})

test('Hanja of names is drawn by the serif, in either face and every weight', () => {
  for (const name of ['金哈訥', '李道允', '朴瑞姸', '南宮秀'])
    for (const face of ['sans', 'serif'] as const)
      for (const weight of [400, 700, 800] as const) {
        assert.deepEqual(undrawable(name), [])
        assert.ok(Math.abs(widthOf(name, weight, face) - name.length * widthOf('金', weight)) < 0.01)
      }
  assert.equal(needsSerif('김하늘 金'), true)
  assert.equal(needsSerif('김하늘 (Haneul Kim) · 뷁'), false)
})
