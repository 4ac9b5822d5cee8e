import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { anyDocument } from '../test/any-document.ts'
import { badgeDocument } from './badge-document.ts'
import { CERTIFICATES } from './certificates.ts'
import { DOCUMENT_VERSION } from './document.ts'
import { EXAMPLES } from './examples.ts'
import { migrate } from './migrations.ts'
import { parseDocument, printDocument } from './parse-document.ts'

const GOOD = CERTIFICATES[0]!.document

test('a printed document parses to itself', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const parsed = parseDocument(JSON.parse(printDocument(document)))
      assert.deepEqual(parsed, { outcome: 'parsed', document })
    }),
    { numRuns: 60 },
  )
})

test('every template is a document that parses', () => {
  for (const { id, document } of CERTIFICATES) assert.equal(parseDocument(document).outcome, 'parsed', id)
  for (const design of EXAMPLES) assert.equal(parseDocument(badgeDocument(design)).outcome, 'parsed', design.template)
})

const text = {
  kind: 'text',
  id: 'a',
  x: 0,
  y: 0,
  width: 9,
  height: 9,
  text: 'x',
  face: 'sans',
  weight: 400,
  size: 5,
  align: 'start',
  colour: 'ink',
}

const deep = (levels: number): object =>
  levels === 0
    ? { ...text, id: 'deep' }
    : { kind: 'group', id: `g${levels}`, x: 0, y: 0, width: 9, height: 9, elements: [deep(levels - 1)] }

const BAD: readonly [string, unknown, string, string][] = [
  ['no object', 7, '', 'not-an-object'],
  ['a newer version', { ...GOOD, version: 2 }, '/version', 'version-newer'],
  ['no version', { ...GOOD, version: undefined }, '/version', 'version-unknown'],
  ['an unknown field', { ...GOOD, script: 1 }, '/script', 'field-unknown'],
  ['an unknown page', { ...GOOD, page: 'a3' }, '/page', 'choice-unknown'],
  ['a brand colour by slot', { ...GOOD, primary: 'accent' }, '/primary', 'colour-malformed'],
  ['an unknown kind', { ...GOOD, elements: [{ ...text, kind: 'script' }] }, '/elements/0/kind', 'choice-unknown'],
  [
    'a kind that is every object’s own',
    { ...GOOD, elements: [{ ...text, kind: 'constructor' }] },
    '/elements/0/kind',
    'choice-unknown',
  ],
  ['a field of another kind', { ...GOOD, elements: [{ ...text, grid: 9 }] }, '/elements/0/grid', 'field-unknown'],
  ['a measure that is no number', { ...GOOD, elements: [{ ...text, x: '1' }] }, '/elements/0/x', 'not-a-number'],
  ['a measure beyond its range', { ...GOOD, elements: [{ ...text, x: 1e9 }] }, '/elements/0/x', 'measure-out-of-range'],
  ['an id in capitals', { ...GOOD, elements: [{ ...text, id: 'A' }] }, '/elements/0/id', 'id-malformed'],
  ['an id given twice', { ...GOOD, elements: [text, text] }, '/elements (a)', 'id-repeated'],
  [
    'path data that is markup',
    { ...GOOD, elements: [{ kind: 'path', id: 'p', x: 0, y: 0, width: 9, height: 9, grid: 9, d: '"/><script>' }] },
    '/elements/0/d',
    'path-malformed',
  ],
  [
    'groups too deep',
    { ...GOOD, elements: [deep(9)] },
    '/elements/0/elements/0/elements/0/elements/0/elements/0/elements/0/elements/0',
    'groups-too-deep',
  ],
  ['more elements than a page can hold', { ...GOOD, elements: Array(401).fill(text) }, '/elements', 'list-too-long'],
  [
    'a badge that does not parse',
    {
      ...GOOD,
      elements: [{ kind: 'badge', id: 'b', x: 0, y: 0, width: 9, height: 9, design: { ...EXAMPLES[0], icon: 'x' } }],
    },
    '/elements/0/design/icon',
    'icon-unknown',
  ],
]

for (const [sentence, value, path, code] of BAD)
  test(`${sentence} is refused with its place`, () => {
    const parsed = parseDocument(value)
    assert.equal(parsed.outcome, 'refused')
    assert.ok(
      parsed.outcome === 'refused' && parsed.faults.some((fault) => fault.path === path && fault.code === code),
      JSON.stringify(parsed),
    )
  })

test('anything at all is parsed or refused, never thrown', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => void parseDocument(value)),
    { numRuns: 200 },
  )
})

test('an old document is raised one version at a time', () => {
  const steps = { 1: (old: object) => ({ ...old, colour: 'ink' }), 2: (old: object) => ({ ...old, size: 3 }) }
  assert.deepEqual(migrate({ version: 1 }, steps, 3), {
    outcome: 'migrated',
    value: { version: 3, colour: 'ink', size: 3 },
  })
  assert.deepEqual(migrate({ version: 4 }, steps, 3), {
    outcome: 'refused',
    fault: { path: '/version', code: 'version-newer', limit: 3 },
  })
})

/** Documents as they were stored by each version so far: never edited, only added to. */
const STORED = new URL('./golden/documents/', import.meta.url)

for (const name of readdirSync(STORED))
  test(`${name}, stored by an earlier version, still opens`, () => {
    const stored = JSON.parse(readFileSync(new URL(name, STORED), 'utf8'))
    const parsed = parseDocument(stored)
    assert.ok(parsed.outcome === 'parsed', JSON.stringify(parsed))
    assert.equal(parsed.document.version, DOCUMENT_VERSION)
    // What is of today's version says what it said; what was raised says it the same way ever after.
    if (stored.version === DOCUMENT_VERSION) assert.deepEqual(parsed.document, stored)
    assert.deepEqual(parseDocument(JSON.parse(printDocument(parsed.document))), parsed)
  })
