/** Checks a laid-out document before it is published: what would embarrass on paper, on a screen or under a scanner. */
import type { Bound } from './bind.ts'
import { type Colour, contrast } from './colour.ts'
import { type ColourRef, type Element, isCertificate, PAGES } from './document.ts'
import type { Bilingual } from './language.ts'
import type { LaidText, Layout } from './layout.ts'
import { CAPTION_TEXT_PT_MIN, PRINT_PICTURE_DPI_MIN, QR_SIDE_MM_MIN, TEXT_CONTRAST_MIN } from './limits.ts'
import type { Box } from './scene.ts'
import { coloursOf } from './slots.ts'

/** Codes are forever; sentences may be rewritten. A blocking finding stops publishing. */
export const FINDINGS = {
  'text-contrast-low': {
    blocks: true,
    says: {
      ko: '글자와 바탕의 대비가 4.5:1보다 낮습니다.',
      en: 'The text has less than 4.5:1 contrast with its ground.',
    },
  },
  'text-does-not-fit': {
    blocks: true,
    says: { ko: '글자가 상자에 다 들어가지 않습니다.', en: 'The text does not fit its box.' },
  },
  'text-too-small': {
    blocks: false,
    says: { ko: '인쇄하면 읽기 어려운 크기입니다.', en: 'The text is too small to read in print.' },
  },
  'qr-too-small': {
    blocks: true,
    says: { ko: 'QR이 18 mm보다 작아 읽히지 않을 수 있습니다.', en: 'The QR code is under 18 mm and may not scan.' },
  },
  'qr-missing': { blocks: false, says: { ko: 'QR이 없습니다.', en: 'There is no QR code.' } },
  'outside-safe-area': {
    blocks: false,
    says: {
      ko: '가장자리에 너무 가까워 인쇄에서 잘릴 수 있습니다.',
      en: 'This is so near the edge that a printer may cut it off.',
    },
  },
  'seal-missing': {
    blocks: false,
    says: { ko: '직인이 없습니다.', en: 'There is no seal.' },
  },
  'seal-is-sample': {
    blocks: true,
    says: {
      ko: '견본 직인입니다. 기관의 직인을 등록해야 합니다.',
      en: 'This is the sample seal: the institution has none yet.',
    },
  },
  'number-missing': {
    blocks: true,
    says: { ko: '원본확인번호가 없습니다.', en: 'The verification number is missing.' },
  },
  'variable-unbound': {
    blocks: true,
    says: { ko: '값이 없는 변수가 있습니다.', en: 'A variable has no value.' },
  },
  'character-not-drawable': {
    blocks: true,
    says: { ko: '글꼴에 없는 글자가 들어 있습니다.', en: 'A value holds characters that no font has.' },
  },
  'picture-too-coarse': {
    blocks: false,
    says: { ko: '인쇄하기에는 그림의 해상도가 낮습니다.', en: 'The picture is too coarse for print.' },
  },
} as const satisfies Readonly<Record<string, { readonly blocks: boolean; readonly says: Bilingual }>>

export type FindingCode = keyof typeof FINDINGS

export type Finding = {
  readonly code: FindingCode
  readonly blocks: boolean
  /** The element to select, when there is one. */
  readonly element?: string
  readonly variable?: string
  /** What was found, to show beside what was wanted: a ratio, points or millimetres. */
  readonly found?: number
}

/** Everything found, in the order a person would mend it. */
export function preflight(bound: Bound, layout: Layout): Finding[] {
  return [
    ...variables(bound),
    ...layout.texts.flatMap((text) => textFindings(text, bound, layout)),
    ...layout.placed.flatMap(({ element, box, isSample }) => placedFindings(element, box, isSample, bound, layout)),
    ...(isCertificate(bound.document) ? whole(bound, layout) : []),
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

function textFindings(text: LaidText, bound: Bound, layout: Layout): Finding[] {
  const element = text.element.id
  const findings: Finding[] = []
  if (text.lines.length === 0) return []
  if (!text.ok) findings.push(finding('text-does-not-fit', { element }))
  if (isCertificate(bound.document)) {
    const points = (text.size / layout.scale) * POINTS_PER_MM
    if (points < CAPTION_TEXT_PT_MIN) findings.push(finding('text-too-small', { element, found: tenth(points) }))
  }
  const ratio = contrast(text.fill, groundOf(text, layout, bound))
  if (ratio < TEXT_CONTRAST_MIN && (text.element.opacity ?? 1) === 1)
    findings.push(finding('text-contrast-low', { element, found: tenth(ratio) }))
  return findings
}

/** The topmost filled shape that the middle of a text lies on; lines, pictures and watermarks do not count. */
function groundOf({ box, order }: LaidText, layout: Layout, bound: Bound): Colour {
  const colours = coloursOf(bound.document)
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
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
    return [finding('qr-too-small', { element: id, found: tenth(sideMm) })]
  if (kind !== 'image') return outside(element, box, bound, layout)
  const picture = bound.data.pictures?.[element.variable ?? element.picture ?? '']
  if (!picture || !isCertificate(bound.document)) return outside(element, box, bound, layout)
  const shown = Math.min(box.width / picture.widthPx, box.height / picture.heightPx)
  const dpi = (layout.scale * 25.4) / shown
  return dpi < PRINT_PICTURE_DPI_MIN ? [finding('picture-too-coarse', { element: id, found: Math.round(dpi) })] : []
}

/** Colour may run off the page; words, codes and pictures may not come near its edge. */
function outside(element: Element, box: Box, { document }: Bound, { scale, scene }: Layout): Finding[] {
  if (!['qr', 'badge', 'image', 'icon'].includes(element.kind)) return []
  return isSafe(box, PAGES[document.page].margin * scale, scene)
    ? []
    : [finding('outside-safe-area', { element: element.id })]
}

const isSafe = ({ x, y, width, height }: Box, margin: number, page: { width: number; height: number }): boolean =>
  x >= margin && y >= margin && x + width <= page.width - margin && y + height <= page.height - margin

/** What a certificate must have somewhere. */
function whole({ document, data, missing }: Bound, layout: Layout): Finding[] {
  const has = (kind: Element['kind']) => layout.placed.some(({ element }) => element.kind === kind)
  const hasSignature = Object.keys(data.pictures ?? {}).some((key) => key.endsWith('.signature'))
  const number = data.values['credential.number'] ?? data.values.원본확인번호
  const showsNumber = number !== undefined && layout.texts.some(({ lines }) => lines.join(' ').includes(number))
  const isTold = missing.some(({ variable }) => variable === 'credential.number')
  const margin = PAGES[document.page].margin * layout.scale
  return [
    ...layout.texts
      .filter(({ box, lines }) => lines.length > 0 && !isSafe(box, margin, layout.scene))
      .map(({ element }) => finding('outside-safe-area', { element: element.id })),
    ...(has('qr') ? [] : [finding('qr-missing')]),
    ...(has('seal') || hasSignature ? [] : [finding('seal-missing')]),
    ...(showsNumber || isTold ? [] : [finding('number-missing')]),
  ]
}

const tenth = (value: number): number => Math.round(value * 10) / 10
