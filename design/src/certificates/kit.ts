/** Builds the parts that certificates share: rows, senders with their seals, the strip that says how to verify. */
import type { ColourRef, DesignDocument, Element, OrnamentElement, PageId, TextElement } from '../document.ts'
import type { Language } from '../language.ts'
import type { Weight } from '../metrics.ts'
import type { OrnamentName } from '../ornaments.ts'

/** x, y, width and height in millimetres. */
export type Area = readonly [x: number, y: number, width: number, height: number]

export type Words = Partial<Omit<TextElement, 'kind' | 'id' | 'text' | 'x' | 'y' | 'width' | 'height'>> & {
  readonly size: number
}

const inArea = ([x, y, width, height]: Area) => ({ x, y, width, height })

/** Sans, centred and in ink unless the words say otherwise; may shrink by a quarter. */
export const words = (id: string, area: Area, text: string, style: Words): TextElement => ({
  kind: 'text',
  id,
  ...inArea(area),
  text,
  face: 'sans',
  weight: 400,
  align: 'middle',
  colour: 'ink',
  sizeMin: Math.round(style.size * 75) / 100,
  ...style,
})

export const box = (
  id: string,
  area: Area,
  fill: ColourRef,
  more: { radius?: number; opacity?: number } = {},
): Element => ({
  kind: 'shape',
  id,
  ...inArea(area),
  shape: 'rectangle',
  fill,
  ...more,
})

export const frame = (id: string, area: Area, stroke: ColourRef, strokeWidth: number): Element => ({
  kind: 'shape',
  id,
  ...inArea(area),
  shape: 'rectangle',
  stroke,
  strokeWidth,
})

export const rule = (id: string, area: Area, stroke: ColourRef, strokeWidth = 0.3): Element => ({
  kind: 'line',
  id,
  ...inArea(area),
  stroke,
  strokeWidth,
})

export const ribbon = (
  id: string,
  name: OrnamentName,
  area: Area,
  [colour, second]: readonly [ColourRef, ColourRef],
  opacity?: number,
): OrnamentElement => ({
  kind: 'ribbon',
  id,
  ...inArea(area),
  ribbon: name,
  colour,
  second,
  ...(opacity === undefined ? {} : { opacity }),
})

export const badge = (x: number, y: number, size: number): Element => ({
  kind: 'badge',
  id: 'badge',
  x,
  y,
  width: size,
  height: size,
})

/** The institution's symbol where it has one, else the badge of what was earned. */
export const crest = (x: number, y: number, size: number): Element[] => [
  {
    kind: 'image',
    id: 'symbol',
    x,
    y,
    width: size,
    height: size,
    variable: 'institution1.symbol',
    when: 'institution1.symbol',
  },
  { ...badge(x, y, size), id: 'crest', when: '!institution1.symbol' },
]

/** `when` names what a row cannot do without. */
export type Row = readonly [label: string, value: string, when?: string]

export type RowStyle = {
  readonly size?: number
  readonly step?: number
  readonly labelWidth?: number
  readonly face?: 'sans' | 'serif'
  readonly colon?: boolean
  readonly colour?: ColourRef
}

/** Labels of one width with their letters shared out (균등분할), a colon, and values; a row without its value closes up. */
export function rows(
  [x, y, width]: readonly [number, number, number],
  list: readonly Row[],
  style: RowStyle = {},
): Element {
  const { size = 5.2, step = 11, labelWidth = 22, face = 'sans', colon = true, colour = 'body' } = style
  const height = size * 1.6
  const gap = colon ? 10 : 6
  return {
    kind: 'group',
    id: 'rows',
    x,
    y,
    width,
    height: list.length * step,
    stack: { gap: Math.round((step - height) * 1000) / 1000 },
    elements: list.map(([label, value, when], i) => ({
      kind: 'group',
      id: `row-${i + 1}`,
      x: 0,
      y: 0,
      width,
      height,
      ...(when ? { when } : {}),
      elements: [
        words(`label-${i + 1}`, [0, 0, labelWidth, height], label, {
          size,
          face,
          spread: true,
          align: 'start',
          colour,
        }),
        ...(colon
          ? [words(`colon-${i + 1}`, [labelWidth + 3, 0, 4, height], ':', { size, face, align: 'start', colour })]
          : []),
        words(`value-${i + 1}`, [labelWidth + gap, 0, width - labelWidth - gap, height], value, {
          size,
          face,
          weight: 700,
          align: 'start',
          sizeMin: Math.round(size * 55) / 100,
        }),
      ],
    })),
  }
}

