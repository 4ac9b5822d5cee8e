/** Draws the pictures a learner posts by hand: a square for a feed, and one as tall as a telephone for a story. */
import { badgeScene } from './badge.ts'
import { mix, WHITE } from './colour.ts'
import { dayInWords } from './day.ts'
import { drawable } from './draft.ts'
import { fit, LINE_HEIGHT, lineWidth, type TextBox } from './fit.ts'
import { icon } from './icons.ts'
import { type LetteringBox, letteringIn, lineIn, shorten } from './lettering.ts'
import { roundedBox } from './path.ts'
import { place, type Scene, type Shape } from './scene.ts'
import {
  type CredentialCard,
  cardTitle,
  nameOrNothing,
  PILL,
  type RevokedCard,
  type ShareCard,
  TEXT,
  CARD_WORDS as WORDS,
} from './share-card.ts'
import { sceneSvg } from './svg.ts'

export type TallFormat = 'square' | 'story'

type Measures = {
  readonly height: number
  /** The badge's upper edge and its side. */
  readonly badge: { readonly y: number; readonly side: number }
  readonly type: { readonly institution: number; readonly title: number; readonly name: number }
  /** The baseline of the address; a story leaves room beneath it for what its network lays over. */
  readonly footer: number
}

export const TALL_CARD_WIDTH_PX = 1080

const FORMATS: Readonly<Record<TallFormat, Measures>> = {
  square: { height: 1080, badge: { y: 84, side: 430 }, type: { institution: 34, title: 64, name: 38 }, footer: 1010 },
  story: { height: 1920, badge: { y: 300, side: 640 }, type: { institution: 42, title: 84, name: 48 }, footer: 1560 },
}

/** As the card beside a link: no verdict, because such pictures stay for years, and a hidden name is hidden here too. */
export const tallCardSvg = (card: ShareCard, format: TallFormat): string =>
  sceneSvg(tallCardScene(card, format), { title: cardTitle(card), language: card.language })

export function tallCardScene(card: ShareCard, format: TallFormat): Scene {
  const measures = FORMATS[format]
  const shapes = card.kind === 'credential' ? credentialCard(card, measures) : revokedCard(card, measures)
  return { width: TALL_CARD_WIDTH_PX, height: measures.height, shapes }
}

const MIDDLE = TALL_CARD_WIDTH_PX / 2
const COLUMN_WIDTH = 900

function credentialCard(card: CredentialCard, measures: Measures): Shape[] {
  const { primary } = card.design
  const { y, side } = measures.badge
  const badge = card.badge ?? badgeScene(card.design)
  return [
    ...ground(measures, mix(primary, WHITE, 0.93), mix(primary, WHITE, 0.86), primary),
    ...place(badge.shapes, { x: MIDDLE - side / 2, y, scale: side / badge.width }),
    ...column(card, measures),
    ...footer(card.url, dayInWords(card.issuedOn, card.language), measures),
  ]
}

/** Institution, title, name and pill beneath the badge, each as large as its lines allow. */
function column(card: CredentialCard, { badge, type, footer: end }: Measures): Shape[] {
  const words = WORDS[card.language]
  const name = card.recipientName === null ? '' : nameOrNothing(card.recipientName)
  const blocks = [
    { text: card.institutionName, box: boxOf(type.institution, 700, 1), fill: TEXT.quiet },
    { text: card.title, box: boxOf(type.title, 800, 2), fill: TEXT.strong },
    ...(name ? [{ text: words.to(name), box: boxOf(type.name, 400, 2), fill: TEXT.soft }] : []),
  ].map(({ text, box, fill }) => ({ box, fill, text: shorten(drawable(text), (one) => fit(one, box).ok) }))
  const gap = type.name * 0.5
  const heights = blocks.map(({ text, box }) => {
    const { lines, size } = fit(text, box)
    return lines.length * size * LINE_HEIGHT
  })
  const pillHeight = type.name * 1.9
  const all = heights.reduce((sum, height) => sum + height + gap, pillHeight)
  const room = { from: badge.y + badge.side, to: end - type.name * 2 }
  let y = room.from + Math.max(gap, (room.to - room.from - all) / 2)
  const shapes = blocks.flatMap(({ text, box, fill }, i) => {
    const middle = y + heights[i]! / 2
    y += heights[i]! + gap
    return letteringIn(text, { ...box, x: MIDDLE, y: middle }, fill)
  })
  return [...shapes, ...pill(words.verifiable, y, pillHeight)]
}

