/** Resolves the colours of a document: slots of the brand's palette by name, others as they are. */
import { brandPalette, type Colour, INK, mix, readableOn, WHITE } from './colour.ts'
import type { ColourRef, ColourSlot, DesignDocument } from './document.ts'
import { TEXT_CONTRAST_MIN } from './limits.ts'

export type Colours = (ref: ColourRef) => Colour

/** Warm white: certificates are read as paper. */
const IVORY: Colour = '#fffdf8'

/** The colours of a document's brand; every ink among them reads on the ground it is named for. */
export function coloursOf({ primary, accent }: Pick<DesignDocument, 'primary' | 'accent'>): Colours {
  const palette = brandPalette(primary, accent)
  const slots: Readonly<Record<ColourSlot, Colour>> = {
    ...palette,
    ivory: IVORY,
    ink: INK,
    body: '#333b4d',
    quiet: '#566072',
    hairline: '#d3d8e2',
    gilt: readableOn(IVORY, accent, GILT_CONTRAST),
    giltInk: readableOn(IVORY, accent, TEXT_CONTRAST_MIN),
    accentOnPrimary: readableOn(primary, accent, TEXT_CONTRAST_MIN),
    wash: mix(primary, WHITE, 0.95),
  }
  return (ref) => (Object.hasOwn(slots, ref) ? slots[ref as ColourSlot] : ref)
}

/** A fine line of gold only decorates: below the 3:1 of marks, but never lost on the paper. */
const GILT_CONTRAST = 2
