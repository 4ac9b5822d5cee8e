import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anyDocument } from '../test/any-document.ts'
import { type BindingData, bind } from './bind.ts'
import { CERTIFICATES, findCertificate } from './certificates.ts'
import { clipOf, parseClip, paste } from './copy.ts'
import { type DesignDocument, type Element, elementsOf } from './document.ts'
import { edit } from './edit.ts'
import { elementsAt, pick, touchedBy } from './hit.ts'
import { layOut } from './layout.ts'
import { type Outlined, outline } from './outline.ts'
import { parseDocument } from './parse-document.ts'
import { stretch } from './resize.ts'
import { VARIABLES } from './variables.ts'

const SAMPLE: BindingData = {
  values: Object.fromEntries(
    VARIABLES.filter(({ kind }) => kind !== 'picture').map(({ key, sample }) => [key, sample.ko]),
  ),
}

const outlined = (document: DesignDocument, data = SAMPLE): Outlined[] => {
  const bound = bind(document, data)
  return outline(document, bound, layOut(bound))
}

const find = (all: readonly Outlined[], id: string): Outlined => {
  const one = all.find(({ element }) => element.id === id)
  assert.ok(one, id)
  return one
}

const isu = findCertificate('isu-classic')!.document

test('every element of every template has its place', () => {
  for (const { document } of CERTIFICATES) {
    const ids = outlined(document).map(({ element }) => element.id)
    assert.deepEqual(
      ids,
      [...elementsOf(document.elements)].map(({ id }) => id),
    )
  }
})

test('the shapes of a layout are those of its parts', () => {
  for (const { document } of CERTIFICATES) {
    const layout = layOut(bind(document, SAMPLE))
    assert.deepEqual(
      layout.parts.flatMap(({ shapes }) => shapes),
      layout.scene.shapes.slice(1),
    )
  }
})

test('a row that is not drawn closes up, and the rows below are found where they are', () => {
  const rows = [...elementsOf(isu.elements)].find((element) => element.kind === 'group' && element.stack)
  assert.ok(rows?.kind === 'group')
  const optional = rows.elements.findIndex(({ when }) => when !== undefined)
  const below = rows.elements[optional + 1]!
  const { [rows.elements[optional]!.when!]: _, ...values } = SAMPLE.values
  const [full, short] = [outlined(isu), outlined(isu, { values })]
  assert.equal(find(short, rows.elements[optional]!.id).isDrawn, false)
  assert.ok(find(short, below.id).box.y < find(full, below.id).box.y)
})

test('a seal is found on the last letter of its text', () => {
  const seal = find(outlined(isu), 'seal')
  const sender = find(outlined(isu), 'sender')
  const middle = { x: seal.box.x + seal.box.width / 2, y: seal.box.y + seal.box.height / 2 }
  assert.ok(middle.x > sender.box.x + sender.box.width / 2 && middle.x < sender.box.x + sender.box.width)
  assert.ok(Math.abs(middle.y - (sender.box.y + sender.box.height / 2)) < 3)
})

const shape = (id: string, x: number, more: object = {}): Element =>
  ({ kind: 'shape', shape: 'rectangle', id, x, y: 0, width: 10, height: 10, fill: 'primary', ...more }) as Element
const page = (elements: readonly Element[]): DesignDocument => ({ ...isu, elements })
const GROUP = { kind: 'group', id: 'group', x: 100, y: 100, width: 30, height: 10 } as const

test('the topmost is picked; what is locked, hidden or hollow lets the pointer through', () => {
  const all = outlined(
    page([
      shape('low', 0),
      shape('high', 5),
      shape('locked', 5, { locked: true }),
      shape('hidden', 5, { hidden: true }),
      shape('hollow', -50, { width: 150, height: 150, y: -50, fill: undefined, stroke: 'ink' }),
    ]),
  )
  assert.equal(pick(all, { x: 7, y: 5 }, 1, null)?.element.id, 'high')
  assert.equal(pick(all, { x: 2, y: 5 }, 1, null)?.element.id, 'low')
  assert.equal(pick(all, { x: 100, y: 50 }, 1, null)?.element.id, 'hollow')
  assert.equal(pick(all, { x: 60, y: 50 }, 1, null), null)
})