export type SenderStyle = {
  readonly size?: number
  readonly face?: 'sans' | 'serif'
  readonly seal?: number
  readonly weight?: Weight
  readonly colour?: ColourRef
  readonly language?: Language
  readonly at?: 1 | 2 | 3
  readonly align?: 'start' | 'middle' | 'end'
}

/** "한빛대학교 총장" with its seal on the last letter. */
export function sender(area: Area, style: SenderStyle = {}): Element[] {
  const { size = 10.5, face = 'sans', seal = 24, weight = 800, colour = 'ink', at = 1, align = 'middle' } = style
  const id = at === 1 ? 'sender' : `sender-${at}`
  const key = `institution${at}`
  return [
    words(id, area, `{{${key}.name}} {{${key}.headTitle}}`, {
      size,
      face,
      weight,
      colour,
      align,
      tracking: 0.06,
      sizeMin: Math.round(size * 55) / 100,
    }),
    {
      kind: 'seal',
      id: at === 1 ? 'seal' : `seal-${at}`,
      x: area[0] + area[2] - seal,
      y: area[1],
      width: seal,
      height: seal,
      institution: at,
      on: id,
    },
  ]
}

/** A line to sign on: signature where there is one, name and title under it. */
export function signatory(
  [x, y, width]: readonly [number, number, number],
  at: 1 | 2 | 3 = 1,
  colour: ColourRef = 'ink',
): Element[] {
  const key = `institution${at}`
  return [
    {
      kind: 'image',
      id: `signature-${at}`,
      x,
      y,
      width,
      height: 14,
      variable: `${key}.signature`,
      when: `${key}.signature`,
    },
    rule(`signature-line-${at}`, [x, y + 15, width, 0], 'quiet', 0.3),
    words(`signatory-${at}`, [x, y + 16.5, width, 6], `{{${key}.headNameEnglish}}`, { size: 4.6, weight: 700, colour }),
    words(`signatory-title-${at}`, [x, y + 22.5, width, 5], `{{${key}.headTitleEnglish}}, {{${key}.nameEnglish}}`, {
      size: 3.6,
      colour: colour === 'ink' ? 'body' : colour,
      sizeMin: 2.6,
    }),
  ]
}

const STRIP = {
  ko: {
    number: '원본확인번호 {{credential.number}}',
    sentence:
      '{{credential.verifyAt}} 에서 번호를 입력하거나 QR을 스캔하면 발급기관과 유효 상태를 바로 확인할 수 있습니다.',
  },
  en: {
    number: 'Verification number {{credential.number}}',
    sentence: 'Enter it at {{credential.verifyAt}} or scan the code to see the issuer and whether this is still valid.',
  },
} as const

export type StripStyle = {
  readonly language?: Language
  readonly qr?: number
  readonly colour?: ColourRef
  readonly size?: number
  readonly width?: number
  /** On which side of the code the sentence stands. */
  readonly side?: 'right' | 'left'
}

/** Nine points: smaller print is not read. */
const STRIP_SIZE = 3.2

/** QR, number, and the sentence that says what to do with them. */
export function strip([x, y]: readonly [number, number], style: StripStyle = {}): Element[] {
  const { language = 'ko', qr = 24, colour = 'body', size = STRIP_SIZE, width = 86, side = 'right' } = style
  const line = size * 1.5
  // The number and two lines stand beside the middle of the code; a third line still has room below.
  const top = y + (qr - line * 3) / 2
  const left = side === 'right' ? x + qr + 3 : x - width - 3
  const type = { size, sizeMin: size, colour, align: side === 'right' ? 'start' : 'end' } as const
  const at = (from: number, height: number): Area => [left, hundredth(from), width, hundredth(height)]
  const { number, sentence } = STRIP[language]
  return [
    { kind: 'qr', id: 'qr', x, y, width: qr, height: qr, text: '{{credential.url}}', colour: 'ink' },
    words('number', at(top, line), number, { ...type, weight: 700 }),
    words('verify', at(top + line, line * 3), sentence, { ...type, linesMax: 3, lineHeight: 1.5, valign: 'top' }),
  ]
}

const hundredth = (value: number): number => Math.round(value * 100) / 100

/** "제 2026-001호", where there is one. */
export const serial = (area: Area, style: Partial<Words> = {}): TextElement =>
  words('serial', area, '{{credential.serial}}', { size: 4.7, align: 'start', when: 'credential.serial', ...style })

export type Draft = {
  readonly page: PageId
  readonly language?: Language
  readonly title: string
  readonly primary: string
  readonly accent: string
  readonly ground?: ColourRef
  readonly elements: readonly (Element | readonly Element[])[]
}

export const document = ({ language = 'ko', ground = 'ivory', elements, ...rest }: Draft): DesignDocument => ({
  version: 1,
  language,
  ground,
  ...rest,
  elements: elements.flat(),
})
