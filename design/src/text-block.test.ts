import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { advanceOf } from './metrics.ts'
import type { Box, Shape } from './scene.ts'
import { setText, type Type } from './text-block.ts'

const TYPE: Type = {
  ...{ face: 'sans', weight: 400, align: 'middle', size: 100, sizeMin: 60, linesMax: 1, lineHeight: 1.4, tracking: 0 },
  fill: '#12161f',
}
const BOX: Box = { x: 100, y: 200, width: 1000, height: 300 }

/** Left, right, top and bottom of every letter's own cell: its advance, and the em about its middle. */
function cells(shapes: readonly Shape[]): [number, number, number, number][] {
  return shapes.flatMap((shape): [number, number, number, number][] => {
    if (shape.kind !== 'text' && shape.kind !== 'glyphs') return []
    const { size, weight, face } = shape
    const width = (character: string) => (advanceOf(character, weight, face) ?? 1) * size
    const lift = (y: number): [number, number] => [y - size * 0.85, y + size * 0.15]
    if (shape.kind === 'glyphs') return shape.glyphs.map(({ character, x, y }) => [x, x + width(character), ...lift(y)])
    const letters = [...shape.text]
    const total = letters.reduce((sum, letter) => sum + width(letter), 0) + (shape.tracking ?? 0) * (letters.length - 1)
    const left = shape.anchor === 'start' ? shape.x : shape.anchor === 'end' ? shape.x - total : shape.x - total / 2
    return [[left, left + total, ...lift(shape.y)]]
  })
}

function assertInside(shapes: readonly Shape[], box: Box): void {
  for (const [left, right, top, bottom] of cells(shapes)) {
    assert.ok(left >= box.x - 0.01 && right <= box.x + box.width + 0.01, `${left} to ${right} leaves the box sideways`)
    assert.ok(
      top >= box.y - 0.01 && bottom <= box.y + box.height + 0.01,
      `${top} to ${bottom} leaves the box up or down`,
    )
  }
}

const words = fc.string({
  unit: fc.constantFrom(...'김하늘 Alexandra Konstantinopoulou 이수하였으므로 W·() \n'),
  minLength: 1,
  maxLength: 120,
})
const type = fc.record({
  face: fc.constantFrom('sans' as const, 'serif' as const),
  weight: fc.constantFrom(400 as const, 700 as const, 800 as const),
  align: fc.constantFrom('start' as const, 'middle' as const, 'end' as const),
  valign: fc.constantFrom('top' as const, 'middle' as const, 'bottom' as const),
  size: fc.integer({ min: 20, max: 200 }),
  sizeMin: fc.integer({ min: 10, max: 20 }),
  linesMax: fc.integer({ min: 1, max: 8 }),
  lineHeight: fc.constantFrom(1, 1.4, 2),
  tracking: fc.constantFrom(0, 0.04, 0.3),
})
const box = fc.record({
  x: fc.constant(50),
  y: fc.constant(70),
  width: fc.integer({ min: 60, max: 1500 }),
  height: fc.integer({ min: 40, max: 600 }),
})

for (const way of ['lines', 'vertical', 'spread'] as const)
  test(`text set in ${way} never leaves its box`, () => {
    fc.assert(
      fc.property(words, type, box, (text, style, room) => {
        const set = setText(text, { ...TYPE, ...style, vertical: way === 'vertical', spread: way === 'spread' }, room)
        assertInside(set.shapes, room)
      }),
      { numRuns: 300 },
    )
  })

test('no letter is lost, however narrow the box', () => {
  fc.assert(
    fc.property(words, box, (text, room) => {
      const { lines } = setText(text, { ...TYPE, linesMax: 6 }, room)
      assert.equal(lines.join('').replace(/\s/g, ''), text.replace(/\s/g, ''))
    }),
  )
})

test('a name is first made smaller, then wrapped at a space, then reported', () => {
  const name = { ...TYPE, linesMax: 2, lineHeight: 1.2 }
  assert.deepEqual(setText('김하늘', name, BOX).lines, ['김하늘'])
  const longer = setText('Alexandra Konstantinopoulou', name, BOX)
  assert.ok(longer.lines.length === 1 && longer.size < 100 && longer.ok)
  const longest = setText('Alexandra Konstantinopoulou Papadimitriou', name, BOX)
  assert.ok(longest.lines.length === 2 && longest.ok)
  assert.equal(setText('Wolfeschlegelsteinhausenbergerdorff'.repeat(3), name, BOX).ok, false)
})

test('the letters of a label stand at both edges and at equal steps', () => {
  const [shape] = setText('생 년 월 일', { ...TYPE, spread: true }, BOX).shapes
  assert.ok(shape?.kind === 'glyphs')
  const xs = shape.glyphs.map(({ x }) => x)
  const steps = xs.slice(1).map((x, i) => x - xs[i]!)
  assert.ok(Math.abs(xs[0]! - BOX.x) < 0.01)
  assert.ok(Math.abs(xs.at(-1)! + advanceOf('일', 400)! * shape.size - (BOX.x + BOX.width)) < 0.01)
  for (const step of steps) assert.ok(Math.abs(step - steps[0]!) < 0.01)
})

test('centred prose is broken into even lines at spaces', () => {
  const { lines } = setText(
    '위 사람은 본 기관이 개설한 과정을 성실히 이수하였으므로 이 증서를 수여합니다.',
    { ...TYPE, linesMax: 3, size: 50 },
    BOX,
  )
  assert.equal(lines.length, 2)
  assert.ok(Math.abs([...lines[0]!].length - [...lines[1]!].length) <= 6, lines.join(' / '))
})

test('columns run from the right, each downward', () => {
  const { shapes, lines } = setText('표창장 이도윤', { ...TYPE, vertical: true, linesMax: 3 }, { ...BOX, height: 320 })
  assert.deepEqual(lines, ['표창장', '이도윤'])
  const [shape] = shapes
  assert.ok(
    shape?.kind === 'glyphs' && shape.glyphs[0]!.x > shape.glyphs[3]!.x && shape.glyphs[0]!.y < shape.glyphs[1]!.y,
  )
})
