// The people a preview is tried on: the sample, the longest name there really is, a long Latin name, one of whom little is known.
import { type DesignDocument, type Language, longest, VARIABLES, variablesOf } from '@kolleges/design'

export const TRUTHS = ['sample', 'longest', 'latin', 'bare', 'english'] as const
export type Truth = (typeof TRUTHS)[number]

/** What is known of the institution's own people and of the piece. */
export interface Known {
  /** The widest names of the roll or the roster at hand; null while it has none. */
  longestName: string | null
  longestNameEnglish: string | null
  /** Values that are the same for everybody: of the achievement, of the institution. */
  values?: Readonly<Record<string, string>>
}

/** Longer than any passport's line, and wide: W and M are. */
const LATIN = 'Wilhelmina Alexandra Konstantinopoulou-Montgomery'
/** When nobody is enrolled yet: compound family names exist, and their letters are wide. */
const WIDEST_SAMPLE = '황보빛나라하늘별'

export interface TruthData {
  language: Language
  values: Readonly<Record<string, string>>
}

/** Values by key for one of the people; the document says which values may be missing. */
export function truthData(truth: Truth, document: DesignDocument, known: Known): TruthData {
  const language = truth === 'english' ? 'en' : document.language
  const values = { ...samplesIn(language), ...known.values }
  switch (truth) {
    case 'sample':
      return { language, values }
    case 'english':
      return { language, values: { ...samplesIn('en'), 'learner.name': samplesIn('en')['learner.nameEnglish']! } }
    case 'latin':
      return { language, values: { ...values, 'learner.name': LATIN, 'learner.nameEnglish': LATIN } }
    case 'longest': {
      const name = known.longestName ?? WIDEST_SAMPLE
      const english = known.longestNameEnglish ?? longest([values['learner.nameEnglish'] ?? '', name])
      return { language, values: { ...values, 'learner.name': name, 'learner.nameEnglish': english } }
    }
    case 'bare': {
      const optional = new Set(variablesOf(document).flatMap(({ key, isOptional }) => (isOptional ? [key] : [])))
      return { language, values: Object.fromEntries(Object.entries(values).filter(([key]) => !optional.has(key))) }
    }
  }
}

const samplesIn = (language: Language): Record<string, string> =>
  Object.fromEntries(
    VARIABLES.filter(({ kind }) => kind !== 'picture').map(({ key, sample }) => [key, sample[language]]),
  )
