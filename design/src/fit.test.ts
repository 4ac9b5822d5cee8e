import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fit, LINE_HEIGHT, lineWidth, type TextBox } from './fit.ts'

const box: TextBox = { width: 400, height: 132, sizeMax: 66, sizeMin: 27, linesMax: 2, weight: 800 }

const CASES: readonly [string, string, readonly string[]][] = [
  ['a short title stays on one line', '데이터 분석', ['데이터 분석']],
  ['a long English title breaks where its lines are even', 'Leadership Excellence', ['Leadership', 'Excellence']],
  ['one word is never broken in English', 'Entrepreneurship', ['Entrepreneurship']],
  ['a Korean title breaks at its space', '글로벌비즈니스 커뮤니케이션', ['글로벌비즈니스', '커뮤니케이션']],
  [
    'a Korean word as long as a line breaks inside',
    '인공지능융합디지털헬스케어전문가과정',
    ['인공지능융합디지털', '헬스케어전문가과정'],
  ],
]

for (const [sentence, title, lines] of CASES)
  test(sentence, () => {
    const fitted = fit(title, box)
    assert.deepEqual(fitted.lines, lines)
    assert.equal(fitted.ok, true)
  })

test('a title that would be too small to read is reported', () => {
  const fitted = fit('Introduction to the Philosophical Foundations of Artificial Intelligence', box)
  assert.equal(fitted.ok, false)
  assert.ok(fitted.size < box.sizeMin)
})

test('whatever is fitted lies within its box, and no letter is lost', () => {
  const title = fc.string({ unit: fc.constantFrom(...'AI 데이터 기초 Wm리더십'), minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(title, fc.integer({ min: 1, max: 3 }), (text, linesMax) => {
      const { lines, size } = fit(text, { ...box, linesMax })
      assert.ok(lines.length <= linesMax)
      assert.ok(size <= box.sizeMax && lines.length * size * LINE_HEIGHT <= box.height + 0.01)
      for (const line of lines) assert.ok(lineWidth(line, 800) * size <= box.width + 0.01)
      assert.equal(lines.join('').replaceAll(' ', ''), text.replace(/\s/g, ''))
    }),
  )
})
