// What the form of a programme holds while it is filled in.
import type { NewRecognitionProgramme, RecognitionProgramme } from '@kolleges/api'
import type { UseFormReturnType } from '@mantine/form'
import type { z } from 'zod'

export type ProgrammeForm = z.output<typeof NewRecognitionProgramme>
export type Form = UseFormReturnType<ProgrammeForm>

export const EMPTY: ProgrammeForm = {
  title: { ko: '', en: '' },
  description: '',
  creditsMax: null,
  achievement: null,
  open: true,
  articulations: [],
}

export const contentOf = (known: RecognitionProgramme): ProgrammeForm => {
  const { title, description, creditsMax, achievement, open, articulations } = known
  return { title, description, creditsMax, achievement, open, articulations }
}
