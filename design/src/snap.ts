/** Draws a moved box to what it nearly meets: the page's middle, margins and edges, its neighbours, and equal gaps between them. */
import type { Page } from './document.ts'
import type { Box } from './scene.ts'

/** A line to draw while something is held against it. */
export type Guide = {
  readonly kind: 'line' | 'gap'
  /** Of a line: the axis whose coordinate it fixes. Of a gap: the axis along which it is measured. */
  readonly axis: Axis
  readonly at: number
  readonly from: number
  readonly to: number
}

export type Axis = 'x' | 'y'
export type Part = 'start' | 'middle' | 'end'

export type Snapped = { readonly dx: number; readonly dy: number; readonly guides: readonly Guide[] }

export type SnapOptions = {
  readonly page: Pick<Page, 'width' | 'height' | 'margin'>
  /** In the page's unit: a few pixels at any zoom. */
  readonly reach: number
  /** What of the box may be drawn; an edge that is held by a handle moves alone. */
  readonly parts?: { readonly x: readonly Part[]; readonly y: readonly Part[] }
}

const ALL: readonly Part[] = ['start', 'middle', 'end']

/** How much further the box must go, and the guides that say why. Nothing within reach moves nothing. */
export function snap(moving: Box, others: readonly Box[], options: SnapOptions): Snapped {
  const { x: partsX, y: partsY } = options.parts ?? { x: ALL, y: ALL }
  const acrossX = along(moving, others, options, 'x', partsX)
  const acrossY = along(moving, others, options, 'y', partsY)
  const settled = { ...moving, x: moving.x + (acrossX ?? 0), y: moving.y + (acrossY ?? 0) }
  return {
    dx: acrossX ?? 0,
    dy: acrossY ?? 0,
    guides: [
      ...(acrossX === null ? [] : guidesOf(settled, others, options, 'x', partsX)),
      ...(acrossY === null ? [] : guidesOf(settled, others, options, 'y', partsY)),
    ],
  }
}

/** One side of a box, as a stretch along an axis. */
type Stretch = { readonly start: number; readonly end: number }

const stretchOf = (box: Box, axis: Axis): Stretch =>
  axis === 'x' ? { start: box.x, end: box.x + box.width } : { start: box.y, end: box.y + box.height }

const otherAxis = (axis: Axis): Axis => (axis === 'x' ? 'y' : 'x')

const partOf = ({ start, end }: Stretch, part: Part): number =>
  part === 'start' ? start : part === 'end' ? end : (start + end) / 2

function pageLines({ page }: SnapOptions, axis: Axis): number[] {
  const length = axis === 'x' ? page.width : page.height
  return [length / 2, page.margin, length - page.margin, 0, length]
}

/** The smallest step that meets something; lines before gaps where they are as near. */
function along(moving: Box, others: readonly Box[], options: SnapOptions, axis: Axis, parts: readonly Part[]) {
  const stretch = stretchOf(moving, axis)
  const targets = [
    ...pageLines(options, axis),
    ...others.flatMap((box) => ALL.map((part) => partOf(stretchOf(box, axis), part))),
  ]
  let best: number | null = null
  const offer = (step: number) => {
    if (Math.abs(step) <= options.reach && (best === null || Math.abs(step) < Math.abs(best) - SAME)) best = step
  }
  for (const part of parts) for (const target of targets) offer(target - partOf(stretch, part))
  if (parts.length === ALL.length) for (const { start } of gapsFor(moving, others, axis)) offer(start - stretch.start)
  return best
}

/** Below this two places are one: sums of fractions are not exact. */
const SAME = 1e-6

const isNear = (a: number, b: number): boolean => Math.abs(a - b) < SAME

/** Where the box would have to begin for its gaps to be equal, and the gaps that would then be seen. */
type Gaps = { readonly start: number; readonly gaps: readonly Stretch[] }

function gapsFor(moving: Box, others: readonly Box[], axis: Axis): Gaps[] {
  const across = stretchOf(moving, otherAxis(axis))
  const beside = others
    .filter((box) => overlaps(stretchOf(box, otherAxis(axis)), across))
    .map((box) => stretchOf(box, axis))
    .sort((a, b) => a.start - b.start)
  const { start, end } = stretchOf(moving, axis)
  const length = end - start
  return beside.slice(1).flatMap((right, i): Gaps[] => {
    const left = beside[i]!
    const gap = right.start - left.end
    if (gap <= SAME) return []
    const before = left.start - gap - length
    const after = right.end + gap
    const between = left.end + (gap - length) / 2
    const seen = { start: left.end, end: right.start }
    return [
      { start: after, gaps: [seen, { start: right.end, end: after }] },
      { start: before, gaps: [{ start: before + length, end: left.start }, seen] },
      ...(gap > length
        ? [
            {
              start: between,
              gaps: [
                { start: left.end, end: between },
                { start: between + length, end: right.start },
              ],
            },
          ]
        : []),
    ]
  })
}

const overlaps = (a: Stretch, b: Stretch): boolean => a.start < b.end && b.start < a.end

/** Everything the settled box meets, each line as long as what it joins. */
function guidesOf(settled: Box, others: readonly Box[], options: SnapOptions, axis: Axis, parts: readonly Part[]) {
  const stretch = stretchOf(settled, axis)
  const lines = new Map<string, Guide>()
  const join = (at: number, { start, end }: Stretch) => {
    const known = lines.get(at.toFixed(4))
    const own = stretchOf(settled, otherAxis(axis))
    const from = Math.min(start, own.start, known?.from ?? Number.POSITIVE_INFINITY)
    const to = Math.max(end, own.end, known?.to ?? Number.NEGATIVE_INFINITY)
    lines.set(at.toFixed(4), { kind: 'line', axis, at, from, to })
  }
  const across = { start: 0, end: axis === 'x' ? options.page.height : options.page.width }
  for (const part of parts) {
    const at = partOf(stretch, part)
    for (const line of pageLines(options, axis)) if (isNear(line, at)) join(at, across)
    for (const box of others)
      if (ALL.some((theirs) => isNear(partOf(stretchOf(box, axis), theirs), at)))
        join(at, stretchOf(box, otherAxis(axis)))
  }
  if (lines.size > 0) return [...lines.values()]
  const { start, end } = stretchOf(settled, otherAxis(axis))
  const seen = gapsFor(settled, others, axis).find((one) => isNear(one.start, stretch.start))?.gaps ?? []
  return seen.map((gap): Guide => ({ kind: 'gap', axis, at: (start + end) / 2, from: gap.start, to: gap.end }))
}