test('a press takes the group, a press inside an opened group takes its member', () => {
  const all = outlined(page([{ ...GROUP, elements: [shape('a', 0), shape('b', 20)] }]))
  assert.equal(pick(all, { x: 105, y: 105 }, 1, null)?.element.id, 'group')
  assert.equal(pick(all, { x: 105, y: 105 }, 1, 'group')?.element.id, 'a')
  assert.deepEqual(
    elementsAt(all, { x: 125, y: 105 }, 1).map(({ element }) => element.id),
    ['b'],
  )
})

test('a frame takes what it touches, but not the ground around it', () => {
  const all = outlined(page([shape('ground', 0, { width: 200, height: 200 }), shape('a', 20), shape('b', 100)]))
  const frame = { x: 15, y: 2, width: 10, height: 5 }
  assert.deepEqual(
    touchedBy(all, frame, null).map(({ element }) => element.id),
    ['a'],
  )
})

test('what is copied comes back from the clipboard and is added under names that are free', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const all = outlined(document)
      const ids = new Set(all.filter((_, i) => i % 2 === 0).map(({ element }) => element.id))
      const clip = parseClip(JSON.stringify(clipOf(document, all, ids)))
      assert.ok(clip)
      const pasted = edit(document, paste(document, clip, { dx: 4, dy: 4 }).edit)
      assert.ok(pasted.outcome === 'edited')
      assert.equal(parseDocument(pasted.document).outcome, 'parsed')
      const back = edit(pasted.document, pasted.inverse)
      assert.deepEqual(back.outcome === 'edited' && back.document, document)
    }),
    { numRuns: 100 },
  )
})

test('a copied seal follows the copy of its text', () => {
  const all = outlined(isu)
  const { edit: change } = paste(isu, clipOf(isu, all, new Set(['sender', 'seal'])))
  const pasted = edit(isu, change)
  assert.ok(pasted.outcome === 'edited')
  const seal = pasted.document.elements.find(({ id }) => id === 'seal-2')
  assert.equal(seal?.kind === 'seal' && seal.on, 'sender-2')
})

test('between millimetres and units a copy keeps its share of the width', () => {
  const badge: DesignDocument = { ...isu, page: 'badge', elements: [] }
  const clip = clipOf(page([shape('a', 21)]), outlined(page([shape('a', 21)])), new Set(['a']))
  const pasted = edit(badge, paste(badge, clip).edit)
  assert.ok(pasted.outcome === 'edited')
  assert.equal(pasted.document.elements[0]!.x, 60)
})

for (const text of [
  '',
  'null',
  '{}',
  '[]',
  '{"kolleges":"elements"}',
  '{"kolleges":"elements","page":"a4-portrait","elements":[{}]}',
])
  test(`the clipboard text ${JSON.stringify(text)} is not ours`, () => assert.equal(parseClip(text), null))

test('what is stretched fills the new box, and words in a group grow with it', () => {
  const text = { kind: 'text', text: 'A', face: 'sans', weight: 400, size: 4, align: 'start', colour: 'ink' } as const
  const document = page([
    { ...GROUP, elements: [shape('a', 0), { ...text, id: 't', x: 20, y: 0, width: 10, height: 10 }] },
  ])
  const all = outlined(document)
  const group = find(all, 'group')
  const to = { x: 50, y: 100, width: 60, height: 20 }
  const after = edit(document, stretch([group], group.box, to))
  assert.ok(after.outcome === 'edited')
  const now = outlined(after.document)
  assert.deepEqual(find(now, 'group').box, to)
  const words = find(now, 't').element
  assert.equal(words.kind === 'text' && words.size, 8)
})
