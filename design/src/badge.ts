/** Draws a badge design: as a scene, or straight as SVG. */
import type { BadgeDesign, TemplateField, TemplateId } from './badge-design.ts'
import { brandPalette } from './colour.ts'
import { type Fit, fit } from './fit.ts'
import { icon } from './icons.ts'
import type { Bilingual, Language } from './language.ts'
import { letteringIn } from './lettering.ts'
import type { Scene } from './scene.ts'
import { sceneSvg } from './svg.ts'
import { GALLERY } from './templates/gallery.ts'
import { CANVAS } from './templates/template.ts'

/** The templates as a gallery shows them. */
export const TEMPLATES: readonly {
  readonly id: TemplateId
  readonly name: Bilingual
  readonly describes: Bilingual
  readonly fields: readonly TemplateField[]
}[] = Object.values(GALLERY).map(({ id, name, describes, fields }) => ({ id, name, describes, fields }))

export type BadgeOptions = {
  /** For sizes under `COMPACT_BELOW_PX`: no text, the icon enlarged, level marks dropped. */
  readonly compact?: boolean
  readonly language?: Language
}

/** The shapes of a parsed design. Its colours and lengths were checked by `parseBadgeDesign`. */
export function badgeScene(design: BadgeDesign, { compact = false }: BadgeOptions = {}): Scene {
  const template = GALLERY[design.template]
  const palette = brandPalette(design.primary, design.accent)
  const badge = { design, palette, compact }
  const spot = compact ? template.compactIcon : template.icon
  return {
    width: CANVAS,
    height: CANVAS,
    shapes: [
      ...template.frame(badge),
      icon(design.icon, spot.x, spot.y, spot.size, template.iconInk(palette)),
      ...(compact ? [] : letteringIn(design.title, template.title, template.titleInk(palette))),
      ...(compact ? [] : template.marks(badge)),
    ],
  }
}

/** The badge as SVG, named aloud by `alt` or by issuer, title and kind. */
export function badgeSvg(design: BadgeDesign, options: BadgeOptions & { alt?: string; size?: number } = {}): string {
  const { alt, size, language = 'ko' } = options
  const title = alt ?? ALT[language](design)
  return sceneSvg(badgeScene(design, options), { title, language, size })
}

const ALT: Readonly<Record<Language, (design: BadgeDesign) => string>> = {
  ko: ({ institutionName, title }) => `${institutionName} ${title} 디지털배지`,
  en: ({ institutionName, title }) => `${title}, digital badge of ${institutionName}`,
}

/** How a title would be set on a template: `ok` is false when it would be too small to read. */
export const titleFit = (template: TemplateId, title: string): Fit => fit(title, GALLERY[template].title)
