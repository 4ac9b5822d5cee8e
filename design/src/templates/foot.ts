/** Draws what stands under a title: level marks, or else who issued the badge. */
import type { Colour } from '../colour.ts'
import { lineIn } from '../lettering.ts'
import { chevrons, pips } from '../marks.ts'
import type { Shape } from '../scene.ts'
import { type Badge, MIDDLE } from './template.ts'

export type Foot = {
  /** Its middle, where that is not the canvas's. */
  readonly x?: number
  readonly y: number
  /** Room for the institution's name. */
  readonly width: number
  readonly ink: Colour
  readonly mark: Colour
  readonly size?: number
}

/** Level marks as dots. */
export function pipsOrInstitution(badge: Badge, foot: Foot): Shape[] {
  const { level = 0, levels = 3 } = badge.design
  if (level === 0) return [institutionLine(badge, foot)]
  return pips(level, Math.max(level, levels), foot.x ?? MIDDLE, foot.y, foot.mark)
}

/** Level marks as chevrons. */
export function chevronsOrInstitution(badge: Badge, foot: Foot): Shape[] {
  const { level = 0 } = badge.design
  if (level === 0) return [institutionLine(badge, foot)]
  return chevrons(level, MIDDLE, foot.y, foot.mark, level > 3 ? 52 : 68)
}

/** The issuer's name on one line about `y`. */
export function institutionLine({ design }: Badge, { x = MIDDLE, y, width, ink, size = 30 }: Foot): Shape {
  const at = { x, y: y + size * 0.35, width, anchor: 'middle', sizeMin: 18 } as const
  return lineIn(design.institutionName, at, { size, weight: 700, fill: ink })
}
