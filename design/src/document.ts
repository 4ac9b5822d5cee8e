/** Names what a design document is made of: the editable whole of a badge or a certificate, as it is stored. */
import type { BadgeDesign } from './badge-design.ts'
import type { Colour } from './colour.ts'
import type { IconName } from './icons.ts'
import type { Language } from './language.ts'
import type { Face, Weight } from './metrics.ts'
import type { OrnamentName } from './ornaments.ts'
import type { Box } from './scene.ts'

/** Documents of an older version are raised by `migrations.ts` when they are read. */
export const DOCUMENT_VERSION = 1

/** Sizes in the page's own unit: a badge has 600 units, a certificate counts millimetres. */
export const PAGES = {
  badge: { width: 600, height: 600, unit: 'unit', margin: 0 },
  'a4-portrait': { width: 210, height: 297, unit: 'mm', margin: 8 },
  'a4-landscape': { width: 297, height: 210, unit: 'mm', margin: 8 },
  wide: { width: 320, height: 180, unit: 'mm', margin: 6 },
} as const satisfies Readonly<Record<string, Page>>

export type Page = {
  readonly width: number
  readonly height: number
  readonly unit: 'unit' | 'mm'
  /** What lies nearer to the edge may be cut off by a printer. */
  readonly margin: number
}

export type PageId = keyof typeof PAGES

export type DesignDocument = {
  readonly version: typeof DOCUMENT_VERSION
  readonly page: PageId
  readonly language: Language
  /** Names the finished piece aloud and in a file's properties; may hold variables. */
  readonly title: string
  /** The brand's two colours: everything drawn in a slot follows them. */
  readonly primary: Colour
  readonly accent: Colour
  readonly ground: ColourRef
  /** Later elements lie over earlier ones. */
  readonly elements: readonly Element[]
}

/** A colour of the brand's palette by its name, or a colour of its own as `#rrggbb`. */
export const COLOUR_SLOTS = [
  'primary',
  'accent',
  'dark',
  'soft',
  'paper',
  'mark',
  'onPrimary',
  'onAccent',
  'onDark',
  'onSoft',
  'onPaper',
  'onMark',
  'ivory',
  'ink',
  'body',
  'quiet',
  'hairline',
  'gilt',
  'giltInk',
  'accentOnPrimary',
  'wash',
] as const

export type ColourSlot = (typeof COLOUR_SLOTS)[number]
export type ColourRef = ColourSlot | Colour

export type Element =
  | ShapeElement
  | PathElement
  | ImageElement
  | IconElement
  | OrnamentElement
  | LineElement
  | TextElement
  | QrElement
  | BadgeElement
  | SealElement
  | GroupElement

export type ElementKind = Element['kind']

/** What all elements share. Children of a group are placed from the group's own corner. */
export type Placed = Box & {
  /** Unique in the document. */
  readonly id: string
  /** As staff call it in the list of layers. */
  readonly name?: string
  readonly opacity?: number
  readonly locked?: boolean
  readonly hidden?: boolean
  /** Drawn only when this variable has a value: optional data leave no hole. */
  readonly when?: string
}

export type Painted = {
  readonly fill?: ColourRef
  readonly stroke?: ColourRef
  readonly strokeWidth?: number
  readonly dash?: readonly [number, number]
}

export type ShapeElement = Placed &
  Painted & { readonly kind: 'shape'; readonly shape: 'rectangle' | 'ellipse'; readonly radius?: number }

/** Path data on a grid of its own, stretched evenly into the box. */
export type PathElement = Placed & Painted & { readonly kind: 'path'; readonly d: string; readonly grid: number }

/** A stored picture by its content key, or one that comes with the data, such as `institution1.logo`. */
export type ImageElement = Placed & { readonly kind: 'image'; readonly picture?: string; readonly variable?: string }

export type IconElement = Placed & {
  readonly kind: 'icon'
  readonly icon: IconName
  readonly colour: ColourRef
  /** A line of another width than the icon's own, in the page's unit. */
  readonly strokeWidth?: number
}

/** A ribbon or a frame of ours, drawn to the size of its box. */
export type OrnamentElement = Placed & {
  readonly kind: 'ribbon'
  readonly ribbon: OrnamentName
  readonly colour: ColourRef
  readonly second: ColourRef
}

/** From one corner of its box to the opposite one: flat boxes make level and upright lines. */
export type LineElement = Placed & {
  readonly kind: 'line'
  readonly stroke: ColourRef
  readonly strokeWidth: number
  readonly dash?: readonly [number, number]
}

export type TextElement = Placed & {
  readonly kind: 'text'
  /** May hold variables, `{{이름}}`, and particles chosen by the word before them, `{{이름|을/를}}`. */
  readonly text: string
  readonly face: Face
  readonly weight: Weight
  readonly size: number
  /** How small it may be set to fit its box; without it the text is set at its size or reported. */
  readonly sizeMin?: number
  readonly linesMax?: number
  /** In lines of type: 1.6 leaves air for Hangul. */
  readonly lineHeight?: number
  /** Space between letters, in em. */
  readonly tracking?: number
  readonly align: 'start' | 'middle' | 'end'
  readonly valign?: 'top' | 'middle' | 'bottom'
  readonly colour: ColourRef
  /** Letters shared out over the whole width, as the labels of Korean forms are (균등분할). */
  readonly spread?: boolean
  /** In columns from the right, each read downward. */
  readonly vertical?: boolean
  readonly curve?: { readonly radius: number; readonly side: 'top' | 'bottom' }
}

/** Leads to wherever its text says, usually `{{credential.url}}`; the same address is a link in a PDF. */
export type QrElement = Placed & { readonly kind: 'qr'; readonly text: string; readonly colour: ColourRef }

/** The achievement's own badge, or a badge given here. */
export type BadgeElement = Placed & { readonly kind: 'badge'; readonly design?: BadgeDesign }

/** An institution's seal. With `on` it follows a text: its centre on the last letter, as the rules for public documents ask. */
export type SealElement = Placed & {
  readonly kind: 'seal'
  readonly institution: 1 | 2 | 3
  readonly on?: string
}

export type GroupElement = Placed & {
  readonly kind: 'group'
  readonly elements: readonly Element[]
  /** Children are stacked in order with this gap between them; what is not drawn takes no room. */
  readonly stack?: { readonly gap: number }
}

/** Every element, groups before what they hold. */
export function* elementsOf(elements: readonly Element[]): Generator<Element> {
  for (const element of elements) {
    yield element
    if (element.kind === 'group') yield* elementsOf(element.elements)
  }
}

export const isCertificate = ({ page }: Pick<DesignDocument, 'page'>): boolean => page !== 'badge'
