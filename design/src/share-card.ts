/** Draws the picture that networks show beside a shared link. */

import { badgeScene } from './badge.ts'
import type { BadgeDesign } from './badge-design.ts'
import { type Colour, INK, mix, WHITE } from './colour.ts'
import { dayInWords } from './day.ts'
import { drawable } from './draft.ts'
import { type Fit, fit, LINE_HEIGHT, lineWidth, type TextBox, TRACKING } from './fit.ts'
import { icon } from './icons.ts'
import type { Language } from './language.ts'
import { lineIn, shorten } from './lettering.ts'
import { undrawable, type Weight } from './metrics.ts'
import { roundedBox } from './path.ts'
import { place, type Scene, type Shape } from './scene.ts'
import { sceneSvg } from './svg.ts'

export const SHARE_CARD_WIDTH_PX = 1200
export const SHARE_CARD_HEIGHT_PX = 630

/** Networks keep these pictures for days, so they carry no verdict; a hidden name is hidden here too. */
export type ShareCard = CredentialCard | RevokedCard

export type CredentialCard = {
  readonly kind: 'credential'
  readonly design: BadgeDesign
  /** The badge as it is drawn, where it is a document of its own and no template. */
  readonly badge?: Scene
  readonly institutionName: string
  readonly title: string
  /** Null when the holder hides it. */
  readonly recipientName: string | null
  readonly url: string
  /** `YYYY-MM-DD`, already the day it was in Seoul. */
  readonly issuedOn: string
  readonly language: Language
}

export type RevokedCard = {
  readonly kind: 'revoked'
  readonly institutionName: string
  readonly url: string
  readonly language: Language
}

/** The card as SVG, 1200 by 630; every text is cleaned and fitted, so nothing is refused. */
export function shareCardSvg(card: ShareCard): string {
  return sceneSvg(shareCardScene(card), { title: cardTitle(card), language: card.language })
}

export const shareCardScene = (card: ShareCard): Scene => ({
  width: SHARE_CARD_WIDTH_PX,
  height: SHARE_CARD_HEIGHT_PX,
  shapes: card.kind === 'credential' ? credentialCard(card) : revokedCard(card),
})

export const CARD_WORDS = {
  ko: {
    verifiable: '검증 가능',
    to: (name: string) => `${name} 님에게 발급`,
    revoked: '취소된 증명',
    revokedNote: '이 증명은 더 이상 유효하지 않습니다.',
  },
  en: {
    verifiable: 'Verifiable',
    to: (name: string) => `Issued to ${name}`,
    revoked: 'Revoked credential',
    revokedNote: 'This credential is no longer valid.',
  },
} as const

// Three crops must keep badge, issuer, title and name: LinkedIn 1.91:1, KakaoTalk 2:1 (y 15 to 615), Naver's centre square (x 285 to 915).
const BADGE = { x: 292, y: 112, size: 272 }
const COLUMN = { x: 588, width: 318 }
export const TEXT = { strong: INK, soft: '#333b4d', quiet: '#44506a' }
export const PILL = { ground: '#e3eafb', ink: '#1b3479' }

function credentialCard(card: CredentialCard): Shape[] {
  const { primary } = card.design
  const badge = card.badge ?? badgeScene(card.design)
  return [
    ...ground(mix(primary, WHITE, 0.93), mix(primary, WHITE, 0.87), primary),
    ...place(badge.shapes, { x: BADGE.x, y: BADGE.y, scale: BADGE.size / badge.width }),
    ...column(card),
    ...footer(card.url, dayInWords(card.issuedOn, card.language)),
  ]
}

/** Institution, title, name and pill, stacked and centred on the badge's height. */
function column(card: CredentialCard): Shape[] {
  const words = CARD_WORDS[card.language]
  const name = card.recipientName === null ? '' : nameOrNothing(card.recipientName)
  const blocks = [
    block(card.institutionName, { sizeMax: 28, sizeMin: 21, weight: 700, linesMax: 2 }, TEXT.quiet),
    block(card.title, { sizeMax: 50, sizeMin: 27, weight: 800, linesMax: 3 }, TEXT.strong),
    ...(name ? [block(words.to(name), { sizeMax: 30, sizeMin: 23, weight: 400, linesMax: 2 }, TEXT.soft)] : []),
  ]
  const height = blocks.reduce(
    (sum, { lines, size }) => sum + lines.length * size * LINE_HEIGHT + BLOCK_GAP,
    PILL_HEIGHT,
  )
  let y = BADGE.y + (BADGE.size - height) / 2
  const shapes = blocks.flatMap((one) => {
    const set = one.lines.map((text, i) => lineOf(one, text, y + (i + 0.82) * one.size * LINE_HEIGHT))
    y += one.lines.length * one.size * LINE_HEIGHT + BLOCK_GAP
    return set
  })
  return [...shapes, ...pill(words.verifiable, COLUMN.x, y + 4)]
}

