/** Says what a template is: where title and icon lie, and what is drawn around and under them. */
import type { BadgeDesign, TemplateField, TemplateId } from '../badge-design.ts'
import type { Colour, Palette } from '../colour.ts'
import type { Bilingual } from '../language.ts'
import type { LetteringBox } from '../lettering.ts'
import { TITLE_SIZE_MIN } from '../limits.ts'
import type { Shape } from '../scene.ts'

/** Every badge is drawn on a square of this many units. */
export const CANVAS = 600

/** The middle of the canvas, both ways. */
export const MIDDLE = CANVAS / 2

/** A design with its colours worked out, to be drawn large or compact. */
export type Badge = { readonly design: BadgeDesign; readonly palette: Palette; readonly compact: boolean }

export type Spot = { readonly x: number; readonly y: number; readonly size: number }

export type Template = {
  readonly id: TemplateId
  readonly name: Bilingual
  readonly describes: Bilingual
  readonly fields: readonly TemplateField[]
  readonly title: LetteringBox
  readonly titleInk: (palette: Palette) => Colour
  readonly icon: Spot
  /** Where the icon stands when it stands alone. */
  readonly compactIcon: Spot
  readonly iconInk: (palette: Palette) => Colour
  /** The shape itself: drawn always, under everything. */
  readonly frame: (badge: Badge) => Shape[]
  /** Small things beside the title: dropped from the compact badge. */
  readonly marks: (badge: Badge) => Shape[]
}

/** A title's place: the middle of a box as high as two lines may need. */
export const titleBox = (y: number, width: number, height: number, sizeMax: number, linesMax = 2): LetteringBox => ({
  x: MIDDLE,
  y,
  width,
  height,
  sizeMax,
  sizeMin: TITLE_SIZE_MIN,
  linesMax,
  weight: 800,
})

export const centred = (y: number, size: number): Spot => ({ x: MIDDLE, y, size })
