import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ICONS, icon, iconSvg, isIconName } from './icons.ts'

test('every icon stays on its grid', () => {
  for (const { name } of ICONS) {
    const points = icon(name, 12, 12, 24, '#000000')
      .d.match(/-?[\d.]+/g)!
      .map(Number)
    for (const value of points) assert.ok(value >= 0 && value <= 24, `${name}: ${value}`)
  }
})

test('every icon has a name in both languages, and no two look alike', () => {
  for (const { name, label } of ICONS) assert.ok(label.ko && label.en, name)
  assert.equal(new Set(ICONS.map(({ name }) => iconSvg(name))).size, ICONS.length)
})

test('only icons are icons', () => {
  assert.ok(isIconName('code'))
  for (const other of ['constructor', 'CODE', '', null]) assert.ok(!isIconName(other))
})
