import assert from 'node:assert/strict'
import { test } from 'node:test'
import { colourNotes } from './contrast.ts'

const says = (primary: string, accent: string) => colourNotes(primary, accent).map((note) => note.says)

test('a dark colour with a bright accent has nothing to explain', () => {
  assert.deepEqual(says('#1f3a8a', '#e0a526'), ['whiteReads', 'markReads', 'paperReads'])
})

test('a light colour is said to take dark words, and to be set darker on paper', () => {
  assert.deepEqual(says('#f2c94c', '#7a1230'), ['darkReads', 'markReads', 'paperMended'])
})

test('colours too close to each other are told', () => {
  assert.deepEqual(says('#1f3a8a', '#24408f'), ['whiteReads', 'markMended', 'paperReads', 'alike'])
})

test('whatever the colours, what is told is what is reached', () => {
  for (const [primary, accent] of [
    ['#000000', '#ffffff'],
    ['#ffffff', '#fffffe'],
    ['#808080', '#7f7f7f'],
  ] as const)
    for (const { says: what, ratio } of colourNotes(primary, accent))
      assert.ok(what === 'alike' || ratio >= (what.startsWith('mark') ? 3 : 4.5), `${primary} ${what} ${ratio}`)
})
