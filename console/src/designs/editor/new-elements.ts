// What each kind of element is when it is first put on a page.
import { type DesignDocument, type Element, elementsOf, freeId, PAGES } from '@kolleges/design'

export const ADDABLE = [
  'text',
  'rectangle',
  'ellipse',
  'line',
  'icon',
  'ribbon',
  'qr',
  'badge',
  'seal',
  'logo',
  'signature',
] as const
export type Addable = (typeof ADDABLE)[number]

interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** In the middle of the page, or where it was drawn; sizes as a share of the page, so that they suit badges and certificates. */
export function newElement(document: DesignDocument, what: Addable, words: string, drawn?: Area): Element {
  const page = PAGES[document.page]
  const unit = Math.min(page.width, page.height) / 210
  const [width, height] = SIZES[what]
  const area = drawn ?? {
    x: hundredth((page.width - width * unit) / 2),
    y: hundredth((page.height - height * unit) / 2),
    width: hundredth(width * unit),
    height: hundredth(height * unit),
  }
  const taken = new Set([...elementsOf(document.elements)].map(({ id }) => id))
  return { ...looksOf(document, what, words, unit), id: freeId(what, taken), ...area } as Element
}

/** In millimetres of an A4 page. QR codes are read from eighteen. */
const SIZES: Readonly<Record<Addable, readonly [number, number]>> = {
  text: [90, 12],
  rectangle: [50, 30],
  ellipse: [40, 40],
  line: [70, 0],
  icon: [20, 20],
  ribbon: [60, 20],
  qr: [22, 22],
  badge: [36, 36],
  seal: [24, 24],
  logo: [40, 20],
  signature: [50, 14],
}

function looksOf(document: DesignDocument, what: Addable, words: string, unit: number): object {
  switch (what) {
    case 'text': {
      const type = { face: 'sans', weight: 400, align: 'middle', colour: 'ink', linesMax: 2, lineHeight: 1.4 }
      return { kind: 'text', text: words, size: hundredth(5.6 * unit), sizeMin: hundredth(3.4 * unit), ...type }
    }
    case 'rectangle':
    case 'ellipse':
      return { kind: 'shape', shape: what, fill: 'soft' }
    case 'line':
      return { kind: 'line', stroke: 'primary', strokeWidth: hundredth(0.5 * unit) }
    case 'icon':
      return { kind: 'icon', icon: 'star', colour: 'primary' }
    case 'ribbon':
      return { kind: 'ribbon', ribbon: 'banner', colour: 'primary', second: 'accent' }
    case 'qr':
      return { kind: 'qr', text: '{{credential.url}}', colour: 'ink' }
    case 'badge':
      return { kind: 'badge' }
    case 'seal': {
      const sender = senderOf(document)
      return { kind: 'seal', institution: 1, ...(sender ? { on: sender } : {}) }
    }
    case 'logo':
    case 'signature':
      return { kind: 'image', variable: `institution1.${what}` }
  }
}

/** The text that names the head of the institution: where a seal belongs. */
export const senderOf = (document: DesignDocument): string | undefined =>
  [...elementsOf(document.elements)].find(
    (element) => element.kind === 'text' && /\{\{\s*(institution1\.headTitle|기관장)\s*[|}]/.test(element.text),
  )?.id

const hundredth = (value: number): number => Math.round(value * 100) / 100
