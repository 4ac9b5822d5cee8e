// Tells in words how two colours get on: what reads on what, and what will be adjusted.
import { brandPalette, type Colour, contrast } from '@kolleges/design'

/** Text on its ground, and marks beside it (WCAG 2.2, 1.4.3 and 1.4.11). */
const TEXT = 4.5
const MARK = 3
/** Below this, two greys of a printer look like one. */
const APART = 1.25

export interface ColourNote {
  says: 'whiteReads' | 'darkReads' | 'markReads' | 'markMended' | 'paperReads' | 'paperMended' | 'alike'
  /** The contrast that is reached in the end. */
  ratio: number
  tone: 'ok' | 'note'
}

/** Never a refusal: whatever the colours, what is drawn with them reads. */
export function colourNotes(primary: Colour, accent: Colour): ColourNote[] {
  const palette = brandPalette(primary, accent)
  const onPrimary = contrast(palette.onPrimary, primary)
  const notes: ColourNote[] = [
    palette.onPrimary === '#ffffff'
      ? { says: 'whiteReads', ratio: onPrimary, tone: 'ok' }
      : { says: 'darkReads', ratio: onPrimary, tone: 'note' },
    contrast(accent, primary) >= MARK
      ? { says: 'markReads', ratio: contrast(accent, primary), tone: 'ok' }
      : { says: 'markMended', ratio: contrast(palette.mark, primary), tone: 'note' },
    contrast(primary, '#ffffff') >= TEXT
      ? { says: 'paperReads', ratio: contrast(primary, '#ffffff'), tone: 'ok' }
      : { says: 'paperMended', ratio: contrast(palette.onPaper, '#ffffff'), tone: 'note' },
  ]
  const apart = contrast(primary, accent)
  return apart < APART ? [...notes, { says: 'alike', ratio: apart, tone: 'note' }] : notes
}
