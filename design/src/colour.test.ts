import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { brandPalette, contrast, inkOn, isColour, luminance, mix, readableOn } from './colour.ts'
import { MARK_CONTRAST_MIN, TEXT_CONTRAST_MIN } from './limits.ts'

const colour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`)

test('contrast is that of the standard, whichever colour comes first', () => {
  assert.equal(contrast('#ffffff', '#000000'), 21)
  assert.equal(contrast('#000000', '#ffffff'), 21)
  assert.equal(contrast('#777777', '#777777'), 1)
  assert.equal(contrast('#ffffff', '#767676').toFixed(2), '4.54')
})

test('only #rrggbb is a colour', () => {
  for (const good of ['#1f3a8a', '#FFFFFF']) assert.ok(isColour(good), good)
  for (const bad of ['#fff', 'red', '1f3a8a', '#1f3a8g', '#1f3a8a00', '#1f3a8a"/>', '', null, 7])
    assert.ok(!isColour(bad), String(bad))
})

test('mixing starts at the first colour and ends at the second', () => {
  assert.equal(mix('#123456', '#fedcba', 0), '#123456')
  assert.equal(mix('#123456', '#fedcba', 1), '#fedcba')
  assert.equal(mix('#000000', '#ffffff', 0.5), '#808080')
})

test('ink reads on every ground', () => {
  fc.assert(fc.property(colour, (ground) => contrast(inkOn(ground), ground) >= TEXT_CONTRAST_MIN))
})

test('a colour is moved only as far as its ground demands', () => {
  assert.equal(readableOn('#ffffff', '#1f3a8a', TEXT_CONTRAST_MIN), '#1f3a8a')
  const gold = readableOn('#ffffff', '#e0a526', TEXT_CONTRAST_MIN)
  assert.ok(contrast(gold, '#ffffff') >= TEXT_CONTRAST_MIN && luminance(gold) > luminance('#4a3500'))
})

test('every pair of brand colours gives a palette that can be read', () => {
  fc.assert(
    fc.property(colour, colour, (primary, accent) => {
      const p = brandPalette(primary, accent)
      const texts: [string, string][] = [
        [p.onPrimary, p.primary],
        [p.onAccent, p.accent],
        [p.onDark, p.dark],
        [p.onSoft, p.soft],
        [p.onPaper, p.paper],
        [p.onMark, p.mark],
      ]
      return (
        texts.every(([ink, on]) => contrast(ink, on) >= TEXT_CONTRAST_MIN) &&
        contrast(p.mark, p.primary) >= MARK_CONTRAST_MIN
      )
    }),
  )
})
