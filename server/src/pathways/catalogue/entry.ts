/** One line of a catalogue: a badge, or a micro-degree. */
import type { Language } from '../../platform/handler.ts'

export const MICRO_DEGREE = 'micro-degree'

export type Entry = {
  readonly kind: string
  readonly path: string
  readonly picture: string
  readonly name: Readonly<Record<Language, string>>
  /** Of its texts. */
  readonly language: Language
  readonly description: string
  readonly skills: readonly string[]
  readonly level: string | null
  readonly credits: number | null
  /** Badges that a micro-degree names; null for a badge. */
  readonly parts: number | null
}
