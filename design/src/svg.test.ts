import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { badgeScene, badgeSvg } from './badge.ts'
import type { BadgeDesign } from './badge-design.ts'
import { EXAMPLES } from './examples.ts'
import { place } from './scene.ts'
import { escapeXml, sceneSvg } from './svg.ts'

/** Element names of well-formed XML; throws for any other text. */
function elementsOf(xml: string): string[] {
  const names: string[] = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', (tag) => names.push(tag.name))
  parser.write(xml).close()
  return names
}

test('every badge is well-formed, named, and made of plain shapes and text only', () => {
  for (const design of EXAMPLES) {
    const svg = badgeSvg(design)
    const names = elementsOf(svg)
    assert.deepEqual(names.slice(0, 2), ['svg', 'title'], design.template)
    assert.deepEqual(
      names.slice(2).filter((name) => !['path', 'circle', 'text'].includes(name)),
      [],
      design.template,
    )
    assert.match(svg, /role="img"/)
    assert.doesNotMatch(svg, /\b(?:id|href|style|on\w+)=|url\(|NaN|undefined|Infinity/)
  }
})

test('no text can break out of the drawing', () => {
  const hostile = ['</text><script>alert(1)</script>', '" onload="x()', ']]>&amp;<!--', '\u0000\u001b\ufffe', '\ud800']
  for (const text of hostile) {
    const design: BadgeDesign = { ...EXAMPLES[2]!, title: text, institutionName: text, year: text }
    assert.deepEqual(
      new Set(elementsOf(badgeSvg(design, { alt: text }))),
      new Set(['svg', 'title', 'path', 'circle', 'text']),
      text,
    )
  }
})

test('any text at all gives well-formed XML', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (title) => {
      elementsOf(sceneSvg({ width: 10, height: 10, shapes: [] }, { title }))
    }),
  )
})

test('escaping keeps ordinary words as they are', () => {
  assert.equal(escapeXml('한빛대학교 R&D <1>'), '한빛대학교 R&amp;D &lt;1&gt;')
})

test('a scene placed at its own size is drawn the same', () => {
  for (const design of EXAMPLES) {
    const scene = badgeScene(design)
    const copy = { ...scene, shapes: place(scene.shapes, { x: 0, y: 0, scale: 1 }) }
    assert.equal(sceneSvg(copy, { title: 'x' }), sceneSvg(scene, { title: 'x' }), design.template)
  }
})

test('a drawing that only decorates is hidden from screen readers', () => {
  const svg = badgeSvg(EXAMPLES[0]!, { alt: '' })
  assert.match(svg, /^<svg [^>]* aria-hidden="true">/)
  assert.doesNotMatch(svg, /role=|<title>|aria-label/)
})
