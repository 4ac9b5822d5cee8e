// Whether a micro-degree is a draft, published, or published with something changed since.
import type { Pathway } from '@kolleges/api'
import { useWords } from '../language/LanguageProvider.tsx'
import { Chip } from '../ui/Chip.tsx'
import { words } from './words.ts'

export function PathwayState({ pathway }: { pathway: Pathway }) {
  const say = useWords(words)
  if (pathway.state === 'draft') return <Chip>{say.draft}</Chip>
  return pathway.hasUnpublishedChanges ? <Chip tone="warn">{say.changed}</Chip> : <Chip tone="ok">{say.published}</Chip>
}
