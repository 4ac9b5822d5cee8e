import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bind, type DesignDocument, findCertificate, layOut, outline, VARIABLES } from '@kolleges/design'
import * as commands from './commands.ts'
import { type EditorState, reduce, startingState } from './editor-state.ts'
import { keyName } from './keys.ts'
import { liftedBy, runsOf } from './runs.ts'

const SAMPLE = Object.fromEntries(VARIABLES.map(({ key, sample }) => [key, sample.ko]))
const isu = findCertificate('isu-classic')!.document

const seen = (document: DesignDocument) => {
  const bound = bind(document, { values: SAMPLE })
  const layout = layOut(bound)
  return { layout, outlined: outline(document, bound, layout) }
}
const deskOf = ({ document, chosen, inside }: EditorState): commands.Desk => ({
  document,
  chosen,
  inside,
  outlined: seen(document).outlined,
})

function run(chosen: readonly string[], ...steps: commands.Command[]): EditorState {
  let state = reduce(startingState(isu), { do: 'choose', ids: chosen })
  for (const step of steps) {
    const action = step(deskOf(state))
    if (action) state = reduce(state, action)
    assert.equal(state.refusal, null)
  }
  return state
}
const boxIn = (state: EditorState, id: string) => {
  const one = seen(state.document).outlined.find(({ element }) => element.id === id)
  assert.ok(one, id)
  return one.box
}
const order = ({ document }: EditorState) => document.elements.map(({ id }) => id)

test('every command can be undone to the very document', () => {
  const chosen = ['title', 'sender', 'seal', 'rows']
  const all: commands.Command[] = [
    commands.moveBy(1, 2),
    commands.remove,
    commands.duplicate,
    commands.group,
    commands.ungroup,
    commands.reorder('front'),
    commands.reorder('back'),
    commands.toggle('locked'),
    commands.toggle('hidden'),
    commands.alignTo('left'),
    commands.spread('y'),
    commands.sameSize('width'),
    commands.measure('x', 33),
    commands.measure('width', 120),
    commands.putStyle({ colour: 'accent', fill: 'soft' }),
  ]
  for (const command of all) {
    const after = run(chosen, command)
    assert.notEqual(after.document, isu)
    assert.deepEqual(reduce(after, { do: 'undo' }).document, isu)
  }
})

test('a seal that is taken by hand stays where it was put', () => {
  const before = boxIn(startingState(isu), 'seal')
  const after = boxIn(run(['seal'], commands.moveBy(-20, 5)), 'seal')
  assert.ok(Math.abs(after.x - (before.x - 20)) < 0.01 && Math.abs(after.y - (before.y + 5)) < 0.01)
})

test('grouping leaves everything where it was, and ungrouping too', () => {
  const before = boxIn(startingState(isu), 'title')
  const grouped = run(['title', 'subtitle'], commands.group)
  assert.deepEqual(grouped.chosen, ['group'])
  const after = run(['title', 'subtitle'], commands.group, commands.ungroup)
  for (const key of ['x', 'y', 'width', 'height'] as const)
    assert.ok(Math.abs(boxIn(after, 'title')[key] - before[key]) < 0.002)
})

test('order goes one step or all the way, and several keep their order among themselves', () => {
  const ids = order(startingState(isu))
  const [a, b] = [ids[2]!, ids[3]!]
  assert.deepEqual(order(run([a, b], commands.reorder('front'))).slice(-2), [a, b])
  assert.deepEqual(order(run([a, b], commands.reorder('back'))).slice(0, 2), [a, b])
  const forward = order(run([a, b], commands.reorder('forward')))
  assert.deepEqual(forward.slice(2, 5), [ids[4], a, b])
})

test('what is locked is neither moved nor removed, and can be unlocked', () => {
  const locked = run(['title'], commands.toggle('locked'), commands.moveBy(5, 5), commands.remove)
  assert.equal(
    locked.document.elements.find(({ id }) => id === 'title')?.x,
    isu.elements.find(({ id }) => id === 'title')?.x,
  )
  assert.deepEqual(run(['title'], commands.toggle('locked'), commands.toggle('locked')).document, isu)
})

test('a place and a size are typed for everything chosen together', () => {
  const after = run(['title', 'subtitle'], commands.measure('x', 40), commands.measure('width', 100))
  const [title, subtitle] = [boxIn(after, 'title'), boxIn(after, 'subtitle')]
  assert.equal(Math.min(title.x, subtitle.x), 40)
  assert.ok(Math.abs(Math.max(title.x + title.width, subtitle.x + subtitle.width) - 140) < 0.01)
})

test('tabbing goes through everything that is drawn and begins again', () => {
  const desk = deskOf(startingState(isu))
  const drawn = desk.outlined.filter((one) => one.parent === null && one.isDrawn)
  let chosen: string[] = []
  const visited = drawn.map(() => {
    chosen = [commands.neighbour({ ...desk, chosen }, 1)!]
    return chosen[0]
  })
  assert.deepEqual(
    visited,
    drawn.map(({ element }) => element.id),
  )
  assert.equal(commands.neighbour({ ...desk, chosen }, 1), visited[0])
})

test('what is lifted takes its seal along, and the runs hold every shape in order', () => {
  const { layout, outlined } = seen(isu)
  const lifted = liftedBy(outlined, new Set(['sender', 'rows']))
  assert.ok(lifted.has('seal') && lifted.has('value-1'))
  const runs = runsOf(layout.parts, lifted)
  assert.deepEqual(
    runs.flatMap(({ shapes }) => shapes),
    layout.scene.shapes.slice(1),
  )
  assert.ok(runs.some(({ isLifted }) => isLifted))
})

test('more layers than can be shown at once become two', () => {
  const parts = Array.from({ length: 30 }, (_, i) => ({ id: `${i}`, shapes: [] }))
  const lifted = new Set(parts.filter((_, i) => i % 2 === 0).map(({ id }) => id))
  assert.equal(runsOf(parts, lifted).length, 2)
})

const NONE = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, key: '' }
for (const [what, pressed, name] of [
  ['⌘Z', { code: 'KeyZ', metaKey: true }, 'undo'],
  ['Ctrl+Shift+Z', { code: 'KeyZ', ctrlKey: true, shiftKey: true }, 'redo'],
  ['V on a Korean keyboard', { code: 'KeyV', key: 'ㅍ' }, 'choose'],
  ['⌘V is left to the clipboard', { code: 'KeyV', metaKey: true }, null],
  ['⌥⌘V', { code: 'KeyV', metaKey: true, altKey: true }, 'pasteStyle'],
  ['Shift and an arrow', { code: 'ArrowUp', shiftKey: true }, 'up'],
  ['?', { code: 'Slash', key: '?', shiftKey: true }, 'help'],
] as const)
  test(`${what} is ${name ?? 'nothing'}`, () => assert.equal(keyName({ ...NONE, ...pressed }), name))
