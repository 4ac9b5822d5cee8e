/** Names what a badge is made from: a template with the few things a designer chooses. */
import type { Colour } from './colour.ts'
import type { IconName } from './icons.ts'

/** In gallery order. Shape says kind: skill, expertise, culture, micro-degree, grade. */
export const TEMPLATE_IDS = [
  'hex-crest',
  'shield',
  'round-seal',
  'ribbon-medal',
  'rosette',
  'octagon',
  'diamond',
  'squircle',
  'gate',
  'lotus',
  'eaves',
  'book-plate',
  'participation',
  'micro-ring',
  'micro-stack',
  'grade-plaque',
  'banner',
  'laurel',
  'order-star',
  'blueprint',
  'ocean',
  'pixel',
  'bookshelf',
  'ring-binder',
  'stamp',
  'ticket',
  'pennant',
  'peak',
  'lantern',
  'circuit',
  'sunrise',
  'interlock',
  'micro-stairs',
] as const

export type TemplateId = (typeof TEMPLATE_IDS)[number]

export type BadgeDesign = {
  readonly template: TemplateId
  /** The words on the badge: short, often shorter than the achievement's name. */
  readonly title: string
  readonly icon: IconName
  readonly primary: Colour
  readonly accent: Colour
  readonly institutionName: string
  /** Four digits. */
  readonly year?: string
  /** 0 shows no level marks. */
  readonly level?: number
  readonly levels?: number
  readonly done?: number
  readonly total?: number
  readonly grade?: string
}

/** What a template makes use of: the inputs worth showing for it. */
export type TemplateField =
  | 'title'
  | 'icon'
  | 'primary'
  | 'accent'
  | 'institutionName'
  | 'year'
  | 'level'
  | 'progress'
  | 'grade'
