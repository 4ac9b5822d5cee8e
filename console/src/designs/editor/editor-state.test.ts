import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type DesignDocument, type Edit, findCertificate } from '@kolleges/design'
import { type EditorAction, type EditorState, reduce, STEPS_MAX, startingState } from './editor-state.ts'

const document: DesignDocument = findCertificate('isu-classic')!.document
const set = (id: string, fields: Record<string, unknown>, key?: string): EditorAction => ({
  do: 'edit',
  edit: { kind: 'set', id, fields },
  key,
})
const run = (...actions: EditorAction[]): EditorState => actions.reduce(reduce, startingState(document))
const titleOf = (state: EditorState) => state.document.elements.find(({ id }) => id === 'title')

test('a hundred steps and more are undone and done again', () => {
  const edits = Array.from({ length: 150 }, (_, i) => set('title', { x: i }))
  const after = run(...edits)
  const undone = Array.from({ length: 150 }, (): EditorAction => ({ do: 'undo' })).reduce(reduce, after)
  assert.deepEqual(undone.document, document)
  const redone = Array.from({ length: 150 }, (): EditorAction => ({ do: 'redo' })).reduce(reduce, undone)
  assert.deepEqual(redone.document, after.document)
  assert.equal(reduce(redone, { do: 'redo' }), redone)
})

test('what is forgotten is the oldest step', () => {
  const after = run(...Array.from({ length: STEPS_MAX + 20 }, (_, i) => set('title', { x: i % 90 })))
  assert.equal(after.undo.length, STEPS_MAX)
})

test('a drag is one step, however many moves it was, and its inverse does not grow', () => {
  const move = (n: number): EditorAction => set('title', { x: n, y: n }, 'drag')
  const after = run(...Array.from({ length: 80 }, (_, i) => move(i)))
  assert.equal(after.undo.length, 1)
  assert.ok(JSON.stringify(after.undo).length < 300)
  assert.deepEqual(reduce(after, { do: 'undo' }).document, document)
})

test('edits of one key that are not sets come back in the right order', () => {
  const change = (edit: Edit): EditorAction => ({ do: 'edit', edit, key: 'arrow' })
  const move = change({ kind: 'move', ids: ['title'], dx: 1 / 3, dy: 0 })
  const after = run(move, move, change({ kind: 'remove', id: 'title' }))
  assert.equal(after.undo.length, 1)
  assert.deepEqual(reduce(after, { do: 'undo' }).document, document)
})

test('after a pause the same key begins another step', () => {
  assert.equal(run(set('title', { x: 1 }, 'a'), { do: 'pause' }, set('title', { x: 2 }, 'a')).undo.length, 2)
})

test('undoing brings back what was chosen', () => {
  const after = run({ do: 'choose', ids: ['title'] }, { do: 'edit', edit: { kind: 'remove', id: 'title' } })
  assert.deepEqual(after.chosen, [])
  assert.deepEqual(reduce(after, { do: 'undo' }).chosen, ['title'])
})

for (const [what, fields] of [
  ['a measure out of range', { x: 1e9 }],
  ['an unknown field', { colour2: 'ink' }],
  ['a colour that is none', { colour: 'red' }],
] as const)
  test(`${what} is not taken, and the document stays`, () => {
    const after = run(set('title', fields))
    assert.equal(after.refusal, 'invalid')
    assert.equal(after.document, document)
    assert.equal(after.undo.length, 0)
  })

test('a new edit after an undo forgets what was undone', () => {
  const after = run(set('title', { x: 1 }), { do: 'undo' }, set('title', { x: 2 }))
  assert.equal(after.redo.length, 0)
  assert.equal(titleOf(after)?.x, 2)
})
