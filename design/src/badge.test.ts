import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { badgeScene, badgeSvg, TEMPLATES, titleFit } from './badge.ts'
import { TEMPLATE_IDS } from './badge-design.ts'
import { brandPalette, contrast } from './colour.ts'
import { EXAMPLES } from './examples.ts'
import type { Shape } from './scene.ts'

/** One shape to a line, so that a change can be read; `UPDATE=1` writes it anew. */
function assertGolden(name: string, svg: string): void {
  const file = new URL(`./golden/${name}.svg`, import.meta.url)
  const lines = `${svg.replaceAll('><', '>\n<')}\n`
  if (process.env.UPDATE === '1') writeFileSync(file, lines)
  assert.equal(lines, readFileSync(file, 'utf8'), `${name}.svg differs; UPDATE=1 writes it anew`)
}

const isText = (shape: Shape): boolean => shape.kind === 'text' || shape.kind === 'glyphs'

for (const design of EXAMPLES) {
  test(`${design.template} is drawn as before, large and compact`, () => {
    assertGolden(design.template, badgeSvg(design))
    assertGolden(`${design.template}.compact`, badgeSvg(design, { compact: true }))
  })

  test(`${design.template} has no text when compact, and a larger icon`, () => {
    const strokes = (compact: boolean) => {
      const shapes = badgeScene(design, { compact }).shapes
      assert.equal(shapes.some(isText), !compact)
      return Math.max(...shapes.map((shape) => (shape.kind === 'path' && !shape.fill ? (shape.strokeWidth ?? 0) : 0)))
    }
    assert.ok(strokes(true) > strokes(false))
  })
}

test('there is an example and a description of every template', () => {
  assert.deepEqual(
    EXAMPLES.map((design) => design.template),
    TEMPLATE_IDS,
  )
  assert.deepEqual(
    TEMPLATES.map((template) => template.id),
    TEMPLATE_IDS,
  )
})

test('every example title fits its template, and everyday titles fit all of them', () => {
  for (const { template, title } of EXAMPLES) assert.ok(titleFit(template, title).ok, template)
  const everyday = [
    'Leadership Excellence',
    'Introduction to Machine Learning',
    '인공지능융합 디지털헬스케어',
    '글로벌 커뮤니케이션',
  ]
  for (const template of TEMPLATE_IDS)
    for (const title of everyday) assert.ok(titleFit(template, title).ok, `${title} on ${template}`)
})

test('level is shown by count, not by colour', () => {
  const marks = (level: number) =>
    badgeScene({ ...EXAMPLES[0]!, level, levels: 4 }).shapes.filter((shape) => shape.kind === 'circle' && shape.fill)
      .length
  assert.deepEqual([1, 2, 3, 4].map(marks), [1, 2, 3, 4])
})

test('progress parts that are open are thinner as well as paler', () => {
  const ring = badgeScene({ ...EXAMPLES[13]!, done: 1, total: 2 }).shapes.slice(0, 2)
  const [done, open] = ring.map((shape) => (shape.kind === 'path' ? shape : null))
  assert.notEqual(done!.fill, open!.fill)
  assert.notEqual(done!.d.match(/A([\d.]+)/)![1], open!.d.match(/A([\d.]+)/)![1])
})

test('all text of all templates reads on a bright brand as on a dark one', () => {
  for (const primary of ['#f2c94c', '#1f3a8a', '#777777', '#ffffff', '#000000', '#e63946']) {
    const palette = brandPalette(primary, '#e0a526')
    const grounds = [palette.primary, palette.dark, palette.soft, palette.paper, palette.mark]
    for (const design of EXAMPLES) {
      const inks = badgeScene({ ...design, primary, accent: '#e0a526' }).shapes.flatMap((shape) =>
        isText(shape) && 'fill' in shape && shape.fill ? [shape.fill] : [],
      )
      for (const ink of inks)
        assert.ok(
          grounds.some((on) => contrast(ink, on) >= 3),
          `${ink} on ${design.template} in ${primary}`,
        )
    }
  }
})

test('the alternative text names the issuer, in the language asked for', () => {
  const design = EXAMPLES[0]!
  assert.match(badgeSvg(design), /<title>한빛대학교 AI 데이터 기초 디지털배지<\/title>/)
  assert.match(badgeSvg(design, { language: 'en' }), /<title>AI 데이터 기초, digital badge of 한빛대학교<\/title>/)
  assert.match(badgeSvg(design, { alt: '내 배지' }), /aria-label="내 배지"/)
})
