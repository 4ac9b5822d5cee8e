import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fitted, onPage, panned, zoomed } from './view.ts'

const PAGE = { width: 210, height: 297 }
const ROOM = { width: 800, height: 700 }

test('a fitted page lies in the middle with air around it', () => {
  const view = fitted(PAGE, ROOM)
  assert.equal(Math.round(view.zoom * PAGE.height), 620)
  assert.ok(Math.abs(view.x * 2 + PAGE.width * view.zoom - ROOM.width) < 1e-9)
})

test('what lies under the pointer stays there, however far one zooms', () => {
  const view = fitted(PAGE, ROOM)
  const at = { x: 321, y: 123 }
  const before = onPage(view, at)
  for (const factor of [0.001, 0.5, 1.1, 3, 1000]) {
    const after = onPage(zoomed(view, factor, at, view.zoom), at)
    assert.ok(Math.hypot(after.x - before.x, after.y - before.y) < 1e-6)
  }
})

test('a window without room still has a page', () => {
  assert.ok(fitted(PAGE, { width: 10, height: 10 }).zoom > 0)
})

test('a pan moves the page with the hand', () => {
  const view = fitted(PAGE, ROOM)
  assert.deepEqual(onPage(panned(view, 10, 20), { x: view.x + 10, y: view.y + 20 }), { x: 0, y: 0 })
})
