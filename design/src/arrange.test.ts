import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { align, distribute, type Named } from './align.ts'
import { around } from './outline.ts'
import { HANDLES, resizeBox } from './resize.ts'
import type { Box } from './scene.ts'
import { type SnapOptions, snap } from './snap.ts'

const PAGE: SnapOptions = { page: { width: 210, height: 297, margin: 8 }, reach: 2 }

const box = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height })
const anyBox: fc.Arbitrary<Box> = fc.record({
  x: fc.integer({ min: 0, max: 400 }).map((value) => value / 2),
  y: fc.integer({ min: 0, max: 400 }).map((value) => value / 2),
  width: fc.integer({ min: 1, max: 100 }),
  height: fc.integer({ min: 1, max: 100 }),
})

const SNAPS: readonly (readonly [what: string, moving: Box, others: readonly Box[], dx: number, dy: number])[] = [
  ['the middle of the page', box(84, 50, 40, 13), [], 1, 0],
  ['the margin', box(9, 50, 40, 13), [], -1, 0],
  ['the edge of the page', box(169, 50, 40, 13), [], 1, 0],
  ['a neighbour’s left edge', box(31, 170.1, 17, 13), [box(30, 40, 60, 20)], -1, 0],
  ['a neighbour’s middle', box(120, 44, 17, 11), [box(30, 40, 60, 20)], 0, 0.5],
  ['nothing beyond its reach', box(55, 203, 17, 13), [box(30, 40, 9, 20)], 0, 0],
  ['a gap as wide as the one before it', box(61, 40.3, 20, 11), [box(10, 41, 10, 10), box(35, 41, 10, 10)], -1, 0.2],
]
for (const [what, moving, others, dx, dy] of SNAPS)
  test(`a box is drawn to ${what}`, () => {
    const snapped = snap(moving, others, PAGE)
    assert.ok(Math.abs(snapped.dx - dx) < 1e-9, `dx is ${snapped.dx}`)
    assert.ok(Math.abs(snapped.dy - dy) < 1e-9, `dy is ${snapped.dy}`)
  })

test('equal gaps are shown as the two that are equal', () => {
  const { guides } = snap(box(61, 70, 20, 30), [box(12, 60, 10, 50), box(37, 61, 8, 50)], PAGE)
  const gaps = guides.filter(({ kind }) => kind === 'gap')
  assert.deepEqual(
    gaps.map(({ from, to }) => to - from),
    [15, 15],
  )
})

test('a held edge is drawn alone', () => {
  const moving = box(30.5, 100, 73, 20)
  assert.equal(snap(moving, [box(30, 10, 11, 10)], { ...PAGE, parts: { x: ['end'], y: [] } }).dx, 1.5)
})

test('what is drawn never goes further than the reach, and a settled box stays', () => {
  fc.assert(
    fc.property(anyBox, fc.array(anyBox, { maxLength: 6 }), (moving, others) => {
      const { dx, dy } = snap(moving, others, PAGE)
      assert.ok(Math.abs(dx) <= PAGE.reach && Math.abs(dy) <= PAGE.reach)
      const again = snap({ ...moving, x: moving.x + dx, y: moving.y + dy }, others, PAGE)
      assert.ok(Math.abs(again.dx) < 1e-6 && Math.abs(again.dy) <= PAGE.reach)
    }),
    { numRuns: 200 },
  )
})

const anyNamed = fc
  .array(anyBox, { minLength: 2, maxLength: 7 })
  .map((boxes) => boxes.map((one, i) => ({ id: `${i}`, box: one })))

const shifted = (boxes: readonly Named[], shifts: readonly { id: string; dx: number; dy: number }[]): Named[] =>
  boxes.map(({ id, box: at }) => {
    const { dx, dy } = shifts.find((one) => one.id === id) ?? { dx: 0, dy: 0 }
    return { id, box: { ...at, x: at.x + dx, y: at.y + dy } }
  })

test('aligned boxes share their edge and stay within the box around them', () => {
  fc.assert(
    fc.property(anyNamed, (boxes) => {
      const frame = around(boxes.map((one) => one.box))!
      const left = shifted(boxes, align(boxes, 'left', frame))
      assert.ok(left.every((one) => one.box.x === frame.x))
      const middle = shifted(boxes, align(boxes, 'middle', frame))
      const half = frame.y + frame.height / 2
      assert.ok(middle.every((one) => Math.abs(one.box.y + one.box.height / 2 - half) < 1e-6))
      assert.deepEqual(align(left, 'left', frame), [])
    }),
    { numRuns: 100 },
  )
})

test('one box alone is aligned to the page', () => {
  assert.deepEqual(align([{ id: 'a', box: box(10, 10, 20, 20) }], 'centre', box(0, 0, 100, 50)), [
    { id: 'a', dx: 30, dy: 0 },
  ])
})

test('distributed boxes have equal gaps, the outer two where they were', () => {
  fc.assert(
    fc.property(anyNamed, (boxes) => {
      const spread = shifted(boxes, distribute(boxes, 'x')).toSorted(
        (a, b) => a.box.x - b.box.x || Number(a.id) - Number(b.id),
      )
      if (boxes.length < 3) return
      const order = boxes.toSorted((a, b) => a.box.x - b.box.x).map(({ id }) => id)
      const laid = order.map((id) => spread.find((one) => one.id === id)!.box)
      const gaps = laid.slice(1).map((one, i) => one.x - (laid[i]!.x + laid[i]!.width))
      assert.ok(
        gaps.every((gap) => Math.abs(gap - gaps[0]!) < 1e-6),
        gaps.join(' '),
      )
    }),
    { numRuns: 100 },
  )
})

test('a corner keeps the opposite one in place, a box never turns inside out, a kept ratio is kept', () => {
  const far = fc.integer({ min: -300, max: 300 })
  fc.assert(
    fc.property(anyBox, fc.constantFrom(...HANDLES), far, far, fc.boolean(), (from, handle, dx, dy, keepsRatio) => {
      const to = resizeBox(from, handle, dx, dy, { keepsRatio, sideMin: 1 })
      assert.ok(to.width > 0 && to.height > 0)
      if (handle.includes('w')) assert.ok(Math.abs(to.x + to.width - (from.x + from.width)) < 1e-6)
      if (handle.includes('e')) assert.ok(Math.abs(to.x - from.x) < 1e-6)
      if (handle.includes('n')) assert.ok(Math.abs(to.y + to.height - (from.y + from.height)) < 1e-6)
      if (keepsRatio) assert.ok(Math.abs(to.width / to.height - from.width / from.height) < 1e-6)
    }),
    { numRuns: 300 },
  )
})