const BLOCK_GAP = 10

type Block = Fit & { readonly weight: Weight; readonly fill: Colour }

/** A text broken to the column's width; cut with an ellipsis when even its smallest size is too wide. */
function block(text: string, style: Omit<TextBox, 'width' | 'height'>, fill: Colour): Block {
  const box = { ...style, width: COLUMN.width, height: style.sizeMax * style.linesMax * LINE_HEIGHT * 0.9 }
  const shown = shorten(drawable(text), (candidate) => fit(candidate, box).ok)
  return { ...fit(shown, box), weight: style.weight, fill }
}

const lineOf = ({ size, weight, fill }: Block, text: string, y: number): Shape => ({
  kind: 'text',
  x: COLUMN.x,
  y,
  text,
  anchor: 'start',
  size,
  weight,
  fill,
  tracking: TRACKING * size,
})

const PILL_HEIGHT = 54

function pill(text: string, x: number, y: number): Shape[] {
  const size = 26
  const middle = { y: y + PILL_HEIGHT / 2 + size * 0.35, anchor: 'start', sizeMin: size } as const
  const width = 64 + lineWidth(text, 700) * size + 28
  return [
    { kind: 'path', d: roundedBox(x, y, width, PILL_HEIGHT, PILL_HEIGHT / 2), fill: PILL.ground },
    { ...icon('check', x + 40, y + PILL_HEIGHT / 2, 30, PILL.ink), strokeWidth: 4.5 },
    lineIn(text, { ...middle, x: x + 64, width: 260 }, { size, weight: 700, fill: PILL.ink }),
  ]
}

/** No badge, no name, no colour of the institution: a stopped credential is not an advertisement. */
function revokedCard(card: RevokedCard): Shape[] {
  const words = CARD_WORDS[card.language]
  const at = (y: number) => ({ x: SHARE_CARD_WIDTH_PX / 2, y, width: 600, anchor: 'middle' as const, sizeMin: 20 })
  return [
    ...ground('#f7f8fb', '#eef0f4', '#737c8d'),
    { kind: 'circle', x: 600, y: 176, r: 58, stroke: '#737c8d', strokeWidth: 10 },
    { kind: 'path', d: 'M559 135L641 217', stroke: '#737c8d', strokeWidth: 10 },
    lineIn(words.revoked, at(326), { size: 60, weight: 800, fill: TEXT.strong }),
    lineIn(words.revokedNote, at(384), { size: 30, weight: 400, fill: TEXT.soft }),
    lineIn(drawable(card.institutionName), at(434), { size: 28, weight: 700, fill: TEXT.quiet }),
    ...footer(card.url, ''),
  ]
}

/** A tint, a larger circle of a deeper one, and a line of full colour along the top. */
const ground = (tint: Colour, deeper: Colour, edge: Colour): Shape[] => [
  { kind: 'path', d: `M0 0H${SHARE_CARD_WIDTH_PX}V${SHARE_CARD_HEIGHT_PX}H0Z`, fill: tint },
  { kind: 'path', d: 'M1200 236V630H716C764 424 946 276 1200 236Z', fill: deeper },
  { kind: 'path', d: `M0 0H${SHARE_CARD_WIDTH_PX}V12H0Z`, fill: edge },
]

function footer(url: string, date: string): Shape[] {
  const style = { size: 26, weight: 700, fill: TEXT.soft } as const
  const address = drawable(url.replace(/^https?:\/\//, ''))
  return [
    { kind: 'path', d: 'M80 500H1120', stroke: INK, strokeWidth: 2, opacity: 0.14 },
    lineIn(address, { x: 80, y: 556, width: 760, anchor: 'start', sizeMin: 18 }, style),
    ...(date ? [lineIn(date, { x: 1120, y: 556, width: 260, anchor: 'end', sizeMin: 18 }, style)] : []),
  ]
}

/** A name some of whose letters no font has is left out whole: half a name is worse than none. */
export const nameOrNothing = (name: string): string =>
  undrawable(name.normalize('NFC')).length > 0 ? '' : drawable(name)

export const cardTitle = (card: ShareCard): string =>
  card.kind === 'revoked' ? CARD_WORDS[card.language].revoked : `${card.title} · ${card.institutionName}`
