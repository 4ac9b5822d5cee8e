import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { bind } from '../bind.ts'
import { type DesignDocument, elementsOf } from '../document.ts'
import { layOut } from '../layout.ts'
import { SVG_CHARACTERS_MAX, SVG_DEPTH_MAX, SVG_NODES_MAX, SVG_SEGMENTS_MAX } from '../limits.ts'
import { parseDocument } from '../parse-document.ts'
import { sceneSvg } from '../svg.ts'
import { type ImportedSvg, importSvg } from './import-svg.ts'

type Case = { name: string; svg: string; expect: string; left: string[]; drawn: number }

const CASES = JSON.parse(
  readFileSync(new URL('../../../vectors/designs/svg-imports.json', import.meta.url), 'utf8'),
) as Case[]

const svg = (body: string): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">${body}</svg>`

const documentOf = (imported: ImportedSvg): DesignDocument => ({
  ...{ version: 1, page: 'badge', language: 'ko', title: 'x', primary: '#1f3a8a', accent: '#e0a526', ground: 'paper' },
  elements: imported.outcome === 'imported' ? imported.elements : [],
})

const drawnBy = (imported: ImportedSvg) => [...elementsOf(documentOf(imported).elements)].slice(1)

for (const { name, svg: text, expect, left, drawn } of CASES)
  test(`an SVG with ${name}: ${expect}`, () => {
    const imported = importSvg(text)
    if (imported.outcome === 'refused') return assert.equal(imported.reason, expect)
    assert.equal(expect, 'imported')
    assert.deepEqual(
      imported.left.map(({ code }) => code),
      left,
    )
    assert.equal(drawnBy(imported).length, drawn)
    const document = documentOf(imported)
    assert.deepEqual(parseDocument(document), { outcome: 'parsed', document })
    const out = sceneSvg(layOut(bind(document, { values: { 이름: '김하늘' } })).scene, { title: '' })
    assert.doesNotMatch(out, /script|href|url\(|<style|javascript|김하늘|on\w+=/)
  })

test('transforms, units and styles are worked out: what is drawn lies where the SVG had it', () => {
  const imported = importSvg(
    svg(
      '<style>.a { fill: #123456 }</style><rect width="100" height="100" fill="none" stroke="#000" opacity=".5"/>' +
        '<g transform="translate(50 0) scale(.5)" fill="red"><rect class="a" width="100" height="100" style="fill-opacity:25%"/></g>',
    ),
  )
  const [frame, inner] = drawnBy(imported)
  assert.deepEqual([frame!.x, frame!.y, frame!.width, frame!.height], [0, 0, 360, 360])
  assert.deepEqual([inner!.x, inner!.y, inner!.width, inner!.height], [180, 0, 180, 180])
  assert.deepEqual([inner!.opacity, inner!.kind === 'path' && inner!.fill], [0.25, '#123456'])
  assert.deepEqual([frame!.opacity, frame!.kind === 'path' && frame!.strokeWidth], [0.5, 3.6])
})

test('holes stay holes, whichever rule the SVG fills by', () => {
  const ring = 'M0 0H90V90H0Z M30 30H60V60H30Z'
  const [byEvenOdd] = drawnBy(importSvg(svg(`<path fill-rule="evenodd" d="${ring}"/>`)))
  const d = byEvenOdd!.kind === 'path' ? byEvenOdd!.d : ''
  const areas = d.split('Z').filter(Boolean).map(areaOf)
  assert.ok(areas[0]! * areas[1]! < 0, `${areas} wind the same way`)
})

function areaOf(subpath: string): number {
  const points = [...subpath.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)])
  return points.reduce((sum, [x, y], i) => {
    const [px, py] = points[(i + points.length - 1) % points.length]!
    return sum + px! * y! - x! * py!
  }, 0)
}

test('what is too much is refused, or left out and told, and soon', () => {
  const cases: [string, string][] = [
    [`<svg>${' '.repeat(SVG_CHARACTERS_MAX)}</svg>`, 'svg-too-long'],
    [svg('<g/>'.repeat(SVG_NODES_MAX + 1)), 'svg-too-complex'],
    [svg('<g>'.repeat(SVG_DEPTH_MAX + 1) + '</g>'.repeat(SVG_DEPTH_MAX + 1)), 'svg-too-complex'],
    [svg('<path d="M0 0H9V9Z"/>'.repeat(400)), 'svg-too-complex'],
    [svg(`<path d="M0 0${'L5 5'.repeat(SVG_SEGMENTS_MAX + 1)}"/>`), 'svg-empty'],
    [`<svg ${Array.from({ length: 50_000 }, (_, i) => `a${i}="x"`).join(' ')}/>`, 'svg-empty'],
    [`<svg ${' '.repeat(500_000)}`, 'svg-broken'],
    [svg(`<path d="M0 0H9V9" transform="${'rotate('.repeat(50_000)}"/>`), 'imported'],
    [svg(`<style>${'.a{'.repeat(100_000)}</style><path d="M0 0H9V9Z"/>`), 'imported'],
  ]
  for (const [text, expect] of cases) {
    const imported = importSvg(text)
    assert.equal(imported.outcome === 'refused' ? imported.reason : imported.outcome, expect, text.slice(0, 60))
  }
})

const PIECES = [
  ...[
    '<svg xmlns="http://www.w3.org/2000/svg">',
    '</svg>',
    '<g transform="',
    'scale(-1 2)">',
    '</g>',
    '<path d="',
    '"/>',
  ],
  ...[
    'M0 0',
    'L10 10',
    'A5 3 20 1 0 9 9',
    'a1,1,0,00.5.5',
    'c1 2 3 4 5 6',
    's1 2 3 4',
    't9 9',
    'Z',
    'm1 1',
    'e9',
    '-.5.5',
  ],
  ...[
    '<use href="#a"/>',
    'id="a"',
    '<text x="1">',
    '</text>',
    '&lt;',
    '&#x41;',
    '&x;',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
  ],
  ...[
    '<rect width="5" height="1e5"/>',
    '<circle r="5%"/>',
    ' fill="url(#g)"',
    ' style="fill:red;stroke:#0f0"',
    '가',
    '\u0000',
  ],
]

test('whatever is put together, the import answers, and what it gives is a document', () => {
  const soup = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(''))
  const body = fc.array(fc.constantFrom(...PIECES.slice(7)), { maxLength: 20 }).map((pieces) => pieces.join(''))
  const paths = body.map((d) =>
    svg(`<path id="a" d="${d.replace(/["<&]/g, '')}"/><use href="#a" transform="skewX(20)"/>`),
  )
  fc.assert(
    fc.property(fc.oneof(soup, paths, body.map(svg)), (text) => {
      const imported = importSvg(text)
      if (imported.outcome === 'refused') return
      const document = documentOf(imported)
      assert.deepEqual(parseDocument(document), { outcome: 'parsed', document })
      layOut(bind(document, { values: {} }))
    }),
    { numRuns: 400 },
  )
})
