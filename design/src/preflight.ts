/** Checks a laid-out document before it is published: what would embarrass on paper, on a screen or under a scanner. */
import type { Bound } from './bind.ts'
import { type Colour, contrast, readableOn } from './colour.ts'
import { type ColourRef, type Element, isCertificate, PAGES } from './document.ts'
import type { Edit } from './edit.ts'
import { FINDINGS, type Finding, type FindingCode } from './findings.ts'
import type { LaidText, Layout } from './layout.ts'
import { PRINT_PICTURE_DPI_MIN, PRINT_TEXT_PT_MIN, QR_SIDE_MM_MIN, TEXT_CONTRAST_MIN } from './limits.ts'
import { widthOf } from './metrics.ts'
import type { Box } from './scene.ts'
import { coloursOf } from './slots.ts'

/** Everything found, in the order a person would mend it. */
export function preflight(bound: Bound, layout: Layout): Finding[] {
  return [
    ...variables(bound),
    ...layout.texts.flatMap((text) => textFindings(text, bound, layout)),
    ...layout.placed.flatMap(({ element, box, isSample }) => placedFindings(element, box, isSample, bound, layout)),
    ...(isCertificate(bound.document) ? whole(bound, layout) : wholeBadge(layout)),
  ]
}

const finding = (code: FindingCode, rest: Omit<Finding, 'code' | 'blocks'> = {}): Finding => ({
  code,
  blocks: FINDINGS[code].blocks,
  ...rest,
})

function variables({ missing, undrawn }: Bound): Finding[] {
  const unbound = missing.map(({ element, variable }) => finding('variable-unbound', { element, variable }))
  return [...unbound, ...undrawn.map(({ variable }) => finding('character-not-drawable', { variable }))]
}

const POINTS_PER_MM = 72 / 25.4
/** 3.2 mm is called nine points by everyone. */
const ROUNDING_PT = 0.05

function textFindings(text: LaidText, bound: Bound, layout: Layout): Finding[] {
  const { id } = text.element
  if (text.lines.length === 0) return []
  const findings: Finding[] = []
  const size = text.size / layout.scale
  const points = size * POINTS_PER_MM
  const isSmall = isCertificate(bound.document) && points < PRINT_TEXT_PT_MIN - ROUNDING_PT
  // Let as small as it had to be: offered only where that can still be read.
  const fit = isSmall ? {} : { fix: set(id, { sizeMin: Math.floor(size * 100) / 100 }) }
  if (!text.ok) findings.push(finding('text-does-not-fit', { element: id, ...fit }))
  if (isSmall) {
    const readable = Math.ceil((PRINT_TEXT_PT_MIN / POINTS_PER_MM) * 100) / 100
    const fix = set(id, { size: Math.max(text.element.size, readable), sizeMin: readable })
    findings.push(finding('text-too-small', { element: id, found: tenth(points), fix }))
  }
  const ground = groundOf(text, layout, bound)
  const ratio = contrast(text.fill, ground)
  if (ratio < TEXT_CONTRAST_MIN && (text.element.opacity ?? 1) === 1) {
    const fix = set(id, { colour: readableOn(ground, text.fill, TEXT_CONTRAST_MIN) })
    findings.push(finding('text-contrast-low', { element: id, found: tenth(ratio), fix }))
  }
  return findings
}

const set = (id: string, fields: Readonly<Record<string, unknown>>): Edit => ({ kind: 'set', id, fields })

/** The topmost filled shape that the middle of a text lies on; lines, pictures and watermarks do not count. */
function groundOf(text: LaidText, layout: Layout, bound: Bound): Colour {
  const { box, order } = text
  const colours = coloursOf(bound.document)
  const [x, y] = [box.x + box.width / 2, middleOf(text)]
  const under = layout.placed.filter((placed) => {
    const covers =
      placed.box.x <= x &&
      placed.box.x + placed.box.width >= x &&
      placed.box.y <= y &&
      placed.box.y + placed.box.height >= y
    return covers && groundColour(placed.element) && (placed.element.opacity ?? 1) > 0.5 && placed.order < order
  })
  const top = under.at(-1)?.element
  return colours((top && groundColour(top)) ?? bound.document.ground)
}

/** A curve keeps to one edge of its box. */
function middleOf({ box, size, element: { curve } }: LaidText): number {
  if (!curve) return box.y + box.height / 2
  return curve.side === 'top' ? box.y + size / 2 : box.y + box.height - size / 2
}