function boxOf(sizeMax: number, weight: TextBox['weight'], linesMax: number): Omit<LetteringBox, 'x' | 'y'> {
  const height = sizeMax * linesMax * LINE_HEIGHT
  return { width: COLUMN_WIDTH, height, sizeMax, sizeMin: Math.round(sizeMax * 0.5), linesMax, weight }
}

function pill(text: string, y: number, height: number): Shape[] {
  const size = height * 0.48
  const width = height * 1.2 + lineWidth(text, 700) * size + height * 0.55
  const left = MIDDLE - width / 2
  const at = {
    x: left + height * 1.18,
    y: y + height / 2 + size * 0.35,
    width,
    anchor: 'start',
    sizeMin: size,
  } as const
  return [
    { kind: 'path', d: roundedBox(left, y, width, height, height / 2), fill: PILL.ground },
    { ...icon('check', left + height * 0.72, y + height / 2, height * 0.56, PILL.ink), strokeWidth: height * 0.083 },
    lineIn(text, at, { size, weight: 700, fill: PILL.ink }),
  ]
}

/** No badge, no name, no colour of the institution: a stopped credential is not an advertisement. */
function revokedCard(card: RevokedCard, measures: Measures): Shape[] {
  const words = WORDS[card.language]
  const { y, side } = measures.badge
  const r = side / 4
  const [cx, cy] = [MIDDLE, y + side / 2]
  const line = (text: string, below: number, size: number, weight: 400 | 700 | 800, fill: string): Shape =>
    lineIn(
      text,
      { x: MIDDLE, y: y + side + below, width: COLUMN_WIDTH, anchor: 'middle', sizeMin: 20 },
      { size, weight, fill },
    )
  const d = `M${cx - r * 0.7} ${cy - r * 0.7}L${cx + r * 0.7} ${cy + r * 0.7}`
  return [
    ...ground(measures, '#f7f8fb', '#eef0f4', '#737c8d'),
    { kind: 'circle', x: cx, y: cy, r, stroke: '#737c8d', strokeWidth: r / 6 },
    { kind: 'path', d, stroke: '#737c8d', strokeWidth: r / 6 },
    line(words.revoked, 80, 72, 800, TEXT.strong),
    line(words.revokedNote, 160, 38, 400, TEXT.soft),
    line(drawable(card.institutionName), 225, 34, 700, TEXT.quiet),
    ...footer(card.url, '', measures),
  ]
}

/** A tint, a deeper one rising behind the words, and a line of full colour along the top. */
function ground({ height, badge }: Measures, tint: string, deeper: string, edge: string): Shape[] {
  const rise = badge.y + badge.side * 0.55
  const [width, low] = [TALL_CARD_WIDTH_PX, rise + 260]
  return [
    { kind: 'path', d: `M0 0H${width}V${height}H0Z`, fill: tint },
    { kind: 'path', d: `M0 ${low}C270 ${rise} 810 ${rise} ${width} ${low}V${height}H0Z`, fill: deeper },
    { kind: 'path', d: `M0 0H${width}V14H0Z`, fill: edge },
  ]
}

function footer(url: string, date: string, { footer: y }: Measures): Shape[] {
  const style = { size: 32, weight: 700, fill: TEXT.soft } as const
  const left = MIDDLE - COLUMN_WIDTH / 2
  const right = MIDDLE + COLUMN_WIDTH / 2
  const address = drawable(url.replace(/^https?:\/\//, ''))
  return [
    { kind: 'path', d: `M${left} ${y - 54}H${right}`, stroke: TEXT.strong, strokeWidth: 2, opacity: 0.14 },
    lineIn(address, { x: left, y, width: date ? 600 : COLUMN_WIDTH, anchor: 'start', sizeMin: 18 }, style),
    ...(date ? [lineIn(date, { x: right, y, width: 280, anchor: 'end', sizeMin: 18 }, style)] : []),
  ]
}
