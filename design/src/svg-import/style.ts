/** Works out how a shape is painted: attributes, style attributes and simple class rules, handed down from group to group. */
import { type Colour, mix } from '../colour.ts'
import { SVG_STYLE_RULES_MAX } from '../limits.ts'
import type { Tell } from './left.ts'
import type { Node } from './xml.ts'

/** What is handed down: final values, lengths in the units of the element that set them. */
export type Style = Readonly<Record<Property, string>>

const DEFAULTS = {
  fill: '#000000',
  stroke: 'none',
  'stroke-width': '1',
  'stroke-dasharray': 'none',
  'fill-opacity': '1',
  'stroke-opacity': '1',
  'fill-rule': 'nonzero',
  color: '#000000',
  visibility: 'visible',
  'font-size': '16',
  'font-family': '',
  'font-weight': '400',
  'text-anchor': 'start',
} as const

type Property = keyof typeof DEFAULTS

export const FIRST_STYLE: Style = DEFAULTS

/** Not handed down: it belongs to the element alone. */
export type Own = Readonly<Record<'opacity' | 'display' | 'filter' | 'clip-path' | 'mask', string>>

export type ClassRules = ReadonlyMap<string, ReadonlyMap<string, string>>

/** Rules of the form `.name, .other { fill: red }`; the rest of a style sheet is told as left out. */
export function classRules(sheet: string, tell: Tell): ClassRules {
  const rules = new Map<string, Map<string, string>>()
  const plain = sheet.replace(/\/\*[\s\S]*?\*\//g, '')
  let count = 0
  for (const block of plain.split('}')) {
    const brace = block.indexOf('{')
    if (block.trim() === '') continue
    const selectors = brace < 0 ? [] : block.slice(0, brace).split(',')
    for (const selector of selectors) {
      const name = /^\s*\.([\w-]+)\s*$/.exec(selector)?.[1]
      if (!name || ++count > SVG_STYLE_RULES_MAX) tell('stylesheet')
      else rules.set(name, new Map([...(rules.get(name) ?? []), ...declarations(block.slice(brace + 1), tell)]))
    }
    if (brace < 0) tell('stylesheet')
  }
  return rules
}

function declarations(text: string, tell: Tell): Map<string, string> {
  const found = new Map<string, string>()
  for (const declaration of text.split(';')) {
    const colon = declaration.indexOf(':')
    if (colon < 0) continue
    const value = declaration
      .slice(colon + 1)
      .replace(/!important/i, '')
      .trim()
    if (isOutward(value)) tell('reference')
    else found.set(declaration.slice(0, colon).trim().toLowerCase(), value)
  }
  return found
}

/** Points at something beyond this drawing. */
const isOutward = (value: string): boolean => /url\(\s*["']?(?!#)|@import|expression|\\/i.test(value)

/** The style sheet's word counts more than an attribute's, a style attribute's more than both (SVG 2, 6.6). */
export function styleOf(node: Node, inherited: Style, rules: ClassRules, tell: Tell): { style: Style; own: Own } {
  const classes = (node.attributes.get('class') ?? '').split(/\s+/).slice(0, 8)
  const said = new Map([
    ...[...node.attributes].filter(([, value]) => !isOutward(value)),
    ...classes.flatMap((name) => [...(rules.get(name) ?? [])]),
    ...declarations(node.attributes.get('style') ?? '', tell),
  ])
  const style = Object.fromEntries(
    Object.entries(inherited).map(([name, before]) => {
      const value = said.get(name)?.trim()
      return [name, !value || value === 'inherit' ? before : value]
    }),
  ) as Record<Property, string>
  const own = (name: string, otherwise: string) => said.get(name)?.trim() ?? otherwise
  return {
    style,
    own: {
      opacity: own('opacity', '1'),
      display: own('display', 'inline'),
      filter: own('filter', 'none'),
      'clip-path': own('clip-path', 'none'),
      mask: own('mask', 'none'),
    },
  }
}

/** A share from 0 to 1; anything else is full. */
export function shareOf(text: string): number {
  const value = text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text)
  return Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 1
}

/** In user units; units of paper are taken as CSS takes them (96 to the inch). */
export function lengthOf(text: string | undefined, whole = 0): number {
  const [, digits, unit = ''] =
    /^\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)\s*(px|pt|pc|mm|cm|in|em|rem|%)?\s*$/i.exec(text ?? '') ?? []
  const value = Number(digits)
  if (!Number.isFinite(value) || Math.abs(value) > 1e9) return 0
  return value * (unit === '%' ? whole / 100 : (UNITS[unit.toLowerCase()] ?? 1))
}

const UNITS: Readonly<Record<string, number>> = {
  pt: 4 / 3,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  in: 96,
  em: 16,
  rem: 16,
}

const NAMED: Readonly<Record<string, Colour>> = {
  ...{ black: '#000000', white: '#ffffff', red: '#ff0000', green: '#008000', blue: '#0000ff', yellow: '#ffff00' },
  ...{ gray: '#808080', grey: '#808080', silver: '#c0c0c0', maroon: '#800000', purple: '#800080', fuchsia: '#ff00ff' },
  ...{ magenta: '#ff00ff', lime: '#00ff00', olive: '#808000', navy: '#000080', teal: '#008080', aqua: '#00ffff' },
  ...{ cyan: '#00ffff', orange: '#ffa500', gold: '#ffd700', pink: '#ffc0cb', brown: '#a52a2a', crimson: '#dc143c' },
  ...{ darkgray: '#a9a9a9', lightgray: '#d3d3d3', darkblue: '#00008b', darkgreen: '#006400', darkred: '#8b0000' },
  ...{ skyblue: '#87ceeb', royalblue: '#4169e1', indigo: '#4b0082', violet: '#ee82ee', tomato: '#ff6347' },
}

/** `gradients` gives the one colour that stands for a gradient. Null for no paint. */
export function paintOf(
  value: string,
  { color }: Pick<Style, 'color'>,
  gradients: ReadonlyMap<string, Colour>,
  tell: Tell,
): Colour | null {
  const reference = /^url\(\s*["']?#([^"')]+)["']?\s*\)\s*(.*)$/.exec(value)
  if (reference) {
    const flat = gradients.get(reference[1]!)
    tell('gradient')
    return flat ?? (reference[2] ? paintOf(reference[2], { color }, new Map(), tell) : null)
  }
  if (value === 'none' || value === 'transparent') return null
  if (/^(currentcolor|context-)/i.test(value)) return colourOf(color) ?? '#000000'
  const colour = colourOf(value)
  if (colour === null) tell('colour')
  return colour ?? '#000000'
}

export function colourOf(text: string): Colour | null {
  const value = text.trim().toLowerCase()
  if (/^#[0-9a-f]{6}$/.test(value)) return value
  if (/^#[0-9a-f]{3,4}$/.test(value)) return `#${[...value.slice(1, 4)].map((digit) => digit + digit).join('')}`
  if (/^#[0-9a-f]{8}$/.test(value)) return value.slice(0, 7)
  const channels = /^rgba?\(\s*([\d.]+%?)[\s,]+([\d.]+%?)[\s,]+([\d.]+%?)/.exec(value)?.slice(1)
  if (channels) return `#${channels.map(channelOf).join('')}`
  return Object.hasOwn(NAMED, value) ? NAMED[value]! : null
}

const channelOf = (text: string): string => {
  const value = text.endsWith('%') ? (Number(text.slice(0, -1)) * 255) / 100 : Number(text)
  return Math.round(Math.min(255, Math.max(0, value || 0)))
    .toString(16)
    .padStart(2, '0')
}

/** One colour for a gradient: its stops mixed evenly. */
export function flatGradient(stops: readonly Colour[]): Colour | null {
  const [first, ...rest] = stops
  return first ? rest.reduce((mixed, stop, i) => mix(mixed, stop, 1 / (i + 2)), first) : null
}
