import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { Resvg } from '@resvg/resvg-js'
import { badgeScene } from './badge.ts'
import { bind } from './bind.ts'
import { EXAMPLES } from './examples.ts'
import { layOut } from './layout.ts'
import { openBadge } from './open-badge.ts'
import { parseDocument } from './parse-document.ts'
import type { Scene } from './scene.ts'
import { sceneSvg } from './svg.ts'

const FONTS = join(import.meta.dirname, '../../fonts')
const fontFiles = readdirSync(FONTS)
  .filter((name) => /^Pretendard.*\.ttf$/.test(name))
  .map((name) => join(FONTS, name))

const pixelsOf = (scene: Scene): Uint8Array =>
  new Resvg(sceneSvg(scene, { title: '' }), {
    fitTo: { mode: 'width', value: 150 },
    font: { fontFiles, loadSystemFonts: false },
  }).render().pixels

for (const design of EXAMPLES)
  test(`${design.template} looks the same when it is opened for editing`, () => {
    const document = openBadge(design)
    assert.deepEqual(parseDocument(document), { outcome: 'parsed', document })
    const { scene } = layOut(bind(document, { values: {} }))
    const [drawn, opened] = [pixelsOf(badgeScene(design)), pixelsOf(scene)]
    const difference = drawn.reduce((sum, value, i) => sum + Math.abs(value - opened[i]!), 0) / drawn.length
    assert.ok(difference < 0.6, `differs by ${difference.toFixed(2)} of 255 on average`)
  })

test('an opened badge holds its icon and its title as such, and takes another brand', () => {
  const opened = openBadge(EXAMPLES[0]!)
  const kinds = opened.elements.map(({ id, kind }) => `${id}:${kind}`)
  assert.ok(kinds.includes('icon:icon') && kinds.includes('title:text'))
  const fills = opened.elements.flatMap((element) => (element.kind === 'path' ? [element.fill] : []))
  assert.deepEqual(fills, ['dark', 'mark', 'primary'])
})
