import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anyDocument } from '../test/any-document.ts'
import { type DesignDocument, type Element, elementsOf } from './document.ts'
import { type Edit, edit } from './edit.ts'

const NEW: Element = { kind: 'line', id: 'new', x: 1, y: 2, width: 3, height: 0, stroke: 'ink', strokeWidth: 1 }

/** An edit of a document, on elements that are there. */
const anyEdit = (document: DesignDocument): fc.Arbitrary<Edit> => {
  const all = [...elementsOf(document.elements)]
  const id = fc.constantFrom(...all.map((element) => element.id))
  const top = fc.subarray(
    document.elements.map((element) => element.id),
    { minLength: 1 },
  )
  const parents = all.filter((element) => element.kind === 'group').map((element) => element.id)
  const number = fc.integer({ min: -500, max: 500 }).map((value) => value / 7)
  return fc.oneof(
    fc.record({
      kind: fc.constant('set' as const),
      id,
      fields: fc.constantFrom({ x: 5 }, { opacity: 0.5 }, { opacity: null }, { id: 'renamed' }, { locked: true }),
    }),
    fc.record({
      kind: fc.constant('restyle' as const),
      fields: fc.constantFrom({ primary: '#000000' }, { title: 'x', ground: 'paper' as const }),
    }),
    fc.record({
      kind: fc.constant('add' as const),
      parent: fc.constantFrom(null, ...parents),
      at: fc.integer({ min: 0, max: 5 }),
      element: fc.constant(NEW),
    }),
    fc.record({ kind: fc.constant('remove' as const), id }),
    fc.record({ kind: fc.constant('reorder' as const), id, to: fc.integer({ min: -2, max: 9 }) }),
    fc.record({
      kind: fc.constant('move' as const),
      ids: fc.subarray(
        all.map((element) => element.id),
        { minLength: 1 },
      ),
      dx: number,
      dy: number,
    }),
    fc.record({ kind: fc.constant('group' as const), ids: top, group: fc.constant('grouped') }),
    fc.record({ kind: fc.constant('ungroup' as const), id }),
    // Another document in the place of this one, as an import is.
    fc.record({ kind: fc.constant('arrange' as const), parent: fc.constant(null), elements: fc.constant([NEW]) }),
  )
}

const documentAndEdits = anyDocument.chain((document) =>
  fc.tuple(fc.constant(document), fc.array(anyEdit(document), { minLength: 1, maxLength: 8 })),
)

test('the inverse of an edit brings the document back, however many were made', () => {
  fc.assert(
    fc.property(documentAndEdits, ([start, changes]) => {
      const undo: Edit[] = []
      let document = start
      for (const change of changes) {
        const edited = edit(document, change)
        if (edited.outcome === 'refused') continue
        const back = edit(edited.document, edited.inverse)
        assert.deepEqual(back.outcome === 'edited' && back.document, document)
        undo.unshift(edited.inverse)
        document = edited.document
      }
      const back = edit(document, { kind: 'all', edits: undo })
      assert.deepEqual(back.outcome === 'edited' && back.document, start)
    }),
    { numRuns: 150 },
  )
})

test('an undo can be undone', () => {
  fc.assert(
    fc.property(documentAndEdits, ([document, [change]]) => {
      const edited = edit(document, change!)
      if (edited.outcome === 'refused') return
      const undone = edit(edited.document, edited.inverse)
      assert.equal(undone.outcome, 'edited')
      const redone = undone.outcome === 'edited' && edit(undone.document, undone.inverse)
      assert.deepEqual(redone && redone.outcome === 'edited' && redone.document, edited.document)
    }),
    { numRuns: 100 },
  )
})

test('an edit never changes the document it was given', () => {
  fc.assert(
    fc.property(documentAndEdits, ([document, changes]) => {
      const before = structuredClone(document)
      edit(document, { kind: 'all', edits: changes })
      assert.deepEqual(document, before)
    }),
    { numRuns: 60 },
  )
})

const box = (id: string, x: number): Element => ({ ...NEW, id, x })
const page = (...elements: Element[]): DesignDocument => ({
  ...{
    version: 1,
    page: 'a4-portrait',
    language: 'ko',
    title: 'x',
    primary: '#1f3a8a',
    accent: '#e0a526',
    ground: 'paper',
  },
  elements,
})

test('a group keeps its members where they were on the page', () => {
  const edited = edit(page(box('a', 10), box('b', 40), box('c', 70)), { kind: 'group', ids: ['a', 'c'], group: 'g' })
  assert.ok(edited.outcome === 'edited')
  const [first, group] = edited.document.elements
  assert.equal(first!.id, 'b')
  assert.ok(group?.kind === 'group')
  assert.deepEqual([group.x, group.elements.map(({ x }) => x)], [10, [0, 60]])
})

const REFUSED: readonly [string, Edit, string][] = [
  ['an element that is not there', { kind: 'remove', id: 'zz' }, 'element-not-found'],
  ['a locked element, but for its lock', { kind: 'set', id: 'locked', fields: { x: 1 } }, 'element-locked'],
  ['an id that is taken', { kind: 'add', parent: null, at: 0, element: box('a', 0) }, 'id-taken'],
  ['ungrouping what is no group', { kind: 'ungroup', id: 'a' }, 'not-a-group'],
  [
    'the rest of a set of edits when one is refused',
    {
      kind: 'all',
      edits: [
        { kind: 'remove', id: 'a' },
        { kind: 'remove', id: 'a' },
      ],
    },
    'element-not-found',
  ],
]

for (const [sentence, change, reason] of REFUSED)
  test(`refused: ${sentence}`, () => {
    const document = page(box('a', 0), { ...box('locked', 1), locked: true })
    assert.deepEqual(edit(document, change), { outcome: 'refused', reason })
  })