/** What an element puts under the words that lie on it. */
function groundColour(element: Element): ColourRef | undefined {
  if (element.kind === 'shape' || element.kind === 'path') return element.fill
  return element.kind === 'ribbon' && element.ribbon === 'banner' ? element.colour : undefined
}

function placedFindings(element: Element, box: Box, isSample: boolean, bound: Bound, layout: Layout): Finding[] {
  const { kind, id } = element
  if (kind === 'seal') return isSample ? [finding('seal-is-sample', { element: id })] : []
  const sideMm = Math.min(box.width, box.height) / layout.scale
  if (kind === 'qr' && isCertificate(bound.document) && sideMm < QR_SIDE_MM_MIN)
    return [
      finding('qr-too-small', {
        element: id,
        found: tenth(sideMm),
        fix: set(id, { width: QR_SIDE_MM_MIN, height: QR_SIDE_MM_MIN }),
      }),
    ]
  if (kind !== 'image') return outside(element, box, bound, layout)
  const picture = bound.data.pictures?.[element.variable ?? element.picture ?? '']
  if (!picture || !isCertificate(bound.document)) return outside(element, box, bound, layout)
  const shown = Math.min(box.width / picture.widthPx, box.height / picture.heightPx)
  const dpi = (layout.scale * 25.4) / shown
  return dpi < PRINT_PICTURE_DPI_MIN ? [finding('picture-too-coarse', { element: id, found: Math.round(dpi) })] : []
}

/** Colour may run off the page; words, codes and pictures may not come near its edge. */
const outside = (element: Element, box: Box, bound: Bound, layout: Layout): Finding[] =>
  ['qr', 'badge', 'image', 'icon'].includes(element.kind) ? unsafe(element.id, box, bound, layout) : []

/** Found with the way back: as far as the nearest edge asks. */
function unsafe(id: string, box: Box, { document }: Bound, { scale, scene }: Layout): Finding[] {
  const margin = PAGES[document.page].margin * scale
  const back = (from: number, length: number, page: number): number =>
    from < margin ? margin - from : Math.min(0, page - margin - (from + length))
  const [dx, dy] = [back(box.x, box.width, scene.width) / scale, back(box.y, box.height, scene.height) / scale]
  if (Math.abs(dx) < TOUCHING && Math.abs(dy) < TOUCHING) return []
  return [finding('outside-safe-area', { element: id, fix: { kind: 'move', ids: [id], dx, dy } })]
}

/** What lies on the margin lies inside it. */
const TOUCHING = 0.005

/** What a certificate must have somewhere. */
function whole(bound: Bound, layout: Layout): Finding[] {
  const { data, missing } = bound
  const has = (kind: Element['kind']) => layout.placed.some(({ element }) => element.kind === kind)
  const hasSignature = Object.keys(data.pictures ?? {}).some((key) => key.endsWith('.signature'))
  const number = data.values['credential.number'] ?? data.values.원본확인번호
  const showsNumber = number !== undefined && layout.texts.some(({ lines }) => lines.join(' ').includes(number))
  const isTold = missing.some(({ variable }) => variable === 'credential.number')
  return [
    ...layout.texts
      .filter(({ lines }) => lines.length > 0)
      .flatMap(({ box, element }) => unsafe(element.id, box, bound, layout)),
    ...(has('qr') ? [] : [finding('qr-missing')]),
    ...(has('seal') || hasSignature ? [] : [finding('seal-missing')]),
    ...(showsNumber || isTold ? [] : [finding('number-missing')]),
  ]
}

/** A badge is seen small: few words, and one thing large enough to be known by. */
function wholeBadge({ texts, placed, scene }: Layout): Finding[] {
  const words = texts.toSorted((a, b) => b.size - a.size)[0]
  const em = words ? widthOf(words.lines.join(' '), words.element.weight) : 0
  const isKnown = placed.some(({ element, box }) => {
    const share = Math.min(box.width, box.height) / scene.width
    return element.kind === 'badge' || (['icon', 'image'].includes(element.kind) && share >= PICTURE_SHARE_MIN)
  })
  return [
    ...(words && em > BADGE_EM_MAX
      ? [finding('badge-words-many', { element: words.element.id, found: tenth(em) })]
      : []),
    ...(isKnown ? [] : [finding('badge-too-fine')]),
  ]
}

/** Fourteen syllables and the space between them. */
const BADGE_EM_MAX = 15
/** Of the badge's width: some ten pixels where the badge has 64. */
const PICTURE_SHARE_MIN = 0.16

const tenth = (value: number): number => Math.round(value * 10) / 10
