/** Drafts a first design for an achievement that has none: always one that parses. */
import { titleFit } from './badge.ts'
import type { BadgeDesign, TemplateId } from './badge-design.ts'
import { type Colour, isColour } from './colour.ts'
import type { IconName } from './icons.ts'
import { shorten } from './lettering.ts'
import { INSTITUTION_NAME_CHARACTERS_MAX, TITLE_CHARACTERS_MAX } from './limits.ts'
import { undrawable } from './metrics.ts'

export type DraftWishes = {
  /** The achievement's name, of any length. */
  readonly title: string
  readonly institutionName: string
  readonly primary?: Colour
  readonly accent?: Colour
  readonly template?: TemplateId
  readonly icon?: IconName
}

/** Takes wishes as they come: a title too long is shortened with an ellipsis, characters no font has are left out. */
export function draftBadgeDesign(wishes: DraftWishes): BadgeDesign {
  const { template = 'hex-crest', icon = 'star' } = wishes
  const title = drawable(wishes.title) || '디지털 배지'
  return {
    template,
    title: shorten(
      title,
      (candidate) => [...candidate].length <= TITLE_CHARACTERS_MAX && titleFit(template, candidate).ok,
    ),
    icon,
    primary: colourOr(wishes.primary, '#1f3a8a'),
    accent: colourOr(wishes.accent, '#e0a526'),
    institutionName: shorten(
      drawable(wishes.institutionName) || 'Kolleges',
      (candidate) => [...candidate].length <= INSTITUTION_NAME_CHARACTERS_MAX,
    ),
  }
}

/** The text without what cannot be drawn, its spaces tidied. */
export function drawable(text: string): string {
  const composed = text.toWellFormed().normalize('NFC').trim().replace(/\s+/g, ' ')
  const missing = new Set(undrawable(composed))
  return [...composed]
    .filter((character) => !missing.has(character))
    .join('')
    .trim()
    .replace(/\s+/g, ' ')
}

const colourOr = (colour: Colour | undefined, otherwise: Colour): Colour =>
  isColour(colour) ? colour.toLowerCase() : otherwise
