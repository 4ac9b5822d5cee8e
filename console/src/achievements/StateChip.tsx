// Says whether a badge is a draft, published or retired.
import type { Achievement } from '@kolleges/api'
import { useWords } from '../language/LanguageProvider.tsx'
import { Chip } from '../ui/Chip.tsx'
import { words } from './words.ts'

const TONES = { draft: 'neutral', published: 'ok', retired: 'warn' } as const

export function StateChip({ achievement }: { achievement: Pick<Achievement, 'state' | 'hasUnpublishedChanges'> }) {
  const say = useWords(words)
  return (
    <>
      <Chip tone={TONES[achievement.state]}>{say.states[achievement.state]}</Chip>
      {achievement.state === 'published' && achievement.hasUnpublishedChanges && <Chip tone="info">{say.changed}</Chip>}
    </>
  )
}
